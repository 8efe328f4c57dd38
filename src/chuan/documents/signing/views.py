"""Ký số: what waits for my signature, a code for the command, whose certificate is whose."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.db.models import F
from django.forms import Form
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
from chuan.documents.signing.forms import CertificateForm, ChosenForm, PictureForm, ServicesForm
from chuan.documents.signing.proofs import watched
from chuan.documents.signing.refusals import NothingChosen
from chuan.documents.signing.services import ADDRESSES, LEVEL, TIMESTAMP_URL, chosen, web_of
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
    form = CertificateForm(*_sent(request), unit=request.viewer.unit)

    def save() -> str:
        actions.register_certificate(form.data_given, form.official, by=request.viewer, at=request.at)
        return _("Đã ghi chứng thư số.")

    return _kept(request, form, "tep", save) or _register(request, form=form)


def picture(request: Request) -> HttpResponse:
    """Keeping the picture of a signature or of the seal."""
    form = PictureForm(*_sent(request), unit=request.viewer.unit)

    def save() -> str:
        actions.keep_picture(form.data_given, form.official, by=request.viewer, at=request.at)
        return _("Đã lưu ảnh.")

    return _kept(request, form, "tep", save) or _register(request, picture_form=form)


def choose_services(request: Request) -> HttpResponse:
    """Whom to ask for time stamps and revocation."""
    form = ServicesForm(_sent(request)[0])

    def save() -> str:
        given = form.cleaned_data
        values = {TIMESTAMP_URL: given["timestamp_url"], ADDRESSES: given["addresses"], LEVEL: given["level"]}
        actions.choose_services(
            values,
            valid_from=given["valid_from"],
            citation=given["citation"],
            by=request.viewer,
            at=request.at,
        )
        return _("Đã ghi dịch vụ ký số.")

    return _kept(request, form, "timestamp_url", save) or _register(request, services_form=form)


def proofs(request: Request) -> HttpResponse:
    """The watch list: proof that ends soon, and levels lower than wanted; a press raises or renews some of them."""
    check_registers(request.viewer)
    found = watched(request.viewer)
    if request.method == "POST":
        wanted = set(request.POST.getlist("van_ban"))
        chosen_ones = [one.document for one in found if str(one.document.uid) in wanted][: actions.AT_ONCE]
        _prove_all(request, chosen_ones)
        return redirect("documents:proofs")
    context = {
        "title": _("Bằng chứng của chữ ký số"),
        "crumbs": _crumbs(),
        "proofs": found[:SHOWN],
        "count": len(found),
        "at_once": actions.AT_ONCE,
    }
    return render(request, "documents/signing/proofs.html", context)


def _prove_all(request: Request, documents: list[Document]) -> None:
    web = web_of(request.viewer.unit, request.on)
    if not documents:
        messages.error(request, NothingChosen(most=actions.AT_ONCE).sentence)
    for one in documents:
        try:
            level = actions.prove(one, by=request.viewer, at=request.at, web=web)
            messages.success(
                request,
                _("%(document)s: chữ ký đạt mức %(level)s.") % {"document": one.title, "level": level},
            )
        except Refused as refused:
            messages.error(request, refused.sentence)


@require_POST
def end_certificate(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A certificate that is no longer to be used."""
    found = get_object_or_404(Certificate.objects.seen_by(request.viewer), uid=uid)
    actions.end_certificate(found, by=request.viewer, at=request.at)
    messages.success(request, _("Đã ghi thôi dùng chứng thư số “%s”.") % found.subject)
    return redirect("documents:certificates")


def _kept(request: Request, form: Form, field: str, save: Callable[[], str]) -> HttpResponse | None:
    """Save what was sent; a refusal stands at ``field`` and what was typed stays."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        messages.success(request, save())
    except Refused as refused:
        form.add_error(field, refused.sentence)
        return None
    return redirect("documents:certificates")


def _register(
    request: Request,
    *,
    form: Form | None = None,
    picture_form: Form | None = None,
    services_form: Form | None = None,
) -> HttpResponse:
    check_registers(request.viewer)
    unit = request.viewer.unit
    known = Certificate.objects.seen_by(request.viewer).select_related("official")
    forms = {
        "form": form or CertificateForm(None, None, unit=unit),
        "picture_form": picture_form or PictureForm(None, None, unit=unit),
        "services_form": services_form or ServicesForm(initial=_standing(request)),
    }
    context = {
        "title": _("Chứng thư số của đơn vị"),
        "crumbs": _crumbs(),
        "certificates": known.order_by(F("ended_at").desc(nulls_first=True), "official__name", "-pk")[:SHOWN],
        "on": request.on,
        **forms,
    }
    wrong = any(one.errors for one in forms.values())
    return render(request, "documents/signing/certificates.html", context, status=REFUSED if wrong else 200)


def _standing(request: Request) -> dict[str, object]:
    unit, on = request.viewer.unit, request.on
    return {
        "timestamp_url": chosen(unit, TIMESTAMP_URL, on),
        "addresses": chosen(unit, ADDRESSES, on),
        "level": chosen(unit, LEVEL, on),
        "valid_from": on,
    }


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
