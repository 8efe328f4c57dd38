"""What a plan begins with, and the files that were handed in as proof."""

from __future__ import annotations

from datetime import date
from typing import Any

from chuan.corrections.models import CorrectiveAction, EffectCheck, Nonconformity
from chuan.corrections.waiting import ACTION
from chuan.files.models import Attachment
from chuan.offers import measures
from chuan.rules.corrections import suggested_due


def plan_initial(case: Nonconformity, on: date) -> dict[str, Any]:
    """Days a month off, and the measure the case came from; of a further round the check of the last one."""
    last = EffectCheck.objects.filter(case=case).order_by("-round").first()
    key = last.measure_key if last else case.measure_key
    told: dict[str, Any] = {
        "on": on, "due_1": suggested_due(on, case.due_on), "measure": key if measures.find(key) else "",
        "comparator": "at_least", "rhythm": "monthly", "periods": 3, "shape": "share",
    }  # fmt: skip
    if last is not None:
        told |= {
            "shape": last.shape, "comparator": last.comparator, "target": last.exact, "method": last.method,
            "rhythm": last.rhythm, "periods": last.periods,
        }  # fmt: skip
    return told


def proofs_of(action: CorrectiveAction) -> list[Attachment]:
    """The files of an action, in the order they came."""
    rows = Attachment.objects.filter(subject_kind=ACTION, subject_uid=action.uid)
    return list(rows.select_related("blob").order_by("pk"))
