"""One petition: how it stands, what may be done, its lines; a line written by mistake is voided here."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people import permissions
from chuan.people.door import Request
from chuan.petitions.models import Petition
from chuan.petitions.showing.page import page_of
from chuan.petitions.showing.verdicts import upper_first


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """How it stands and why, what is next, what was done."""
    petition = petition_of(request, uid)
    context = {
        "title": title_of(petition),
        "demo": petition.owner_unit.example,
        "crumbs": crumbs_to(),
        "petition": petition,
        "page": page_of(petition, request.viewer, on=request.on, at=request.at),
        "trail_url": "/nhat-ky/" if permissions.may_read_trail(request.viewer) else "",
    }
    return render(request, "petitions/cases/one.html", context)


def petition_of(request: Request, uid: uuid.UUID) -> Petition:
    """The petition, if the viewer may see it; 404 else."""
    seen = Petition.objects.seen_by(request.viewer).select_related(
        "handler", "unit", "owner_unit", "parent", "same_as"
    )
    return get_object_or_404(seen, uid=uid)


def crumbs_to(petition: Petition | None = None) -> list[tuple[str, str]]:
    """The way back: the list, then the petition."""
    crumbs = [(_("Đơn thư"), "/don-thu/")]
    return [*crumbs, (petition.code, reverse("petitions:one", args=[petition.uid]))] if petition else crumbs


def title_of(petition: Petition) -> str:
    """Kind and code: "Khiếu nại DT-2021-0003"; nothing that tells what it is about."""
    kind = upper_first(str(petition.get_kind_display()))
    return _("%(kind)s %(code)s") % {"kind": kind, "code": petition.code}
