"""One dossier."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.dossiers.doors import leads_somewhere
from chuan.dossiers.facts import FACTS, require_fact
from chuan.dossiers.models import Dossier
from chuan.dossiers.showing.page import page_of
from chuan.dossiers.views.cases.lists import channel_of
from chuan.people import permissions
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused

REFUSED = 422
OBJECTIVE = "/muc-tieu/"


def dossier(request: Request, uid: uuid.UUID) -> HttpResponse:
    """How it stands and why, what the files said, what people added."""
    return _page(request, dossier_of(request, uid))


def fact(request: Request, uid: uuid.UUID, which: str) -> HttpResponse:
    """An act that only the register of record may do: refused on the dossier's own page."""
    found = dossier_of(request, uid)
    if request.method != "POST":
        return redirect("dossiers:dossier", uid=found.uid)
    try:
        require_fact(which, request.viewer, at=request.at)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _page(request, found, refusal=refused.sentence, status=REFUSED)
    return redirect("dossiers:dossier", uid=found.uid)


def dossier_of(request: Request, uid: uuid.UUID) -> Dossier:
    """The dossier, if the viewer may see it."""
    seen = Dossier.objects.seen_by(request.viewer).select_related(
        "handler", "unit", "owner_unit", "procedure", "limit__version"
    )
    return get_object_or_404(seen, uid=uid)


def crumbs_to(found: Dossier | None = None) -> list[tuple[str, str]]:
    """The way back: the list, then the dossier."""
    crumbs = [(_("Hồ sơ"), reverse("dossiers:list"))]
    return [*crumbs, (found.code, reverse("dossiers:dossier", args=[found.uid]))] if found else crumbs


def _page(request: Request, found: Dossier, *, refusal: str = "", status: int = 200) -> HttpResponse:
    procedure = f"/thu-tuc/{found.procedure.uid}/" if found.procedure else ""
    context = {
        "title": found.procedure_name or found.code,
        "demo": found.owner_unit.example,
        "crumbs": crumbs_to(),
        "dossier": found,
        "page": page_of(found, request.viewer, on=request.on, at=request.at),
        "channel": channel_of(found),
        "facts": [(key, one.button) for key, one in FACTS.items()],
        "procedure_url": procedure if procedure and leads_somewhere(procedure) else "",
        "objective_url": OBJECTIVE if leads_somewhere(OBJECTIVE) else "",
        "trail_url": "/nhat-ky/" if permissions.may_read_trail(request.viewer) else "",
        "refusal": refusal,
    }
    return render(request, "dossiers/cases/one.html", context, status=status)
