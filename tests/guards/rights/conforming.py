"""One thing of each kind that the room of conformity keeps."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from chuan.conformity import models as conformity
from chuan.people.models import Guest, Official, Unit
from tests.guards.rights.making import make
from tests.people import PAPER


def conforming(unit: Unit, other: Official, now: datetime) -> dict[str, uuid.UUID]:
    """A kept self-check and the head's confirmation that stands on it."""
    run = make(
        conformity.CheckRun, unit=unit, on=date(2021, 12, 20), rules=1, breaches=0, warnings=0, hints=0,
        digest="0" * 64, by=other, recorded_at=now,
    )  # fmt: skip
    confirmed = make(
        conformity.Confirmation, unit=unit, confirmed_on=date(2021, 12, 21), edition="TCVN ISO 9001:2015",
        scope="Mọi thủ tục", citation=PAPER, run=run, digest="0" * 64, by=other, recorded_at=now,
    )  # fmt: skip
    pack = make(
        conformity.EvidencePack, unit=unit, period_start=date(2021, 1, 1), period_end=date(2022, 1, 1),
        asked_on=date(2022, 1, 5), recorded_at=now, touched_at=now,
    )  # fmt: skip
    guest = Guest.objects.get(grant__unit=unit)
    visited = make(
        conformity.Inspection, uid=guest.visit, unit=unit, starts_on=date(2021, 10, 5), ends_on=date(2021, 10, 6),
        recorded_at=now,
    )  # fmt: skip
    found = make(
        conformity.InspectionFinding,
        inspection=visited,
        ordinal=1,
        grade="strength",
        words="x",
        recorded_at=now,
    )
    return {
        "inspection": visited.uid, "inspection_finding": found.uid, "guest": guest.uid, **_kept(run, confirmed, pack)
    }  # fmt: skip


def _kept(
    run: conformity.CheckRun, confirmed: conformity.Confirmation, pack: conformity.EvidencePack
) -> dict[str, uuid.UUID]:
    return {"check_run": run.uid, "confirmation": confirmed.uid, "evidence_pack": pack.uid}
