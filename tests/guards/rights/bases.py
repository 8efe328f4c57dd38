"""A paper that the plan rests on, dropped as a file."""

from __future__ import annotations

import uuid

from chuan.files.models import Attachment, Blob
from chuan.objectives.models import Basis, Plan
from chuan.people.models import Official
from tests.guards.rights.making import make


def basis(plan: Plan, blob: Blob, owner: Official) -> dict[str, uuid.UUID]:
    """Kept by its owner, with one promise in it."""
    held = make(
        Attachment, blob=blob, unit_uid=plan.owner_unit.uid, subject_kind="basis", subject_uid=plan.uid
    )
    text = "Tỷ lệ hồ sơ giải quyết đúng hạn đạt trên 95 %."
    made = make(
        Basis, plan=plan, attachment=held, year=plan.year, name="Nghị quyết 1/NQ-HĐND", text=text, by=owner
    )
    return {"basis": made.uid}
