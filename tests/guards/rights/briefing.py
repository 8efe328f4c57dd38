"""One thing of each kind that Bản tin sáng keeps."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from chuan.briefing import models as briefing
from chuan.people.models import Official, Unit
from tests.guards.rights.making import make


def briefed(unit: Unit, other: Official, now: datetime) -> dict[str, uuid.UUID]:
    """A brief with a line about an official, told to him before and answered."""
    day = date(2021, 10, 5)
    told = make(
        briefing.Foreseen, unit=unit, official=other, on=day, key="x", kind="dossiers.late", sentence="x",
        recorded_at=now,
    )  # fmt: skip
    brief = make(briefing.Brief, unit=unit, on=day, due_at=now, made_at=now)
    line = make(
        briefing.BriefLine, brief=brief, place=1, key="x", kind="dossiers.late", weight=1, sentence="x",
        official=other, since=day, verbs="assign agree",
    )  # fmt: skip
    given = make(
        briefing.Answer,
        unit=unit,
        line=line,
        verb="assign",
        official=other,
        due_on=day,
        by=other,
        recorded_at=now,
    )
    return {
        "brief": brief.uid,
        "brief_line": line.uid,
        "brief_foreseen": told.uid,
        "brief_answer": given.uid,
    }
