"""Nguồn chính: who keeps each register, and a new dated row."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.intake import actions
from chuan.intake.forms.systems import SystemForm
from chuan.intake.permissions import may_set_record_system, require_set_record_system
from chuan.intake.showing.systems import kept_by, registers_named
from chuan.intake.views.pages import REFUSED
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import NotFound


def listed(request: Request) -> HttpResponse:
    """Every register with its system of record today, and the history."""
    kept = kept_by(request.viewer, on=request.on)
    context = {
        "title": _("Nguồn chính"),
        "demo": request.viewer.unit.example,
        "kept": kept,
        "history": [(one.title, row) for one in kept for row in one.rows],
        "may_set": may_set_record_system(request.viewer),
        "on": request.on,
        "crumbs": [(_("Nhập từ tệp"), reverse("intake:list"))],
    }
    return render(request, "intake/systems.html", context)


def change(request: Request, register: str) -> HttpResponse:
    """A new dated row for one register."""
    require_set_record_system(request.viewer)
    if (title := dict(registers_named()).get(register)) is None:
        raise NotFound(thing=_("sổ này"))
    form = SystemForm(request.POST if request.method == "POST" else None)
    if form.is_bound and form.is_valid():
        with said_on(form, **ON_FIELD):
            _set(request, register, form)
            messages.success(request, _("Đã ghi nguồn chính của sổ “%s”.") % title)
            return redirect("record_systems:list")
    crumbs = [(_("Nhập từ tệp"), reverse("intake:list")), (_("Nguồn chính"), reverse("record_systems:list"))]
    context = {"title": _("Đổi nguồn chính: %s") % title, "form": form, "crumbs": crumbs}
    return render(request, "intake/system_form.html", context, status=REFUSED if form.errors else 200)


ON_FIELD = {"citation_missing": "can_cu", "before_unit": "tu", "system_stands": "tu", "setting_in_past": "tu"}
"""Which refusal of the action belongs to which field."""


def _set(request: Request, register: str, form: SystemForm) -> None:
    actions.set_record_system(
        request.viewer.unit,
        register,
        system=form.system,
        keeps=form.keeps,
        valid_from=form.cleaned_data["tu"],
        citation=form.cleaned_data["can_cu"],
        by=request.viewer,
        at=request.at,
    )
