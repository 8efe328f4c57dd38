"""How other rooms and the trail name a document, a reading and a question."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from chuan.documents.models import (
    Acknowledgement,
    BasisUpdate,
    Dissemination,
    Document,
    MustKnow,
    Reading,
)
from chuan.law.document_types import type_title
from chuan.offers.subjects import Described, Subject, register
from chuan.people.viewer import Viewer
from chuan.ui.formatters import day

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


def drafts(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Documents on their way out, with the verb of the stage and the draft's own page."""
    rows = Document.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {one.uid: _draft(one) for one in rows}


def must_know(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """What officials are to confirm that they know."""
    rows = MustKnow.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("dissemination")
    said = Exists(Acknowledgement.objects.filter(must_know=OuterRef("pk"), verb=Acknowledgement.CONFIRMED))
    return {one.uid: _must_know(one) for one in rows.annotate(known=said)}


def disseminations(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """What was put before officials."""
    rows = Dissemination.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {one.uid: _dissemination(one) for one in rows}


def register_all() -> None:
    """Offer the kinds of this room. A question has no uid of its own: it is named by its reading."""
    register("document", documents)
    register("reading", readings)
    register("draft", drafts)
    register("basis_update", basis_updates)
    register("must_know", must_know)
    register("dissemination", disseminations)


def _basis_update(one: BasisUpdate, left: int) -> Described:
    return Described(
        subject=Subject("basis_update", one.uid),
        label=_("Cập nhật văn bản đứng trên %s") % one.act.title,
        address=reverse("documents:act", args=[one.act.uid]),
        note=_("còn %s văn bản") % left,
        verb=_("Cập nhật"),
        settled=one.closed_on is not None,
    )


def _must_know(one: MustKnow) -> Described:
    often = _("đã nhắc lần %(n)s, ngày %(on)s")
    reminded = often % {"n": one.reminders, "on": day(one.reminded_on)} if one.reminders else ""
    return Described(
        subject=Subject("must_know", one.uid),
        label=_("Đọc và nắm vững: %s") % one.dissemination.title,
        address=reverse("documents:must_know", args=[one.uid]),
        note=reminded,
        verb=_("Đọc"),
        settled=bool(getattr(one, "known", False)) or one.dissemination.ended_at is not None,
    )


def _dissemination(one: Dissemination) -> Described:
    return Described(
        subject=Subject("dissemination", one.uid),
        label=_("Nắm vững: %s") % one.title,
        address=reverse("documents:dissemination", args=[one.uid]),
        settled=one.ended_at is not None,
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


_DRAFT_VERBS = {
    "draft": _lazy("Sửa dự thảo"),
    "content_review": _lazy("Duyệt nội dung"),
    "form_review": _lazy("Kiểm tra thể thức"),
    "to_sign": _lazy("Trình ký, ký"),
    "handed_over": _lazy("Thả lại bản đã ký"),
    "signed": _lazy("Cấp số"),
    "numbered": _lazy("Ký số cơ quan"),
    "sealed": _lazy("Phát hành"),
}


def _draft(one: Document) -> Described:
    verb = str(_DRAFT_VERBS.get(one.stage, _("Xem")))
    return Described(
        subject=Subject("draft", one.uid),
        label=f"{verb}: {one.subject or type_title(one.type)}",
        address=reverse("documents:draft", args=[one.uid]),
        note=f"{type_title(one.type)}, {one.stage_label}",
        verb=verb,
        icon="pencil" if one.stage == "draft" else "check2-square",
        settled=one.stage not in _DRAFT_VERBS,
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
