"""One incoming document: what it is, who handles it, what was said, what may be done; its slip."""

from __future__ import annotations

import json
import uuid
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.actions import incoming as actions
from chuan.documents.actions.incoming.stepping import REGISTER
from chuan.documents.actions.incoming.working import check_settles
from chuan.documents.forms_incoming import AssignForm, FinishForm
from chuan.documents.incoming.doing import deeds_for, do, place_of
from chuan.documents.incoming.listing import is_late
from chuan.documents.incoming.slip import slip_of, stamp_of
from chuan.documents.incoming.waiting import acknowledge_by, present_by
from chuan.documents.models import Document, Link, Packet
from chuan.documents.permissions import check_assigns
from chuan.documents.views.incoming.found import (
    REFUSED,
    address_of,
    crumbs_to,
    incoming_of,
    own_of,
    short_title,
)
from chuan.documents.views.outgoing.draft import DOCX
from chuan.documents.views.outgoing.found import shown_inside
from chuan.exchange.kinds import Kind
from chuan.intake.record_systems import system_on
from chuan.law.document_types import type_title
from chuan.paper.pdf import to_pdf
from chuan.paper.word import to_docx
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.lifecycles import INCOMING
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui.files import attachment

_WAY = ("arrived", "registered", "assigned", "in_work", "done")


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The page; POST does one of its deeds with the words typed there."""
    document = incoming_of(request, uid)
    if request.method != "POST":
        return _page(request, document)
    try:
        said = do(document, request.POST, by=request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _page(request, incoming_of(request, uid), refusal=refused.sentence)
    messages.success(request, said)
    return redirect(address_of(document))


def assign(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Chủ trì, phối hợp, để biết, thời hạn."""
    document = own_of(request, uid)
    check_assigns(request.viewer, office_too=True)
    sent = request.POST if request.method == "POST" else None
    form = AssignForm(sent, document=document, viewer=request.viewer)
    if request.method == "POST" and form.is_valid():
        with said_on(form, nobody_leads="lead", due_missing="due_on", due_before_arrival="due_on",
                     due_not_reckoned="working_days"):  # fmt: skip
            actions.assign(document, form.direction(), by=request.viewer, at=request.at)
            messages.success(request, _("Đã phân công; việc nằm ở Việc của tôi của từng người."))
            return redirect(address_of(document))
    return _form_page(
        request, document, form, _("Phân công giải quyết"), _("Phân công"), "documents/incoming/assign.html"
    )


def finish(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What came of it, and the document that replies."""
    document = own_of(request, uid)
    check_settles(document, request.viewer)
    form = FinishForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, result_missing="result"):
            actions.finish(document, **form.cleaned_data, by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi kết quả giải quyết."))
            return redirect(address_of(document))
    return _form_page(request, document, form, _("Ghi kết quả giải quyết"), _("Ghi kết quả"))


def slip_pdf(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Phiếu giải quyết văn bản đến, typeset."""
    document = incoming_of(request, uid)
    return shown_inside(to_pdf(slip_of(document, request.on)), "phieu-giai-quyet.pdf", Kind.PDF)


def slip_docx(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The same as a Word file."""
    document = incoming_of(request, uid)
    return attachment(to_docx(slip_of(document, request.on)), "phieu-giai-quyet.docx", DOCX)


def _page(request: Request, document: Document, *, refusal: str = "") -> HttpResponse:
    parts = list(document.assignments.standing().select_related("official", "post", "given_by", "document"))
    place = place_of(document, request.viewer, parts)
    deeds = deeds_for(place)
    context = {
        "title": document.subject or document.title or document.file_name,
        "short": short_title(document),
        "crumbs": crumbs_to(),
        "demo": document.owner_unit.example,
        "document": document,
        "type": type_title(document.type),
        "refusal": refusal,
        "words": request.POST.get("words", ""),
        "deeds": [one for one in deeds if not one.page],
        "pages": [one for one in deeds if one.page],
        "parts": parts,
        "instruction": next((one.instruction for one in parts if one.instruction), ""),
        "followed": place.followed,
        "system": system_on(document.owner_unit, REGISTER, request.on) if place.followed else None,
        "late": is_late(document, request.on),
        "steps": steps_of(document),
        "way": _way(document),
        "holder": INCOMING.statuses[document.stage].sentence,
        "stamp": stamp_of(document),
        "present_by": present_by(document) if document.stage == "arrived" else None,
        "acknowledge_by": acknowledge_by(document) if document.acknowledged_on is None else None,
        "check": document.signature_checks.order_by("-checked_at", "-pk").first(),
        "packet": Packet.objects.seen_by(request.viewer).filter(document=document).first(),
        "replies": Link.objects.filter(target=document, kind=Link.Kind.REPLIES).select_related("document"),
        "may_file": place.viewer.unit.pk == document.owner_unit_id,
    }
    return render(request, "documents/incoming/one.html", context, status=REFUSED if refusal else 200)


def steps_of(document: Document) -> list[dict[str, Any]]:
    """Each step in words: who, what, when, what was said; the newest first."""
    rows = document.steps.select_related("by").order_by("-seq")
    return [
        {
            "verb": INCOMING.verbs.get(one.verb, one.verb),
            "by": one.by.name if one.by else "",
            "at": one.recorded_at,
            "note": one.note,
            "data": json.loads(one.data) if one.data else {},
        }
        for one in rows
    ]


def _way(document: Document) -> list[dict[str, str]]:
    """The way to go: done, now, to come; none for a document that was sent back."""
    if document.stage not in _WAY:
        return []
    here = _WAY.index(document.stage)
    return [
        {
            "text": INCOMING.statuses[stage].label,
            "state": "done"
            if place < here or document.stage == "done"
            else "now"
            if place == here
            else "to_come",
        }
        for place, stage in enumerate(_WAY)
    ]


def _form_page(
    request: Request, document: Document, form: Any, title: str, button: str,
    template: str = "documents/outgoing/verb.html",
) -> HttpResponse:  # fmt: skip
    context = {
        "title": title,
        "crumbs": crumbs_to(document),
        "demo": document.owner_unit.example,
        "where": document.subject,
        "lead": f"{document.title}: {document.subject}",
        "form": form,
        "button": button,
        "back": reverse("documents:incoming", args=[document.uid]),
    }
    status = REFUSED if form.is_bound else 200
    return render(request, template, context, status=status)
