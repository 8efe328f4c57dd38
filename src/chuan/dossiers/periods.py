"""Parts of a year as pages offer them: months, quarters, halves."""

from __future__ import annotations

from datetime import date

from django.utils.text import capfirst
from django.utils.translation import gettext as _

from chuan.rules.types import Period
from chuan.ui import words

_PARTS = {
    **{f"{n:02d}": (n, n) for n in range(1, 13)},
    **{f"q{n}": (3 * n - 2, 3 * n) for n in range(1, 5)},
    "h1": (1, 6),
    "m9": (1, 9),
    "h2": (7, 12),
}
"""The months that a part runs from and to."""


def part_of(year: int, part: str) -> Period:
    """The part of the year of this name; the whole year for "" and for an unknown one."""
    first, last = _PARTS.get(part, (1, 12))
    return Period(Period.month(year, first).start, Period.month(year, last).end)


def part_names() -> list[tuple[str, str]]:
    """(name in addresses, words) of each part, the whole year first."""
    return [
        ("", _("Cả năm")),
        *((part, capfirst(words.period(part_of(2021, part)))) for part in _in_order()),
    ]


def name_of(period: Period) -> str:
    """The name in addresses of a part; "" for a whole year and for days that are no part."""
    return next((part for part in _PARTS if part_of(period.start.year, part) == period), "")


def is_part(period: Period) -> bool:
    """Whether the days are a year or a part of one that pages offer."""
    return period == Period.year(period.start.year) or bool(name_of(period))


def _in_order() -> list[str]:
    return [*(f"q{n}" for n in range(1, 5)), "h1", "m9", "h2", *(f"{n:02d}" for n in range(1, 13))]


def today_year(on: date, years: list[int]) -> int:
    """The year to show first: this one where it has dossiers, else the last that has."""
    return on.year if on.year in years or not years else years[0]
