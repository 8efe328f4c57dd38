"""Of whom the share of advanced workers is counted: a dated choice of the unit, by its document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from chuan.people.models import Unit, UnitSetting

KEY = "workforce.titles.denominator"


class Base(StrEnum):
    """All in post on the year's last day, or those of them who may be considered at all."""

    IN_POST = "in_post"
    CONSIDERED = "considered"


@dataclass(frozen=True, slots=True)
class Chosen:
    """The base in force, with its first day and paper; neither where the unit chose nothing."""

    base: Base
    since: date | None = None
    citation: str = ""


def base_on(unit: Unit, on: date) -> Chosen:
    """The unit's choice on a day; all in post where it chose nothing. One statement."""
    found = [row for row in UnitSetting.objects.standing(unit, KEY) if row.valid_from <= on]
    if not found:
        return Chosen(Base.IN_POST)
    last = max(found, key=lambda row: (row.valid_from, row.version))
    return Chosen(Base(last.value), last.valid_from, last.citation)
