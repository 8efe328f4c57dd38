"""How this room's things are named in other rooms: never by why somebody was away."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping
from datetime import timedelta

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.rules.wording import said
from chuan.workforce.models import Absence, Course, Evidence, Requirement, TrainingPlan

Found = Mapping[uuid.UUID, Described]


def register() -> None:
    """Offer the kinds of this room; called when the programme starts."""
    kinds = {
        "absence": absences, "requirement": requirements, "evidence": evidence, "training_plan": plans,
        "course": courses,
    }  # fmt: skip
    for kind, describer in kinds.items():
        subjects.register(kind, describer)


def absences(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Absences the viewer may see, by whose they are."""
    rows = Absence.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("official")
    return {
        one.uid: Described(
            Subject("absence", one.uid),
            _("Ngày vắng của %(name)s") % {"name": one.official.name},
            reverse("workforce:absences"),
            icon="person",
        )
        for one in rows
    }


def requirements(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """What posts ask for."""
    rows = Requirement.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("requirement", one.uid),
            _("Yêu cầu “%(name)s” của %(post)s") % {"name": one.qualification.name, "post": one.post.title},
            reverse("workforce:requirements"),
        )
        for one in rows.select_related("post", "qualification")
    }


def evidence(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Papers the viewer may see; the grey line says until when they hold."""
    rows = Evidence.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("evidence", one.uid),
            _("Gia hạn “%s”") % one.qualification.name,
            reverse("workforce:person", args=[one.official.uid]),
            note=_("hết hạn sau ngày %s") % said(one.valid_to - timedelta(days=1)) if one.valid_to else "",
            verb=_("Xem minh chứng"),
            icon="person",
            settled=one.voided_at is not None,
        )
        for one in rows.select_related("official", "qualification")
    }


def plans(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Training plans, by their year."""
    rows = TrainingPlan.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("training_plan", one.uid),
            _("Kế hoạch đào tạo năm %s") % one.year,
            reverse("workforce:training_plan", args=[one.uid]),
        )
        for one in rows
    }


def courses(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Courses of training plans."""
    rows = Course.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("course", one.uid),
            _("Đánh giá hiệu quả khóa “%s”") % one.title,
            reverse("workforce:course", args=[one.uid]),
            verb=_("Mở khóa học"),
            icon="pencil",
        )
        for one in rows
    }
