"""Numbers: 8.550 is eight thousand, 0,9 is nine tenths, 2.433.733,3 has both marks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from chuan.rules.refusals import NumberUnreadable

NUMBER = r"\d{1,3}(?:\.\d{3})+(?:,\d+)?(?![\d])|\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?(?!\d)|\d+[.,]\d+|\d+"
"""How a number stands in running text, longest form first; no sign, no unit."""

LONGEST = 4000
"""Characters of one number; what is longer is no figure of anything, and too long to be reckoned with."""

_WHOLE = re.compile(NUMBER)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_ENGLISH = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and, where the writing allows two readings ("12.345"), the less usual one."""

    value: Fraction
    other: Fraction | None = None


def read_figure(text: str) -> Figure:
    """Read one number. A single point before three digits parts thousands, as papers do;
    ``other`` then holds the decimal reading. Raises `NumberUnreadable`."""
    written = text.strip().replace("\u00a0", "")
    if len(written) > LONGEST or not written.isascii() or not _WHOLE.fullmatch(written):
        raise NumberUnreadable(typed=text.strip()[:40])
    if _ENGLISH.fullmatch(written):
        return Figure(Fraction(written.replace(",", "")))
    single = written.count(".") == 1 and "," not in written
    if _THOUSANDS.fullmatch(written) and not (single and written.startswith("0")):
        value = Fraction(written.replace(".", "").replace(",", "."))
        return Figure(value, Fraction(written) if single else None)
    return Figure(Fraction(written.replace(",", ".")))


def parse_number(text: str) -> Fraction:
    """The usual reading of a number as papers write it; raises `NumberUnreadable`."""
    return read_figure(text).value


def decimal_text(value: Fraction) -> str:
    """Exact decimal text with a point: 8550, 0.9. A fraction that never ends stays "1/3"."""
    rest = value.denominator
    twos = fives = 0
    while rest % 2 == 0:
        rest, twos = rest // 2, twos + 1
    while rest % 5 == 0:
        rest, fives = rest // 5, fives + 1
    if rest != 1:
        return f"{value.numerator}/{value.denominator}"
    places = max(twos, fives)
    digits = str(abs(value.numerator) * 10**places // value.denominator).rjust(places + 1, "0")
    sign = "-" if value < 0 else ""
    return sign + (digits[:-places] + "." + digits[-places:] if places else digits)


def written_number(value: Fraction) -> str:
    """The number as a Vietnamese paper writes it: 8.550, 0,9."""
    plain = decimal_text(value)
    if "/" in plain:
        return plain
    whole, _, part = plain.partition(".")
    grouped = f"{int(whole.lstrip('-')):,}".replace(",", ".")
    return ("-" if plain.startswith("-") else "") + grouped + ("," + part if part else "")
