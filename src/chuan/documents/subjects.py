"""How other rooms and the trail name a document, a reading and a question."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.models import BasisUpdate, Document, Reading
from chuan.offers.subjects import Described, Subject, register
from chuan.people.viewer import Viewer

Found = Mapping[uuid.UUID, Described]


def documents(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Documents of the viewer's units, by number and date."""
    rows = Document.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {one.uid: _document(one) for one in rows}


def readings(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Readings of the viewer's documents, with how many questions are open."""
    open_questions = Count("questions", filter=Q(questions__answered_at__isnull=True))
    rows = Reading.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("document")
    counted = rows.annotate(open_questions=open_questions)
    return {one.uid: _reading(one, getattr(one, "open_questions", 0)) for one in counted}


def basis_updates(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Duties to update what stood on an act that ended."""
    rows = BasisUpdate.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("act")
    counted = rows.annotate(left=Count("dependents", filter=Q(dependents__outcome="open")))
    return {one.uid: _basis_update(one, getattr(one, "left", 0)) for one in counted}


def register_all() -> None:
    """Offer the kinds of this room. A question has no uid of its own: it is named by its reading."""
    register("document", documents)
    register("reading", readings)
    register("basis_update", basis_updates)


def _basis_update(one: BasisUpdate, left: int) -> Described:
    return Described(
        subject=Subject("basis_update", one.uid),
        label=_("Cập nhật văn bản đứng trên %s") % one.act.title,
        address=reverse("documents:act", args=[one.act.uid]),
        note=_("còn %s văn bản") % left,
        verb=_("Cập nhật"),
        settled=one.closed_on is not None,
    )


def _document(one: Document) -> Described:
    return Described(
        subject=Subject("document", one.uid),
        label=one.title,
        address=reverse("documents:document", args=[one.uid]),
        note=one.subject,
        verb=_("Xem"),
        settled=one.state == Document.State.CONFIRMED,
    )


def _reading(one: Reading, left: int) -> Described:
    waits = one.status == Reading.Status.PROPOSED
    note = _("còn %s câu hỏi") % left if left else _("đã trả lời hết câu hỏi")
    return Described(
        subject=Subject("reading", one.uid),
        label=_("Xác nhận bản đọc: %s") % one.document.title
        if waits
        else _("Bản đọc: %s") % one.document.title,
        address=reverse("documents:reading", args=[one.uid]),
        note=note if waits else str(one.get_status_display()),
        verb=_("Xác nhận") if waits else _("Xem"),
        icon="check2-square" if waits else "file-earmark-text",
        settled=not waits,
    )
