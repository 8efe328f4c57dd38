"""What this part offers to the house: its kinds by code, its card on a petition's page, its register of files."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.offers import subjects
from chuan.offers.subjects import Described, Subject
from chuan.people.viewer import Viewer
from chuan.petitions.models import Escalation, EscalationCover
from chuan.ui import formatters as say

KIND, COVER = "escalation", "escalation_cover"


def register() -> None:
    """Offer the kinds; called when the programme starts."""
    subjects.register(KIND, escalations)
    subjects.register(COVER, covers)


def escalations(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Those the viewer may open, by code and kind; never by what they are about."""
    rows = Escalation.objects.seen_by(viewer).latest_ones().filter(uid__in=list(uids))
    return {row.uid: _described(row) for row in rows}


def _described(row: Escalation) -> Described:
    told = {"kind": str(row.get_kind_display()), "code": row.code}
    return Described(
        Subject(KIND, row.uid),
        _("Cấp trên nhận %(kind)s, %(code)s") % told,
        reverse("petitions:escalation", args=[row.uid]),
        note=_("%(body)s, ngày %(day)s") % {"body": row.body, "day": say.day(row.received_on)},
        verb=_("Mở"),
        icon="chat-left-text",
        settled=row.voided,
    )


def covers(uids: Iterable[uuid.UUID], viewer: Viewer) -> Mapping[uuid.UUID, Described]:
    """Statements of higher bodies about the viewer's units."""
    rows = EscalationCover.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {row.uid: _cover(row) for row in rows}


def _cover(row: EscalationCover) -> Described:
    days = {"first": say.day(row.first), "last": say.day(row.last)}
    return Described(
        Subject(COVER, row.uid),
        _("Báo cáo của %(body)s, văn bản %(paper)s") % {"body": row.body, "paper": row.paper},
        reverse("petitions:escalation_cover", args=[row.uid]),
        note=_("từ %(first)s đến %(last)s") % days,
        verb=_("Mở"),
        icon="file-earmark-text",
        settled=row.voided_at is not None,
    )
