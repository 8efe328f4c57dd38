"""Pages of receiving and sorting letters."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.petitions.models import Petition
from chuan.petitions.permissions import require_keep
from chuan.petitions.views.one import crumbs_to, petition_of

REFUSED = 422


def kept_one(request: Request, uid: uuid.UUID) -> Petition:
    """The petition if the viewer sees it (404 else) and keeps the register (refused else)."""
    petition = petition_of(request, uid)
    require_keep(request.viewer)
    return petition


def page(
    request: Request, template: str, title: str, petition: Petition | None = None, *, refused: bool = False,
    **context: object,
) -> HttpResponse:  # fmt: skip
    """A page of this part with its crumbs; 422 when its form was refused."""
    shown = {
        "title": title,
        "crumbs": crumbs_to(petition),
        "demo": request.viewer.unit.example,
        "petition": petition,
        "back": address_of(petition) if petition else "/don-thu/",
        **context,
    }
    return render(request, f"petitions/receiving/{template}.html", shown, status=REFUSED if refused else 200)


def address_of(petition: Petition) -> str:
    """The petition's own page."""
    return reverse("petitions:one", args=[petition.uid])


def sent_of(petition: Petition) -> str:
    """ "đơn DT-2021-0001" in a title."""
    return _("đơn %s") % petition.code
