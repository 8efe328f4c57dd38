"""Versions of what came in above: a change writes the next one and ends the one before; nothing else is altered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from chuan.documents.numbering import take_next
from chuan.people.models import Unit
from chuan.petitions.models import Escalation

SERIES = "escalations"
COPIED = (
    "uid", "unit", "code", "outside_code", "source", "received_on", "told_on", "body", "paper", "paper_on", "kind",
    "channel", "about", "petition", "ward_code", "never_asked", "said", "why_said", "present", "voided",
)  # fmt: skip
"""What the next version says as the one before, unless it is told otherwise."""


def first_version(unit: Unit, *, at: datetime, **told: Any) -> Escalation:
    """A new row with its code, "VC-2021-0001", one sequence a year. Only inside an act."""
    year = told["received_on"].year
    code = f"VC-{year}-{take_next(unit, SERIES, year):04d}"
    return Escalation.objects.create(unit=unit, code=code, seq=1, recorded_at=at, **told)


def next_version(held: Escalation, *, at: datetime, **told: Any) -> Escalation:
    """The next version of a row that is locked. Only inside an act."""
    if told.get("never_asked"):
        told.setdefault("petition", None)
    Escalation.objects.filter(pk=held.pk).update(until_at=at)
    values = {name: getattr(held, name) for name in COPIED} | told
    return Escalation.objects.create(seq=held.seq + 1, recorded_at=at, **values)
