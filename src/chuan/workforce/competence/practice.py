"""Periods of the office's own practice about training."""

from __future__ import annotations

from datetime import date

from chuan.law import practice
from chuan.people.models import Unit, UnitSetting
from chuan.rules.law import Value
from chuan.rules.types import Citation, Sure

_AFTER = "training.evaluate_months"


def evaluate_after(unit: Unit, on: date) -> int:
    """Months after a course until its effect is looked at, where the plan says nothing: the unit's own, or practice."""
    own = [
        Value(row.value, "month", row.valid_from, None, Citation(number=row.citation), Sure.READ)
        for row in UnitSetting.objects.standing(unit, _AFTER)
    ]
    return practice.value(_AFTER, on, own).whole
