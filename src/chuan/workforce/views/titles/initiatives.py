"""Recognised initiatives: all of them, one written, one taken back."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.sent_forms import sent
from chuan.workforce.actions import titles_candidates as actions
from chuan.workforce.forms_titles import VoidForm
from chuan.workforce.forms_titles_council import InitiativeForm
from chuan.workforce.models import Initiative
from chuan.workforce.permissions import may_keep, require_keep
from chuan.workforce.views.forms import saved
from chuan.workforce.views.titles.around import chosen

PAGE = 50


def everything(request: Request) -> HttpResponse:
    """Initiatives of the unit, the latest first."""
    rows = (
        Initiative.objects.seen_by(request.viewer)
        .prefetch_related("authors")
        .order_by("-recognised_on", "-pk")
    )
    context = {
        "title": _("Sáng kiến"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Danh hiệu"), reverse("workforce:titles"))],
        "page": Paginator(rows, PAGE).get_page(request.GET.get("trang")),
        "keeper": may_keep(request.viewer),
    }
    return render(request, "workforce/titles/initiatives.html", context)


def write(request: Request) -> HttpResponse:
    """Write a recognised initiative."""
    require_keep(request.viewer)
    people = list(Official.objects.seen_by(request.viewer).filter(unit=request.viewer.unit).order_by("name"))
    form = InitiativeForm(
        sent(request), people=people, initial={"by_whom": request.viewer.unit.committee, "on": request.on}
    )

    def save() -> None:
        given = form.cleaned_data
        recognised = actions.Recognised(
            given["name"], given["level"], given["document"], given["by_whom"], given["on"]
        )
        actions.recognise(recognised, chosen(people, given["authors"]), by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Ghi sáng kiến được công nhận"), done=_("Đã ghi sáng kiến."),
        button=_("Ghi sáng kiến"), **_around(),
    )  # fmt: skip


def void(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take one back with the reason."""
    require_keep(request.viewer)
    row = get_object_or_404(Initiative.objects.seen_by(request.viewer), uid=uid)
    form = VoidForm(sent(request))

    def save() -> None:
        actions.void_initiative(row, form.cleaned_data["reason"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Bỏ dòng ghi nhầm"), done=_("Đã bỏ dòng ghi nhầm."), lead=row.name,
        **_around(),
    )  # fmt: skip


def _around() -> dict[str, Any]:
    back = reverse("workforce:initiatives")
    crumbs = [(_("Danh hiệu"), reverse("workforce:titles")), (_("Sáng kiến"), back)]
    return {"back": back, "crumbs": crumbs}
