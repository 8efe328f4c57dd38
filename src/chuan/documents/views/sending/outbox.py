"""The outbox: what waits to leave; packet files and letters made, downloaded, and marked as sent by a person."""

from __future__ import annotations

import uuid
from itertools import groupby

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.documents.actions import sending as actions
from chuan.documents.actions.sending.packets_out import RECALL
from chuan.documents.forms_knowing import ReasonForm
from chuan.documents.models import Delivery, Document
from chuan.documents.permissions import check_registers, may_register
from chuan.documents.sending import mail
from chuan.documents.sending.organ import organ_of
from chuan.documents.sending.packing import packet_name
from chuan.documents.views.sending.pages import EDXML, REFUSED, crumbs, document_of, saved
from chuan.documents.views.sending.pages import sent as sent_form
from chuan.files import actions as files
from chuan.files.models import Attachment, Blob
from chuan.intake.record_systems import system_on
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui.files import attachment

PER_PAGE = 25
_OPEN = ("queued", "failed", "recall_asked")


def listed(request: Request) -> HttpResponse:
    """Documents with sendings that wait for a person, the oldest first."""
    return _outbox(request)


def make(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Make the packet of a document."""
    document = document_of(request, uid)
    if request.method != "POST":
        return redirect("documents:outbox")
    try:
        actions.make_packet(document, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _outbox(request, refused.sentence)
    messages.success(request, _("Đã lập gói tin. Tải tệp, gửi qua trục liên thông, rồi ghi đã gửi."))
    return redirect("documents:outbox")


def packet(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The packet file, or with ``?thu-hoi=1`` the one that asks for the document back."""
    document = document_of(request, uid)
    check_registers(request.viewer)
    recalling = request.GET.get("thu-hoi") == "1"
    blob = _recall_blob(document) if recalling else _packet_blob(document)
    if blob is None:
        raise Http404
    name = packet_name(document, kind="thu-hoi" if recalling else "gui")
    return attachment(files.read(blob), name, EDXML)


def sent(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The packet was sent now, to every receiver of the document that waits for it."""
    document = document_of(request, uid)
    if request.method == "POST":
        rows = document.deliveries.filter(way=Delivery.Way.EDXML, status__in=("queued", "failed"))
        packed = list(rows.exclude(packet=None).select_related("document", "document__owner_unit"))
        try:
            count = actions.mark_sent(packed, request.at, by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            return _outbox(request, refused.sentence)
        messages.success(request, _("Đã ghi là đã gửi tới %s nơi nhận.") % count)
    return redirect("documents:outbox")


def recall(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Make the packet that asks for the document back."""
    document = document_of(request, uid)
    check_registers(request.viewer)
    form = ReasonForm(*sent_form(request))

    def save() -> str:
        actions.make_recall_packet(document, form.cleaned_data["reason"], by=request.viewer, at=request.at)
        return reverse("documents:outbox")

    context = {
        "title": _("Lập gói tin thu hồi"),
        "crumbs": crumbs((_("Hộp gửi đi"), reverse("documents:outbox"))),
        "quote": document.title,
        "button": _("Lập gói tin"),
    }
    return saved(request, form, save, context)


def letter(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The letter as an .eml file, ready to be sent from the office's own box."""
    check_registers(request.viewer)
    seen = Delivery.objects.seen_by(request.viewer).filter(way=Delivery.Way.MAIL)
    found = get_object_or_404(
        seen.select_related("document", "document__owner_unit", "document__blob", "correspondent"), uid=uid
    )
    try:
        data = mail.eml(found, at=request.at)
    except Refused as refused:
        messages.error(request, refused.sentence)
        return redirect("documents:delivery", uid=found.uid)
    name = packet_name(found.document).removesuffix("-gui.edxml")
    return attachment(data, f"{name}.eml", "message/rfc822")


def _outbox(request: Request, refusal: str = "") -> HttpResponse:
    seen = (
        Document.objects.seen_by(request.viewer)
        .outgoing()
        .filter(deliveries__status__in=_OPEN, deliveries__way__in=("edxml", "mail", "paper"))
    )
    page = Paginator(seen.distinct().order_by("-issued_on", "-pk"), PER_PAGE).get_page(
        request.GET.get("trang")
    )
    unit = request.viewer.unit
    context = {
        "title": _("Hộp gửi đi"),
        "crumbs": crumbs(),
        "page": page,
        "groups": _groups(request, list(page.object_list)),
        "may": may_register(request.viewer),
        "organ": organ_of(unit, request.on),
        "system": system_on(unit, "documents", request.on),
        "by_itself": mail.is_configured(),
        "now": timezone.localtime(request.at),
        "refusal": refusal,
    }
    return render(request, "documents/sending/outbox.html", context, status=REFUSED if refusal else 200)


def _groups(request: Request, documents: list[Document]) -> list[dict[str, object]]:
    """Each document with its waiting sendings by way; two queries for the whole page."""
    rows = Delivery.objects.seen_by(request.viewer).filter(document__in=documents, status__in=_OPEN)
    rows = (
        rows.exclude(way__in=("inside", "source"))
        .select_related("correspondent")
        .order_by("document", "way", "pk")
    )
    held = {key: list(some) for key, some in groupby(rows, key=lambda one: one.document_id)}
    recalls = set(
        Attachment.objects.filter(subject_kind=RECALL, subject_uid__in=[one.uid for one in documents])
        .values_list("subject_uid", flat=True)
    )  # fmt: skip
    return [_group(one, held.get(one.pk, []), one.uid in recalls) for one in documents]


def _group(document: Document, rows: list[Delivery], has_recall: bool) -> dict[str, object]:
    packets = [one for one in rows if one.way == Delivery.Way.EDXML and one.status in ("queued", "failed")]
    asked = [one for one in rows if one.way == Delivery.Way.EDXML and one.status == "recall_asked"]
    return {
        "document": document,
        "packets": packets,
        "packed": bool(packets) and all(one.packet_id for one in packets),
        "asked": asked,
        "has_recall": has_recall,
        "others": [one for one in rows if one.way != Delivery.Way.EDXML],
    }


def _packet_blob(document: Document) -> Blob | None:
    rows = document.deliveries.filter(way=Delivery.Way.EDXML).exclude(packet=None)
    found = rows.select_related("packet").order_by("-pk").first()
    return found.packet if found else None


def _recall_blob(document: Document) -> Blob | None:
    rows = Attachment.objects.filter(subject_kind=RECALL, subject_uid=document.uid)
    found = rows.select_related("blob").order_by("-pk").first()
    return found.blob if found else None
