"""The receivers of one document: each line of "Nơi nhận", whom it names, and what became of its sendings."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.actions import sending as actions
from chuan.documents.forms_sending import ChooseForm
from chuan.documents.models import Delivery, Document
from chuan.documents.permissions import may_register
from chuan.documents.recipients import KINDS, Directory, is_reference, lines_of
from chuan.documents.sending import reports
from chuan.documents.views.sending.pages import REFUSED, crumbs, document_of, saved, sent
from chuan.intake.record_systems import system_on
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused


def listed(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Lines with whom they name; of an issued document every sending. POST: queue what has no sending yet."""
    document = document_of(request, uid)
    refusal = ""
    if request.method == "POST":
        try:
            made = actions.queue(document, by=request.viewer, at=request.at)
            messages.success(request, _("Đã xếp %s lượt gửi mới.") % len(made))
            return redirect("documents:recipients", uid=uid)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
    return _page(request, document, refusal)


def one(request: Request, uid: uuid.UUID, position: int) -> HttpResponse:
    """Choose whom a line names."""
    document = document_of(request, uid)
    line = get_object_or_404(document.recipients.all(), position=position)
    directory = Directory(document.owner_unit, request.on)
    named = directory.named(line.kind, line.target, line.line)
    initial = {
        "whom": f"{named.kind}:{named.target}" if named.kind else "",
        "remember": not is_reference(line.line),
    }
    form = ChooseForm(*sent(request), directory=directory, initial=initial)

    def save() -> str:
        kind, target = form.chosen()
        remember = form.cleaned_data["remember"]
        made = actions.choose(line, kind, target, remember=remember, by=request.viewer, at=request.at)
        messages.success(
            request,
            _("Đã ghi nơi nhận; xếp thêm %s lượt gửi.") % len(made) if made else _("Đã ghi nơi nhận."),
        )
        return _address(document)

    context = {
        "title": _("Dòng này gửi cho ai"),
        "crumbs": crumbs((document.title, _address(document))),
        "quote": line.line,
        "button": _("Ghi"),
    }
    return saved(request, form, save, context, nothing_chosen="whom")


def _page(request: Request, document: Document, refusal: str) -> HttpResponse:
    rows = Delivery.objects.seen_by(request.viewer).filter(document=document).order_by("way", "to", "pk")
    lines = lines_of(document, request.on)
    system = system_on(document.owner_unit, "documents", request.on)
    context = {
        "title": _("Nơi nhận"),
        "crumbs": crumbs((document.title, reverse("documents:document", args=[document.uid]))),
        "document": document,
        "lines": [(line, named, KINDS[named.kind], settled) for line, named, settled in lines],
        "unknown": sum(1 for _line, named, _settled in lines if not named.kind),
        "deliveries": reports.lines_of(rows, request.at),
        "may": may_register(request.viewer) and document.owner_unit_id == request.viewer.unit.pk,
        "system": system,
        "refusal": refusal,
    }
    return render(request, "documents/sending/recipients.html", context, status=REFUSED if refusal else 200)


def _address(document: Document) -> str:
    return reverse("documents:recipients", args=[document.uid])
