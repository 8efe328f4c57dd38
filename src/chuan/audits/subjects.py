"""How programmes, audits and findings are named in other rooms."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.audits.models import Audit, Finding, Programme
from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.ui import formatters as say

Found = Mapping[uuid.UUID, Described]


def register() -> None:
    """Offer the kinds of this room; called when the programme starts."""
    subjects.register("audit_programme", programmes)
    subjects.register("audit", audits)
    subjects.register("finding", findings)


def programmes(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Programmes, by their year."""
    rows = Programme.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("audit_programme", one.uid),
            _("Chương trình đánh giá năm %s") % one.year,
            f"{reverse('audits:year')}?nam={one.year}",
        )
        for one in rows
    }


def audits(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Audits by code and days; the grey line says how they stand."""
    rows = Audit.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {
        one.uid: Described(
            Subject("audit", one.uid),
            _("Đánh giá nội bộ %(code)s, %(days)s")
            % {"code": one.code, "days": say.days(one.starts_on, one.ends_on)},
            reverse("audits:audit", args=[one.uid]),
            note=one.get_status_display(),
            verb=_("Mở cuộc đánh giá"),
            icon="list",
            settled=one.status in (Audit.Status.CLOSED, Audit.Status.CALLED_OFF),
            every_day=True,
        )
        for one in rows
    }


def findings(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Findings the viewer may see, by code and words."""
    rows = Finding.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("audit")
    return {
        one.uid: Described(
            Subject("finding", one.uid),
            f"{one.code}: {one.words}"[:200],
            reverse("audits:finding", args=[one.uid]),
            note=one.get_grade_display(),
            settled=one.withdrawn_at is not None or one.is_settled is True,
        )
        for one in rows
    }
