"""The head opens or closes the unit's public page, by a document."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.saying import said_on
from chuan.petitions.actions.public import switching
from chuan.petitions.forms_public import ChoiceForm
from chuan.petitions.public import switch
from chuan.petitions.views.public import REFUSED
from chuan.petitions.views.settings import crumbs_to_settings


def choose(request: Request) -> HttpResponse:
    """Open or closed from a day on. On a machine that was not chosen the page says why nothing can be opened."""
    require_role(request.viewer, Role.CHAIRMAN)
    unit = request.viewer.unit
    initial = ChoiceForm.initial_of(switch.is_open(unit, request.on), request.on)
    form = ChoiceForm(request.POST if request.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        with said_on(form, citation_missing="citation", public_not_here="is_on"):
            switching.choose_public(
                told["is_on"] == switch.ON, valid_from=told["valid_from"], citation=told["citation"],
                by=request.viewer, at=request.at,
            )  # fmt: skip
            messages.success(request, _("Đã ghi."))
            return redirect("petitions:settings")
    context = {
        "title": _("Trang phản ánh của người dân"),
        "demo": unit.example,
        "crumbs": crumbs_to_settings(),
        "form": form,
        "here": switch.here(),
        "is_open": switch.is_open(unit, request.on),
        "address": f"{reverse('feedback:start')}?don-vi={switch.code_of(unit, request.on)}",
        "rows": list(reversed(switch.choices_of(unit))),
    }
    return render(request, "petitions/public/choice.html", context, status=REFUSED if form.is_bound else 200)
