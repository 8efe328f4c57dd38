"""Parts of a year that figures are asked for: months, quarters, halves, nine months."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.people.models import Unit
from chuan.petitions.models import Petition
from chuan.rules.law import Value
from chuan.rules.types import Period, Sure
from chuan.ui import words

PARTS: Mapping[str, tuple[int, int]] = {
    "q1": (1, 3),
    "q2": (4, 6),
    "q3": (7, 9),
    "q4": (10, 12),
    "h1": (1, 6),
    "m9": (1, 9),
    "h2": (7, 12),
    **{f"{n:02d}": (n, n) for n in range(1, 13)},
}
"""The months that a part runs from and to, by its name in addresses; "" is the whole year."""

_NAMES = {
    "month": later("tháng"), "quarter": later("quý"), "half": later("6 tháng"), "nine": later("9 tháng"),
    "year": later("năm"),
}  # fmt: skip


def part_of(year: int, part: str) -> Period:
    """The part of the year of this name. KeyError for an unknown one."""
    first, last = PARTS[part] if part else (1, 12)
    return Period(Period.month(year, first).start, Period.month(year, last).end)


def part_names() -> list[tuple[str, str]]:
    """(name in addresses, words) of each part, the whole year first."""
    named = ((part, words.period(part_of(2021, part))) for part in PARTS)
    return [("", _("Cả năm")), *((part, name[:1].upper() + name[1:]) for part, name in named)]


def name_of(period: Period) -> str:
    """The name in addresses of a part; "" for a whole year."""
    return next((part for part in PARTS if part_of(period.start.year, part) == period), "")


def quarters_of(period: Period) -> tuple[Period, ...]:
    """The quarters that a period is made of, in order; none where it is not made of whole quarters."""
    some = [part_of(period.start.year, f"q{n}") for n in range(1, 5)]
    found = tuple(one for one in some if period.holds(one))
    return found if found and found[0].start == period.start and found[-1].end == period.end else ()


def years_of(unit: Unit, on: date) -> list[int]:
    """The years from the first petition to this one, newest first: two looks into the index."""
    days = Petition.objects.filter(owner_unit=unit).exclude(received_on=None).order_by("received_on")
    first, last = (
        days.values_list("received_on", flat=True).first(),
        days.values_list("received_on", flat=True).last(),
    )
    return list(range(max(last, on).year, min(first, on).year - 1, -1)) if first and last else [on.year]


def reported(value: Value | None) -> str:
    """For which parts reports are made, in words, and how sure that is; "" where nothing is known."""
    if value is None:
        return ""
    told = ", ".join(str(_NAMES.get(one.strip(), one.strip())) for one in value.value.split(","))
    doubt = _("chưa đọc được văn bản") if value.sure is Sure.UNVERIFIED else value.citation.article
    return f"{told} ({value.citation.number}; {doubt})"
