"""After an import: what its register counts is measured in the background, a minute later."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone
from django_tasks import task

from chuan.objectives import ways
from chuan.objectives.actions.measuring import Attempt, attempt
from chuan.objectives.actions.recounting import ask
from chuan.objectives.comparing import dues_over
from chuan.objectives.models import FigureDue, Plan
from chuan.objectives.ready import SETTLING
from chuan.offers import measures
from chuan.people.models import Unit
from chuan.rules.types import Period

AFTER = SETTLING + timedelta(seconds=1)
"""Before that, the cut of a measurement would still lie before the import."""


def when_imported(unit: Any, register: str, covers: Period | None, at: datetime) -> None:
    """Put the measuring off by a minute; nothing when no measure counts this register."""
    if not any(register in measures.registers_of(one) for one in measures.every()):
        return
    days = [covers.start.isoformat(), covers.end.isoformat()] if covers else []
    measure_again.using(run_after=at + AFTER).enqueue(str(unit.uid), register, days)


@task()
def measure_again(unit_uid: str, register: str, days: list[str]) -> None:
    """The background's door: measure what an import touched, each figure at its own moment."""
    unit = Unit.objects.get(uid=uuid.UUID(unit_uid))
    covers = Period(*map(date.fromisoformat, days)) if days else None
    for _attempt in measure_register(unit, register, covers):
        pass


def measure_register(unit: Unit, register: str, covers: Period | None) -> Iterator[Attempt]:
    """Measure periods without a figure, look for late rows in counted ones, ask about typed ones.

    The clock is read for each: a figure of many rows takes longer than an act may. Periods that the import
    does not touch are left alone.
    """
    on = timezone.localdate()
    for plan in Plan.objects.standing().filter(owner_unit=unit).select_related("owner_unit").order_by("year"):
        waits = []
        for due in dues_over(plan, on):
            if _touched(due, register, covers):
                found = attempt(due.indicator, due.period, at=timezone.now())
                waits += [due] if found.waits else []
                yield found
        if waits:
            ask(plan, waits, at=timezone.now())


def _touched(due: FigureDue, register: str, covers: Period | None) -> bool:
    """Samples are drawn and checked by people: no import makes one, a person says when it is to be measured."""
    measure = ways.measure_of(due.indicator)
    if measure is None or measures.sample_words(measure):
        return False
    return register in measures.registers_of(measure) and (covers is None or covers.overlaps(due.period))
