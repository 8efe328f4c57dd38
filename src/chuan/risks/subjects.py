"""How this room's things are named in other rooms, and what a risk that happened says of itself."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import faults, subjects
from chuan.offers.faults import Facts
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.risks.models import ContextIssue, InterestedParty, Risk, RiskAction
from chuan.ui import formatters as say

Found = Mapping[uuid.UUID, Described]


def register() -> None:
    """Offer the kinds; called when the programme starts."""
    subjects.register("risk", risks)
    subjects.register("risk_action", actions)
    subjects.register("context_issue", issues)
    subjects.register("interested_party", parties)
    faults.register("risk", facts)


def risks(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Risks and opportunities; the verb says what they wait for."""
    rows = Risk.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("process")
    return {
        one.uid: Described(
            one.subject,
            f"{one.code} {one.statement}",
            reverse("risks:risk", args=[one.uid]),
            note=one.process.name if one.process else "",
            verb=_("Chấm mức") if one.status == "noted" else _("Rà soát"),
            icon="bullseye",
            settled=one.status == "closed",
        )
        for one in rows
    }


def actions(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Actions about risks."""
    rows = RiskAction.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("risk")
    return {
        one.uid: Described(
            Subject("risk_action", one.uid),
            one.what,
            reverse("risks:risk", args=[one.risk.uid]),
            note=f"{one.risk.code} {one.risk.statement}",
            verb=_("Ghi kết quả"),
            icon="check2-square",
            settled=not one.is_open,
        )
        for one in rows
    }


def issues(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Issues of context."""
    rows = ContextIssue.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(Subject("context_issue", one.uid), one.statement, reverse("risks:context"))
        for one in rows
    }


def parties(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Interested parties."""
    rows = InterestedParty.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("interested_party", one.uid), one.name, reverse("risks:parties"), icon="person"
        )
        for one in rows
    }


def facts(uid: uuid.UUID, viewer: Any, at: datetime) -> Facts | None:
    """What a risk that happened says of itself, for a nonconformity; None where the viewer may not see it."""
    one = Risk.objects.seen_by(viewer).select_related("process").filter(uid=uid).first()
    if one is None:
        return None
    lines = [
        (_("Mã"), one.code),
        (_("Đã lường trước"), one.statement),
        (_("Nguyên nhân đã ghi"), one.causes),
        (_("Mức đang ghi"), one.level_word),
        (_("Cách xử lý"), str(one.get_treatment_display()) if one.treatment else ""),
        (_("Nêu ngày"), say.day(one.found_on)),
    ]
    return Facts(
        one.subject, f"{one.code} {one.statement}", reverse("risks:risk", args=[one.uid]),
        lines=tuple((words, value) for words, value in lines if value),
        process=one.process.code if one.process else "", clause="6.1.2",
    )  # fmt: skip
