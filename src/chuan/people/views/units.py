"""The unit: its codes, its life, what it came from; and the merger into a new one, prepared and carried out."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.law import admin_units
from chuan.people import actions, merging, merging_asked, permissions
from chuan.people.door import Request
from chuan.people.merging_asked import Asked
from chuan.people.models import Succession, Unit
from chuan.rules.refusals import NotAllowed, NotFound, Refused


def unit(request: Request) -> HttpResponse:
    """The viewer's unit and those it came from, with codes by date."""
    family = Unit.objects.seen_by(request.viewer).select_related("parent").prefetch_related("codes")
    own = request.viewer.unit
    came_from = Succession.objects.filter(successor__in=family).select_related("predecessor", "successor")
    context = {
        "title": own.committee,
        "where": _("Đơn vị"),
        "demo": own.example,
        "own": own,
        "units": sorted(family, key=lambda one: (one.pk != own.pk, one.name)),
        "came_from": came_from.order_by("-on", "predecessor__name"),
        "directory": _known(own),
        "by_name": {one.pk for one in family if one.valid_from == admin_units.TURN - timedelta(days=1)},
        "keeper": permissions.may_keep_staff(request.viewer),
    }
    return render(request, "people/unit.html", context)


def merge(request: Request) -> HttpResponse:
    """Prepare a merger in the address (GET); carry it out (POST)."""
    permissions.require_keep_staff(request.viewer)
    typed = request.POST if request.method == "POST" else request.GET
    asked = merging_asked.read(typed, request.viewer, _initial(request))
    if request.method == "POST" and asked.form.is_valid():
        try:
            new = actions.merge_ward(asked.merger, by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refusal:
            return _page(request, asked, refused=refusal.sentence, status=422)
        messages.success(request, _("Đã sáp nhập vào %s.") % new.committee)
        return redirect("people:unit")
    return _page(request, asked, status=422 if request.method == "POST" else 200)


def _page(request: Request, asked: Asked, *, refused: str = "", status: int = 200) -> HttpResponse:
    asked, pictured = _pictured(request, asked, refused)
    context = {
        "title": _("Sáp nhập đơn vị"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Đơn vị"), reverse("people:unit"))],
        "asked": asked,
        "form": asked.form,
        "roles": merging.roles_offered(),
        "search": request.GET.get("tim", ""),
        "found": admin_units.find(request.GET.get("tim", ""), request.on),
        "proposed": merging.proposed(request.viewer.unit, request.on),
        "carry_over": merging.carry_over(),
    }
    return render(request, "people/merge.html", context | pictured, status=status)


def _pictured(request: Request, asked: Asked, refused: str) -> tuple[Asked, dict[str, Any]]:
    """What stands below the first step once the new unit and its document are typed."""
    if not asked.form.is_bound or not asked.form.is_valid():
        return asked, {}
    try:
        commune = merging.commune_of(asked.merger)
    except Refused as refusal:
        return asked, {"refused": refused or refusal.sentence}
    sources = merging.sources(commune, asked.merger.on, request.viewer.unit)
    asked = merging_asked.preselected(asked, sources)
    refused = refused or (_said(asked, request) if asked.chosen else "")
    return asked, {
        "commune": commune,
        "sources": sources,
        "resolution": merging.resolution_for(commune),
        "preview": merging.preview(request.viewer.unit, asked.merger.on) if asked.chosen else [],
        "refused": refused,
        "ready": asked.chosen and not refused,
    }


def _said(asked: Asked, request: Request) -> str:
    try:
        merging.check(asked.merger, by=request.viewer, today=request.on)
    except (NotAllowed, NotFound):
        raise
    except Refused as refusal:
        return refusal.sentence
    return ""


def _initial(request: Request) -> dict[str, str]:
    """The day typed with the code; the resolution where one is known for the province on 1 July 2025."""
    code = str(request.GET.get("ma") or request.POST.get("ma") or "")
    found = admin_units.named(code, request.on) if code else None
    known = merging.resolution_for(found) if found is not None else None
    if known is None:
        return {}
    return {
        "ngay": f"{known.since:%d/%m/%Y}",
        "so": known.number,
        "ngay_vb": f"{known.on:%d/%m/%Y}",
        "noi": known.issuer,
    }


def _known(own: Unit) -> admin_units.Commune | None:
    """How the directory knows the unit by its code from its first day on; None where it does not."""
    code = own.codes.order_by("-valid_from").first()
    return admin_units.named(code.code, own.valid_from) if code else None
