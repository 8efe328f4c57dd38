"""The numbers in a stretch of Vietnamese writing, exact: "1.240/1.284" is 1240 and 1284, "96,57 %" is 96,57."""

from __future__ import annotations

import re
from fractions import Fraction

_NUMBER = re.compile(r"[+\u2212-]?\d+(?:\.\d{3})*(?:,\d+)?")


def numbers_of(text: str) -> tuple[Fraction, ...]:
    """The numbers in their order; dots of thousands and the decimal comma as written in Việt Nam."""
    return tuple(_exact(found[0]) for found in _NUMBER.finditer(_joined(text)))


def _joined(text: str) -> str:
    """Without the spaces inside a number ("8 325,2"), which an editor may set."""
    return re.sub(r"(?<=\d)[\s\u00a0\u202f](?=\d{3}(?!\d))", "", text)


def _exact(text: str) -> Fraction:
    bare = text.lstrip("+-\u2212").replace(".", "").replace(",", ".")
    return -Fraction(bare) if text[0] in "-\u2212" else Fraction(bare)
