"""Settings of the room: what parts offer, the law of a day, the unit's own values, corrected law taken over."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks.permissions import may_set_law, require_set_law
from chuan.clocks.saying import moved_words
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.petitions.actions import law_values as actions
from chuan.petitions.forms_settings import DayForm, LawForm
from chuan.petitions.law_rules import groups_on, open_value, title_of, value_words
from chuan.petitions.models import Petition
from chuan.petitions.permissions import require_lead
from chuan.petitions.projecting import Stands
from chuan.petitions.showing.settings import settings_of
from chuan.petitions.views.one import crumbs_to, petition_of
from chuan.rules.refusals import Refused

REFUSED = 422
SHOWN = 200


def index(request: Request) -> HttpResponse:
    """Every setting the viewer may read, with how it stands."""
    context = {
        "title": _("Quy định, cài đặt về đơn thư"),
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "settings": settings_of(request.viewer, request.on),
    }
    return render(request, "petitions/settings/index.html", context)


def law(request: Request) -> HttpResponse:
    """Every value in force on a day, by kind: what it says, by which act and article, how sure that is."""
    form = DayForm(request.GET or None, initial={"ngay": request.on})
    on = form.cleaned_data["ngay"] or request.on if form.is_bound and form.is_valid() else request.on
    groups, status = [], 200
    try:
        groups = groups_on(request.viewer.unit, on)
    except Refused as refusal:
        form.add_error("ngay", refusal.sentence)
    context = {
        "title": _("Quy định về đơn thư"),
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to_settings(),
        "form": form,
        "on": on,
        "groups": groups,
        "setter": may_set_law(request.viewer),
    }
    return render(request, "petitions/settings/law.html", context, status=REFUSED if form.errors else status)


def own(request: Request) -> HttpResponse:
    """Set the unit's own value of one rule: first which running petitions it moves, then the act."""
    require_set_law(request.viewer, request.viewer.unit)
    key = request.GET.get("muc", "")
    base = open_value(key, request.on)
    form = LawForm(request.POST or None, base=base)
    moves: Sequence[Stands] | None = None
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with said_on(
            form, rule_value_wrong="value", rule_fixed="valid_from", petition_law_not_held="valid_from"
        ):
            moves = actions.would_move(
                request.viewer.unit, key, given["value"], valid_from=given["valid_from"], at=request.at
            )
        if moves is not None and request.POST.get("chac") == "1":
            with said_on(form, citation_missing="citation"):
                moved = actions.set_law_value(
                    request.viewer.unit, key, given["value"], valid_from=given["valid_from"],
                    citation=given["citation"], by=request.viewer, at=request.at,
                )  # fmt: skip
                messages.success(request, f"{_('Đã đặt quy định riêng của đơn vị.')} {moved_words(moved)}")
                return redirect("petitions:law")
    context: dict[str, Any] = {
        "title": _("Đặt quy định riêng của đơn vị"),
        "where": title_of(key),
        "now": value_words(base.value, base.unit),
        "crumbs": [*crumbs_to_settings(), (_("Quy định"), reverse("petitions:law"))],
        "form": form,
        "moves": None if form.errors else moves,
        "shown": _shown(request, moves or ()),
        "back": reverse("petitions:law"),
    }
    return render(request, "petitions/settings/own.html", context, status=REFUSED if form.errors else 200)


def rebasing(request: Request) -> HttpResponse:
    """Running petitions whose deadline would be another by the law as it is held now."""
    require_lead(request.viewer)
    seen = Petition.objects.seen_by(request.viewer).running().filter(owner_unit=request.viewer.unit)
    petitions = list(seen.select_related("handler", "owner_unit").order_by("next_due_on", "pk"))
    context = {
        "title": _("Tính lại hạn theo quy định đã sửa"),
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to_settings(),
        "rows": actions.rebased(petitions, request.viewer.unit, at=request.at)[:SHOWN],
    }
    return render(request, "petitions/settings/rebasing.html", context)


def rebase(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take the corrected law over for one petition."""
    petition = petition_of(request, uid)
    if request.method == "POST":
        try:
            actions.rebase(petition, by=request.viewer, at=request.at)
        except actions.refusals.LawSame as refusal:
            messages.error(request, refusal.sentence)
        else:
            messages.success(request, _("Đã tính lại hạn của đơn %s.") % petition.code)
    return redirect("petitions:rebasing")


def crumbs_to_settings() -> list[tuple[str, str]]:
    """The way back: the list, then the settings."""
    return [*crumbs_to(), (_("Cài đặt"), reverse("petitions:settings"))]


def _shown(request: Request, moves: Sequence[Stands]) -> list[Stands]:
    """Of the petitions that would move those the viewer may open; the others are only counted."""
    seen = Petition.objects.seen_by(request.viewer)
    may = set(seen.filter(pk__in=[one.petition.pk for one in moves[:SHOWN]]).values_list("pk", flat=True))
    return [one for one in moves[:SHOWN] if one.petition.pk in may]
