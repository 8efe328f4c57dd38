"""What pages of the room share: their head, the page of one form, the row an address names."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from chuan.briefing.models import Brief
from chuan.people import sent_forms
from chuan.people.door import Request
from chuan.people.models import Appointment, Official
from chuan.people.viewer import Viewer

HOME = "/ban-tin/"


def page(request: Request, title: str, *crumbs: tuple[str, str]) -> dict[str, Any]:
    """What every page of the room begins with."""
    return {
        "title": title, "where": request.viewer.unit.committee, "demo": request.viewer.unit.example,
        "crumbs": [(_("Bản tin sáng"), HOME), *crumbs], "today": request.on,
    }  # fmt: skip


def saved(
    request: Request, form: forms.Form, save: Callable[[], str], context: dict[str, Any], *, done: str, back: str,
    button: str, lead: str = "", template: str = "briefing/form.html",
) -> HttpResponse:  # fmt: skip
    """The page of one form; ``save`` returns the address that it leads to."""
    told = {**context, "lead": lead, "button": button, "back": back}
    return sent_forms.saved(request, form, save, template, told, done=done)


def brief_of(request: Request, uid: uuid.UUID) -> Brief:
    """The brief an address names, for who reads it; 404 else."""
    return get_object_or_404(Brief.objects.seen_by(request.viewer).select_related("unit"), uid=uid)


def serving(viewer: Viewer, on: date) -> list[Official]:
    """Officials who hold a post of the viewer's unit on the day, by name."""
    held = Appointment.objects.on(on).filter(post__unit=viewer.unit).values("official")
    return list(Official.objects.seen_by(viewer).filter(pk__in=held).order_by("name", "pk"))
