"""The rules of dossiers' clocks on a day, and the unit's own value for one that nobody verified."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks import actions, permissions
from chuan.clocks.actions.settings import require_open
from chuan.clocks.forms import LawForm, OnForm
from chuan.clocks.legal import choices_of, rules_on, title_of
from chuan.clocks.saying import moved_words
from chuan.clocks.views.pages import crumbs_to, form_page
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import Refused


def rules(request: Request) -> HttpResponse:
    """Every rule in force on a day: what it says, by which act and article, how sure that is."""
    form = OnForm(request.GET or None, initial={"ngay": request.on})
    on, shown, status = _asked(form, request.on), [], 200
    try:
        shown = rules_on(request.viewer.unit, on)
    except Refused as refusal:
        form.add_error("ngay", refusal.sentence)
        status = 422
    context = {
        "title": _("Quy định về thời hạn giải quyết hồ sơ"),
        "crumbs": crumbs_to(),
        "form": form,
        "on": on,
        "rules": shown,
        "setter": permissions.may_set_law(request.viewer),
        "demo": request.viewer.unit.example,
    }
    return render(request, "clocks/law.html", context, status=422 if form.errors else status)


def _asked(form: OnForm, today: date) -> date:
    if form.is_bound and form.is_valid():
        return form.cleaned_data["ngay"] or today
    return today


def own(request: Request) -> HttpResponse:
    """Set the unit's own value of one rule, from a day on, by a document."""
    permissions.require_set_law(request.viewer, request.viewer.unit)
    key = request.GET.get("muc", "")
    require_open(key, request.on)
    form = LawForm(request.POST or None, choices=choices_of(key))
    if request.method == "POST" and form.is_valid():
        with said_on(
            form, citation_missing="citation", law_value_fixed="valid_from", law_not_held="valid_from"
        ):
            moved = actions.set_law_value(
                request.viewer.unit, key, **form.cleaned_data, by=request.viewer, at=request.at
            )
            messages.success(request, f"{_('Đã đặt quy định riêng của đơn vị.')} {moved_words(moved)}")
            return redirect("calendar:law")
    more: dict[str, Any] = {
        "where": title_of(key),
        "crumbs": [*crumbs_to(), (_("Quy định"), _law_url())],
        "back": _law_url(),
    }
    title = _("Đặt quy định riêng của đơn vị")
    return form_page(request, form, title, _("Đặt quy định"), request.on.year, **more)


def _law_url() -> str:
    return reverse("calendar:law")
