"""The unit's choices about signing in: who needs a second factor, how long a computer and a proof count."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people import permissions, reports_sign_in, sign_in_policy
from chuan.people.actions import policy
from chuan.people.door import Request
from chuan.people.forms_sign_in import PolicyForm
from chuan.people.saying import said_on
from chuan.people.views.pages import crumbs_to

REFUSED = 422


def choose(request: Request) -> HttpResponse:
    """Show what stands, who still has no second factor, and take a new choice with its document."""
    permissions.require_keep_staff(request.viewer)
    unit = request.viewer.unit
    initial = {
        "who": sign_in_policy.who_must(unit, request.at).value,
        "hours": sign_in_policy.hours_on(unit, request.at),
        "minutes": sign_in_policy.minutes_on(unit, request.at),
    }
    form = PolicyForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with said_on(form, citation_missing="citation"):
            policy.choose_sign_in(**form.cleaned_data, by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi cách đăng nhập của đơn vị."))
            return redirect("people:sign_in_policy")
    context = {
        "title": _("Cách đăng nhập"),
        "where": unit.committee,
        "crumbs": crumbs_to(),
        "form": form,
        "back": reverse("people:everybody"),
        "standing": reports_sign_in.choices(unit),
        "without": reports_sign_in.without_factor(request.viewer),
    }
    return render(request, "people/sign_in_policy.html", context, status=REFUSED if form.is_bound else 200)
