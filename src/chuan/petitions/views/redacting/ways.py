"""What every page of covering begins with: the petition a keeper may see, the way back, what is passed on."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.exchange.redacting import ToMark
from chuan.people.door import Request
from chuan.people.permissions import require_role
from chuan.petitions.models import Petition, Redaction
from chuan.petitions.permissions import require_keep
from chuan.petitions.redacting.second_looks import LOOKERS
from chuan.petitions.subjects import address_of
from chuan.rules.refusals import NotAllowed, NotFound, NotYours, Refused

REFUSED = 422


def seen_by_viewer(request: Request, uid: uuid.UUID) -> Petition:
    """The petition, if the viewer may open it; 404 else."""
    seen = Petition.objects.seen_by(request.viewer).select_related("owner_unit", "unit")
    return get_object_or_404(seen, uid=uid)


def kept_by_viewer(request: Request, uid: uuid.UUID) -> Petition:
    """The petition, for whoever keeps the register and may see it. Raises ``NotAllowed``."""
    petition = seen_by_viewer(request, uid)
    require_keep(request.viewer)
    return petition


def looked_at_by_viewer(request: Request, uid: uuid.UUID) -> Petition:
    """The petition, for whoever may look at its copies before they are confirmed. Raises ``NotAllowed``."""
    petition = seen_by_viewer(request, uid)
    require_role(request.viewer, *LOOKERS)
    return petition


def copy_of(petition: Petition, uid: uuid.UUID) -> Redaction:
    """One covered copy of the petition; 404 else."""
    rows = petition.redactions.select_related(
        "petition__owner_unit", "sealed__blob", "blob", "by", "confirmed_by", "withdrawn_by"
    )
    return get_object_or_404(rows, uid=uid)


def crumbs_to(petition: Petition, *more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way back: the list, the petition, and what lies between."""
    return [(_("Đơn thư"), "/don-thu/"), (petition.code, address_of(petition.uid)), *more]


def crumb_of_scan(petition: Petition) -> tuple[str, str]:
    """The page of the scan."""
    return _("Che bản chụp đơn"), reverse("petitions:redact", args=[petition.uid])


def crumb_of_copies(petition: Petition) -> tuple[str, str]:
    """The page of the covered copies."""
    return _("Bản đã che"), reverse("petitions:copies", args=[petition.uid])


def passes_on(said: Refused) -> Refused:
    """What may not be done or seen at all goes on to the door; any other refusal is the page's to say."""
    if isinstance(said, NotAllowed | NotFound | NotYours):
        raise said
    return said


def as_picture(shown: ToMark) -> HttpResponse:
    """A page drawn by us, dot by dot; kept by no browser, named by nothing that tells."""
    response = HttpResponse(shown.png, content_type="image/png")
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
