"""How other rooms and the trail name a document, a reading and a question."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Mapping

from django.db.models import Count, Exists, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as _lazy

from chuan.documents.controlled import subjects as controlled
from chuan.documents.models import (
    Acknowledgement,
    Assignment,
    BasisUpdate,
    Delivery,
    Dissemination,
    Document,
    MustKnow,
    Packet,
    Reading,
)
from chuan.law.document_types import type_title
from chuan.offers.subjects import Described, Subject, register
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import DELIVERY
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


def incoming(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Documents that came in, with the verb of the stage and their own page."""
    rows = Document.objects.seen_by(viewer).filter(uid__in=list(uids)).defer("content")
    return {one.uid: _incoming(one) for one in rows}


def assignments(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Parts given in handling incoming documents."""
    rows = Assignment.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("document")
    return {one.uid: _assignment(one) for one in rows}


def must_know(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """What officials are to confirm that they know."""
    rows = MustKnow.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("dissemination")
    said = Exists(Acknowledgement.objects.filter(must_know=OuterRef("pk"), verb=Acknowledgement.CONFIRMED))
    return {one.uid: _must_know(one) for one in rows.annotate(known=said)}


def disseminations(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """What was put before officials."""
    rows = Dissemination.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {one.uid: _dissemination(one) for one in rows}


def deliveries(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Sendings: what they were sent, to whom, and what became of it."""
    rows = Delivery.objects.seen_by(viewer).filter(uid__in=list(uids)).select_related("document")
    return {one.uid: _delivery(one) for one in rows}


def packets(uids: Iterable[uuid.UUID], viewer: Viewer) -> Found:
    """Packets that came in, with what they wait for."""
    rows = Packet.objects.seen_by(viewer).filter(uid__in=list(uids))
    return {one.uid: _packet(one) for one in rows}


def register_all() -> None:
    """Offer the kinds of this room. A question has no uid of its own: it is named by its reading."""
    register("document", documents)
    register("reading", readings)
    register("draft", drafts)
    register("incoming", incoming)
    register("assignment", assignments)
    register("basis_update", basis_updates)
    register("must_know", must_know)
    register("dissemination", disseminations)
    controlled.register_all()
    register("delivery", deliveries)
    register("packet", packets)


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


def _delivery(one: Delivery) -> Described:
    return Described(
        subject=Subject("delivery", one.uid),
        label=_("Gửi %(title)s tới %(to)s") % {"title": one.document.title, "to": one.to},
        address=reverse("documents:delivery", args=[one.uid]),
        note=str(DELIVERY.statuses[one.status].label),
        verb=_("Xem"),
        settled=one.status not in ("refused", "failed", "recall_denied"),
    )


def _packet(one: Packet) -> Described:
    waits, who = one.status == Packet.Status.WAITING, one.sender or _("nơi gửi không ghi tên")
    return Described(
        subject=Subject("packet", one.uid),
        label=_("Gói tin của %(who)s: %(name)s") % {"who": who, "name": one.file_name},
        address=reverse("documents:packet", args=[one.uid]),
        note=str(one.get_status_display()),
        verb=_("Xử lý") if waits else _("Xem"),
        icon="check2-square" if waits else "file-earmark-text",
        settled=not waits,
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


_INCOMING_VERBS = {
    "arrived": _lazy("Đăng ký"),
    "registered": _lazy("Phân công"),
    "assigned": _lazy("Giải quyết"),
    "in_work": _lazy("Giải quyết"),
}
_PART_VERBS = {
    Assignment.Part.LEAD: _lazy("Chủ trì"),
    Assignment.Part.COOPERATE: _lazy("Phối hợp"),
    Assignment.Part.KNOW: _lazy("Xem để biết"),
}


def _incoming(one: Document) -> Described:
    verb = str(_INCOMING_VERBS.get(one.stage, _("Xem")))
    button = _("Mở") if one.outside_code else verb
    said = (_("số đến %s") % one.arrival_number if one.arrival_number else "", one.title, one.issuer_name)
    return Described(
        subject=Subject("incoming", one.uid),
        label=f"{verb}: {one.subject or one.title}",
        address=reverse("documents:incoming", args=[one.uid]),
        note=", ".join(part for part in said if part),
        verb=button,
        icon="check2-square",
        settled=one.stage not in _INCOMING_VERBS,
    )


def _assignment(one: Assignment) -> Described:
    document, verb = one.document, str(_PART_VERBS[Assignment.Part(one.part)])
    return Described(
        subject=Subject("assignment", one.uid),
        label=f"{verb}: {document.subject or document.title}",
        address=reverse("documents:incoming", args=[document.uid]),
        note=one.instruction or document.title,
        verb=_("Mở"),
        icon="check2-square",
        settled=one.ended_at is not None or document.stage == "done",
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
