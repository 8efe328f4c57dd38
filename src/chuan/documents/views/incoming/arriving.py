"""Taking in a document, registering it with its số đến, correcting what the register says of it."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.documents.actions import incoming as actions
from chuan.documents.actions.incoming.stepping import REGISTER
from chuan.documents.forms_incoming import FactsForm, FileForm, MendForm, RegisterForm
from chuan.documents.incoming.facts import Arriving, facts_of
from chuan.documents.incoming.reading import read_file
from chuan.documents.incoming.same import same_as
from chuan.documents.incoming.waiting import acknowledge_by, present_by
from chuan.documents.models import Document, Packet
from chuan.documents.permissions import check_registers
from chuan.documents.views.incoming.found import REFUSED, address_of, crumbs_to, own_of
from chuan.intake.record_systems import system_on
from chuan.people.door import Request
from chuan.people.saying import said_on

DAYS = {
    "arrived_in_future": "arrived_on",
    "issued_after_arrival": "issued_on",
    "due_before_arrival": "due_on",
    "same_here": "number",
}


def receive(request: Request) -> HttpResponse:
    """Drop a file, or type in a paper; either way it waits to be registered."""
    check_registers(request.viewer)
    typed = request.method == "POST" and "typed" in request.POST
    dropped = request.method == "POST" and not typed
    file = FileForm(*((request.POST, request.FILES) if dropped else (None, None)))
    facts = FactsForm(request.POST if typed else None, initial={"arrived_on": request.on, "electronic": "0"})
    if dropped and file.is_valid():
        with said_on(file, same_file_here="file"):
            return _taken_in(request, file)
    if typed and facts.is_valid():
        with said_on(facts, **DAYS):
            document = actions.arrive(facts.facts(), by=request.viewer, at=request.at)
            return redirect("documents:incoming_register", uid=document.uid)
    context = {
        "title": _("Nhận văn bản đến"),
        "crumbs": crumbs_to(),
        "demo": request.viewer.unit.example,
        "file": file,
        "facts": facts,
        "system": system_on(request.viewer.unit, REGISTER, request.on),
    }
    status = REFUSED if request.method == "POST" else 200
    return render(request, "documents/incoming/receive.html", context, status=status)


def register(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What was read, beside what is here already; the clerk checks it and the next số đến is given."""
    document = own_of(request, uid)
    check_registers(request.viewer)
    packet = Packet.objects.seen_by(request.viewer).filter(document=document).exists()
    same = same_as(document.owner_unit, _typed(request, document), request.on, but=document.pk)
    form = RegisterForm(
        request.POST if request.method == "POST" else None, document=document, same=bool(same), packet=packet
    )
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with said_on(form, **DAYS):
            number = actions.register(
                document, form.facts(), despite_same=given.get("despite_same", False),
                acknowledged=given.get("acknowledged", False), by=request.viewer, at=request.at,
            )  # fmt: skip
            messages.success(request, _("Đã đăng ký, số đến %s; đã trình lãnh đạo phân công.") % number)
            return redirect(address_of(document))
    context = {
        "title": _("Đăng ký văn bản đến"),
        "crumbs": crumbs_to(document),
        "demo": document.owner_unit.example,
        "document": document,
        "form": form,
        "same": same,
        "present_by": present_by(document),
        "acknowledge_by": acknowledge_by(document),
        "check": document.signature_checks.order_by("-checked_at", "-pk").first(),
    }
    status = REFUSED if form.is_bound else 200
    return render(request, "documents/incoming/register.html", context, status=status)


def mend(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A correction of what the register says, with the reason."""
    document = own_of(request, uid)
    check_registers(request.viewer)
    form = MendForm(request.POST if request.method == "POST" else None, document=document)
    if request.method == "POST" and form.is_valid():
        with said_on(form, **DAYS):
            reason = form.cleaned_data["reason"]
            actions.mend(document, form.facts(), reason, by=request.viewer, at=request.at)
            messages.success(request, _("Đã sửa; bản cũ giữ ở các bước."))
            return redirect(address_of(document))
    context = {
        "title": _("Sửa thông tin đăng ký"),
        "crumbs": crumbs_to(document),
        "demo": document.owner_unit.example,
        "form": form,
        "button": _("Sửa"),
        "back": reverse("documents:incoming", args=[uid]),
    }
    status = REFUSED if form.is_bound else 200
    return render(request, "documents/outgoing/verb.html", context, status=status)


def _taken_in(request: Request, form: FileForm) -> HttpResponse:
    """Reading takes longer than an act may: the act begins when it is done."""
    upload = form.cleaned_data["file"]
    read = read_file(upload.read(), str(upload.name), by=request.viewer, at=request.at)
    # nosemgrep: clock-below-the-door - what takes time comes before the act
    document = actions.take_in(read, by=request.viewer, at=timezone.now())
    if read.scanned:
        messages.warning(
            request, _("Tệp chỉ có ảnh chụp trang giấy: ghi tay số, ngày, trích yếu rồi đăng ký.")
        )
    if read.seen_as:
        words = _("Chữ đọc từ ảnh (%s): ghi số và ngày theo bản giấy, so lại các ô khác rồi mới đăng ký.")
        messages.warning(request, words % read.seen_as)
    return redirect("documents:incoming_register", uid=document.uid)


def _typed(request: Request, document: Document) -> Arriving:
    """What is compared: what stands in the boxes now."""
    if request.method == "POST":
        form = FactsForm(request.POST)
        if form.is_valid():
            return form.facts().tidied()
    return facts_of(document)
