"""What the pages of seals share: one form with a lead, a warning and a button; what was sent is never kept."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.petitions.models import OpeningRequest, Petition
from chuan.petitions.views.one import crumbs_to

REFUSED = 422


def crumbs_to_seals() -> list[tuple[str, str]]:
    """The way: petitions, settings, seals."""
    settings = (_("Cài đặt"), reverse("petitions:settings"))
    return [*crumbs_to(), settings, (_("Niêm phong"), reverse("petitions:seals"))]


def request_of(request: Request, uid: uuid.UUID) -> OpeningRequest:
    """A request to open that the viewer may know of; 404 else."""
    seen = OpeningRequest.objects.seen_by(request.viewer)
    found: OpeningRequest = get_object_or_404(
        seen.select_related("petition__owner_unit", "petition__unit", "asked_by", "allowed_by", "letter"),
        uid=uid,
    )
    return found


def form_page(
    request: Request,
    form: forms.Form,
    *,
    title: str,
    button: str,
    petition: Petition | None = None,
    **more: Any,
) -> HttpResponse:
    """A page with one form; 422 with what was typed when it was refused."""
    context = {
        "title": title,
        "crumbs": crumbs_to(petition) if petition else crumbs_to_seals(),
        "back": reverse("petitions:one", args=[petition.uid]) if petition else reverse("petitions:seals"),
        "demo": (petition.owner_unit if petition else request.viewer.unit).example,
        "form": form,
        "button": button,
        **more,
    }
    return render(request, "petitions/sealed/form.html", context, status=REFUSED if form.is_bound else 200)
