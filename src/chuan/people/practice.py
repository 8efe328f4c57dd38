"""Periods of the office's practice, with the number a unit has set for itself by naming its document."""

from __future__ import annotations

from datetime import date

from chuan.law import practice
from chuan.people.models import Unit, UnitSetting
from chuan.rules.law import Value
from chuan.rules.types import Citation, Sure


def days_of_practice(key: str, unit: Unit, on: date) -> int:
    """A number of calendar days in force on the day: the unit's own (``UnitSetting``, same key), else practice.

    Only a value that no act sets may be overridden (``rules.law.resolve``). Raises KeyError for an unknown key.
    """
    return practice.value(key, on, _own(unit, key)).whole


def hours_of_practice(key: str, unit: Unit, on: date) -> int:
    """The same of hours."""
    return practice.value(key, on, _own(unit, key, "hour")).whole


def percent_of_practice(key: str, unit: Unit, on: date) -> int:
    """The same of per cent."""
    return practice.value(key, on, _own(unit, key, "percent")).whole


def years_of_practice(key: str, unit: Unit, on: date) -> int:
    """The same of years."""
    return practice.value(key, on, _own(unit, key, "year")).whole


def _own(unit: Unit, key: str, counted_in: str = "calendar_day") -> list[Value]:
    rows = UnitSetting.objects.standing(unit, key)
    return [
        Value(row.value, counted_in, row.valid_from, None, Citation(number=row.citation), Sure.READ)
        for row in rows
    ]
