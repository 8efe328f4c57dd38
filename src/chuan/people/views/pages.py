"""What the pages about an official share: finding the official, the form's page, the way back."""

from __future__ import annotations

import uuid

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people import permissions
from chuan.people.door import Request
from chuan.people.models import Official
from chuan.rules.refusals import NotFound


def official_of(request: Request, uid: uuid.UUID) -> Official:
    """The official, if the viewer may see him; raises ``NotFound``."""
    seen = Official.objects.seen_by(request.viewer).select_related("unit", "account")
    if (found := seen.filter(uid=uid).first()) is None:
        raise NotFound(thing=_("cán bộ này"))
    return found


def kept(request: Request, uid: uuid.UUID) -> Official:
    """The official of a page that changes something: for keepers only, and only of their own unit."""
    official = official_of(request, uid)
    permissions.require_keep_staff(request.viewer)
    if official.unit_id != request.viewer.unit.pk:
        raise NotFound(thing=_("cán bộ này"))
    return official


def crumbs_to(official: Official | None = None) -> list[tuple[str, str]]:
    """The way back: the list, then the official."""
    crumbs = [(_("Cán bộ"), reverse("people:everybody"))]
    return crumbs + ([(official.name, reverse("people:one", args=[official.uid]))] if official else [])


def done(request: Request, official: Official, said: str) -> HttpResponse:
    """Say what was done, on the official's page."""
    messages.success(request, said)
    return redirect("people:one", uid=official.uid)


def verb_page(
    request: Request, form: forms.Form, title: str, button: str, official: Official | None = None
) -> HttpResponse:
    """The page of one verb: its form, one button, and the way back."""
    context = {
        "title": title,
        "form": form,
        "button": button,
        "official": official,
        "crumbs": crumbs_to(official),
    }
    back = reverse("people:one", args=[official.uid]) if official else reverse("people:everybody")
    return render(
        request, "people/verb.html", context | {"back": back, "where": official.name if official else ""}
    )
