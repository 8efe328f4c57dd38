"""Exact numbers and how they are said: cut after two digits, never rounded up to a threshold that was not reached."""

from __future__ import annotations

from fractions import Fraction

from chuan.rules.law import Value
from chuan.rules.wording import said


def amount(value: Value) -> Fraction:
    """A value of the law as an exact number: "1/5" or "30"."""
    return Fraction(value.value)


def said_points(points: Fraction) -> str:
    """At most two digits after the comma, what follows cut off: 89,99 for 89,996."""
    hundredths = int(abs(points) * 100)
    whole, rest = divmod(hundredths, 100)
    digits = f"{rest:02d}".rstrip("0")
    sign = "\N{MINUS SIGN}" if points < 0 else ""
    return f"{sign}{said(whole)},{digits}" if digits else f"{sign}{said(whole)}"


def said_share(share: Fraction) -> str:
    """A part of a whole in per cent: 71,42 %."""
    return f"{said_points(share * 100)} %"
