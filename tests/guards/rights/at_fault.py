"""One thing of each kind that the room of nonconformities keeps; the action is the owner's."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from chuan.corrections import models as corrections
from chuan.files import actions as files
from chuan.files.models import Attachment
from chuan.people.models import Official, Unit
from tests.guards.rights.making import make
from tests.people import START


def at_fault(unit: Unit, owner: Official, now: datetime) -> dict[str, uuid.UUID]:
    """A nonconformity with an action that is done with a proof, its effect to be judged, a document in question."""
    case = make(
        corrections.Nonconformity, unit=unit, owner_unit=unit, year=2021, number=1, what="Trễ", source="hand",
        found_on=START, status="checking", raised_by=owner, recorded_at=now,
    )  # fmt: skip
    action = make(
        corrections.CorrectiveAction, case=case, round=1, what="Sửa", owner=owner, planned_on=START, due_on=START,
        done_on=START, done_words="xong", recorded_at=now,
    )  # fmt: skip
    waiting = make(
        corrections.CorrectiveAction, case=case, round=1, what="Sửa nữa", owner=owner, planned_on=START, due_on=START,
        recorded_at=now,
    )  # fmt: skip
    make(
        Attachment, blob=files.keep(b"%PDF-1.4 thu", media_type="application/pdf"), unit_uid=unit.uid,
        subject_kind="corrective_action", subject_uid=action.uid, name="minh-chung.pdf",
    )  # fmt: skip
    make(
        corrections.EffectCheck, case=case, round=1, measure_key="dossiers.on_time", shape="share",
        comparator="at_least", target="95", rhythm="monthly", periods=1, planned_on=START, recorded_at=now,
    )  # fmt: skip
    document = make(
        corrections.AffectedDocument, case=case, subject_uid=uuid.UUID(int=9), label="QT-07",
        named_on=date(2021, 6, 1),
    )  # fmt: skip
    return {
        "nonconformity": case.uid, "corrective_action": waiting.uid, "action_done": action.uid,
        "affected_document": document.uid,
    }  # fmt: skip
