"""Ký số: what waits for my signature, a code for the command, whose certificate is whose."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from chuan.documents.models import Certificate, Document, SigningTicket
from chuan.documents.permissions import REGISTRARS, SIGNERS, check_registers
from chuan.documents.signing import actions
from chuan.documents.signing.forms import CertificateForm, ChosenForm, PictureForm, WhoseForm
from chuan.documents.signing.steps import STAGE, Role
from chuan.people.door import Request
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound, Refused

REFUSED = 422
SHOWN = 200

_HEADINGS = {
    Role.PERSON: (gettext_lazy("Chờ người có thẩm quyền ký"), gettext_lazy("Lấy mã ký")),
    Role.SEAL: (gettext_lazy("Chờ ký số của cơ quan"), gettext_lazy("Lấy mã ký số của cơ quan")),
}


def waiting(request: Request) -> HttpResponse:
    """Documents that wait for this official's signature, and those that wait for the seal."""
    return render(request, "documents/signing/waiting.html", _waiting(request))


@never_cache
@require_POST
def opened(request: Request) -> HttpResponse:
    """A ticket for the ticked documents; its code is shown this once."""
    form = ChosenForm(request.POST)
    chosen: list[Document] = []
    role = Role.PERSON
    if form.is_valid():
        role = Role(form.cleaned_data["vai"])
        uids = form.cleaned_data["van_ban"]
        chosen = list(
            Document.objects.seen_by(request.viewer).filter(uid__in=uids).select_related("blob", "owner_unit")
        )
        if len(chosen) != len(set(uids)):
            raise NotFound(thing=_("văn bản này"))
    try:
        made = actions.open_ticket(chosen, role, by=request.viewer, at=request.at)
    except Refused as refused:
        return render(
            request,
            "documents/signing/waiting.html",
            _waiting(request) | {"refused": refused.sentence},
            status=REFUSED,
        )
    context = {
        "title": _("Mã ký số"),
        "crumbs": _crumbs(),
        "ticket": made.ticket,
        "code": made.code,
        "server": request.build_absolute_uri("/").rstrip("/"),
        "documents": chosen,
    }
    return render(request, "documents/signing/opened.html", context)


def ticket(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What became of a ticket of the viewer's own."""
    own = (
        SigningTicket.objects.filter(official=request.viewer.official)
        if request.viewer.official
        else SigningTicket.objects.none()
    )
    found = get_object_or_404(own, uid=uid)
    items = found.items.select_related("document").order_by("pk")
    context = {
        "title": _("Lần ký số"),
        "crumbs": _crumbs(),
        "ticket": found,
        "items": items,
        "open": found.closed_at is None and found.expires_at > request.at,
    }
    return render(request, "documents/signing/ticket.html", context)


def certificates(request: Request) -> HttpResponse:
    """The register of certificates, and writing one down."""

    def save(form: WhoseForm) -> None:
        actions.register_certificate(form.data_given, form.official, by=request.viewer, at=request.at)
        messages.success(request, _("Đã ghi chứng thư số."))

    form = CertificateForm(*_sent(request), unit=request.viewer.unit)
    return _kept(request, form, save) or _certificates(
        request, form, PictureForm(None, None, unit=request.viewer.unit)
    )


def picture(request: Request) -> HttpResponse:
    """Keeping the picture of a signature or of the seal."""

    def save(form: WhoseForm) -> None:
        actions.keep_picture(form.data_given, form.official, by=request.viewer, at=request.at)
        messages.success(request, _("Đã lưu ảnh."))

    form = PictureForm(*_sent(request), unit=request.viewer.unit)
    return _kept(request, form, save) or _certificates(
        request, CertificateForm(None, None, unit=request.viewer.unit), form
    )


@require_POST
def end_certificate(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A certificate that is no longer to be used."""
    found = get_object_or_404(Certificate.objects.seen_by(request.viewer), uid=uid)
    actions.end_certificate(found, by=request.viewer, at=request.at)
    messages.success(request, _("Đã ghi thôi dùng chứng thư số “%s”.") % found.subject)
    return redirect("documents:certificates")


def _kept(request: Request, form: WhoseForm, save: Callable[[WhoseForm], None]) -> HttpResponse | None:
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        save(form)
    except Refused as refused:
        form.add_error("tep", refused.sentence)
        return None
    return redirect("documents:certificates")


def _certificates(request: Request, form: CertificateForm, picture_form: PictureForm) -> HttpResponse:
    check_registers(request.viewer)
    known = (
        Certificate.objects.seen_by(request.viewer)
        .select_related("official")
        .order_by("ended_at", "official__name", "-pk")
    )
    context = {
        "title": _("Chứng thư số của đơn vị"),
        "crumbs": _crumbs(),
        "certificates": known[:SHOWN],
        "form": form,
        "picture_form": picture_form,
        "on": request.on,
    }
    return render(
        request,
        "documents/signing/certificates.html",
        context,
        status=REFUSED if form.errors or picture_form.errors else 200,
    )


def _waiting(request: Request) -> dict[str, Any]:
    own = request.viewer.official
    last = SigningTicket.objects.filter(official=own).order_by("-opened_at").first() if own else None
    return {
        "title": _("Ký số"),
        "crumbs": _crumbs()[:1],
        "groups": [_group(request.viewer, role) for role in _roles(request.viewer)],
        "last": last,
        "may_keep": request.viewer.has(*REGISTRARS),
    }


def _group(viewer: Viewer, role: Role) -> dict[str, Any]:
    found = Document.objects.seen_by(viewer).outgoing().filter(owner_unit=viewer.unit, stage=STAGE[role])
    heading, button = _HEADINGS[role]
    rows = found.filter(blob__isnull=False).order_by("urgency", "pk")
    return {
        "role": role.value,
        "heading": heading,
        "button": button,
        "documents": rows[:SHOWN],
        "count": rows.count(),
    }


def _roles(viewer: Viewer) -> list[Role]:
    roles = [Role.PERSON] if viewer.has(*SIGNERS) else []
    return [*roles, Role.SEAL] if viewer.has(*REGISTRARS) else roles


def _sent(request: Request) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _crumbs() -> list[tuple[str, str]]:
    return [(_("Văn bản"), reverse("documents:list")), (_("Ký số"), reverse("documents:to_sign"))]
