"""One examination, run as the doctor runs it."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from chuan.offers.examinations import Grade, Looking, examinations
from chuan.upkeep import doctor
from chuan.upkeep.doctor import Examined

WELL, LOOK, BROKEN = Grade.FINE, Grade.LOOK, Grade.BROKEN


def examined(key: str, *, at: datetime | None = None, full: bool = False) -> Examined:
    """What the examination of this key finds now."""
    at = at or timezone.now()
    (one,) = [one for one in examinations() if one.key == key]
    return doctor.run(one, Looking(at, timezone.localdate(at), full))


def said(of: Examined, grade: Grade) -> str:
    """The sentences of a grade, with their mends."""
    return "\n".join(f"{one.sentence} → {one.mend}" for one in of.findings if one.grade is grade)
