"""How inspections and what they find are named in other rooms."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.conformity.models import Inspection, InspectionFinding
from chuan.law.inspection import points
from chuan.offers import faults, subjects
from chuan.offers.faults import Facts
from chuan.offers.subjects import Described, Subject
from chuan.people.models import Guest
from chuan.people.viewer import Viewer
from chuan.rules.wording import said

INSPECTION, FINDING, GUEST = "inspection", "inspection_finding", "guest"

Shown = Mapping[uuid.UUID, Described]


def register() -> None:
    """Offer the kinds, and the facts of a finding; called when the programme starts."""
    subjects.register(INSPECTION, inspections)
    subjects.register(FINDING, findings)
    subjects.register(GUEST, guests)
    faults.register(FINDING, facts)


def page_of(uid: uuid.UUID) -> str:
    """Where an inspection is shown."""
    return reverse("inspecting:one", args=[uid])


def label_of(one: Inspection) -> str:
    """Kiểm tra của Sở, from its first day."""
    return _("Kiểm tra của %(body)s từ %(day)s") % {"body": one.body, "day": said(one.starts_on)}


def cited(one: Inspection) -> str:
    """The minutes as a paper cites them."""
    words = _("Biên bản %(number)s ngày %(day)s của %(body)s")
    return words % {"number": one.minutes, "day": said(one.minutes_on), "body": one.body}


def point_title(key: str) -> str:
    """The words of a point of the inspector's list; "" for none."""
    return next((one.title for one in points() if one.key == key), "")


def inspections(uids: Iterable[uuid.UUID], viewer: Viewer) -> Shown:
    """Inspections; one statement."""
    rows = Inspection.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject(INSPECTION, one.uid), label_of(one), page_of(one.uid), note=one.citation, settled=one.is_closed
        )
        for one in rows
    }  # fmt: skip


def findings(uids: Iterable[uuid.UUID], viewer: Viewer) -> Shown:
    """Findings, on the page of their inspection; one statement."""
    rows = InspectionFinding.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("inspection")
    return {
        one.uid: Described(
            Subject(FINDING, one.uid), one.words[:200], page_of(one.inspection.uid), note=label_of(one.inspection),
            settled=one.inspection.is_closed,
        )
        for one in rows
    }  # fmt: skip


def guests(uids: Iterable[uuid.UUID], viewer: Viewer) -> Shown:
    """Inspectors by name, on the page of their visit; one statement."""
    rows = Guest.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(Subject(GUEST, one.uid), one.name, page_of(one.visit), note=one.body) for one in rows
    }  # fmt: skip


def facts(uid: uuid.UUID, viewer: Viewer, at: datetime) -> Facts | None:
    """What is kept with the nonconformity: the minutes, the point, what was seen. No inspector, no official."""
    rows = InspectionFinding.objects.seen_by(viewer).select_related("inspection")
    one = rows.filter(uid=uid).first()
    if one is None:
        return None
    held = one.inspection
    lines = [
        (_("Đoàn kiểm tra"), held.body), (_("Theo quyết định"), held.citation),
        (_("Nội dung kiểm tra"), point_title(one.point)), (_("Đã thấy"), one.words), (_("Bằng chứng"), one.evidence),
    ]  # fmt: skip
    label = _("Phát hiện %(n)s, %(where)s") % {"n": one.ordinal, "where": label_of(held)}
    return Facts(
        Subject(FINDING, one.uid), label[:300], page_of(held.uid), tuple(line for line in lines if line[1]),
        clause=one.clause, found_on=held.minutes_on,
    )  # fmt: skip
