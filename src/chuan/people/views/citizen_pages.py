"""The page where a unit's head opens or closes a page for citizens, whichever room that page is of."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.people.citizen_pages import ON, CitizenPage
from chuan.people.door import Request
from chuan.people.forms_citizen_pages import SwitchForm
from chuan.people.permissions import require_role
from chuan.people.roles import Role
from chuan.people.saying import said_on
from chuan.people.sent_forms import REFUSED, sent

Choose = Callable[[bool, date, str], object]
"""(open, from which day on, by which paper): the room's own action."""


def switched(
    request: Request, page: CitizenPage, choose: Choose, context: Mapping[str, Any], *, not_here: str,
    template: str = "people/citizen_page.html",
) -> HttpResponse:  # fmt: skip
    """Open or closed from a day on; on a machine that was not chosen the page says why nothing can be opened.

    ``context``: title, crumbs, ``open_means`` and ``back``. ``not_here``: the code of the room's refusal for such a
    machine. Raises ``NotAllowed`` for whoever does not head the unit.
    """
    require_role(request.viewer, Role.CHAIRMAN)
    unit = request.viewer.unit
    is_open = page.is_open(unit, request.on)
    form = SwitchForm(sent(request), name=context["title"], is_open=is_open, on=request.on)
    if form.is_bound and form.is_valid():
        told = form.cleaned_data
        with said_on(form, citation_missing="citation", **{not_here: "is_on"}):
            choose(told["is_on"] == ON, told["valid_from"], told["citation"])
            messages.success(request, _("Đã ghi."))
            return redirect(context["back"])
    shown = {
        "form": form,
        "here": page.here(),
        "is_open": is_open,
        "rows": list(reversed(page.choices_of(unit))),
    }
    return render(request, template, {**context, **shown}, status=REFUSED if form.is_bound else 200)
