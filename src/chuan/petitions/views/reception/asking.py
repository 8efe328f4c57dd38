"""What the pages of reception share: who may be chosen, which days are asked for, the way back, a form saved."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.petitions.forms_reception import PeriodForm
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.types import Period

REFUSED = 422
LONGEST = 1100
"""Days of a register or notice asked for at once: three years."""

FORM = "petitions/reception/form.html"
Crumbs = list[tuple[str, str]]


def crumbs(*more: tuple[str, str]) -> Crumbs:
    """The way to a page of reception."""
    return [(_("Đơn thư"), "/don-thu/"), (_("Tiếp công dân"), reverse("petitions:reception")), *more]


def officials_of(request: Request) -> list[Official]:
    """Officials of the unit by name."""
    found = Official.objects.seen_by(request.viewer).filter(unit=request.viewer.unit)
    return list(found.order_by("name", "pk"))


def period_of(request: Request, usual: Period) -> tuple[Period, PeriodForm]:
    """The days that the address asks for; what makes no sense falls back to ``usual``."""
    form = PeriodForm(request.GET)
    form.is_valid()
    first = form.cleaned_data.get("tu") or usual.start
    last = form.cleaned_data.get("den") or max(first, usual.end - timedelta(days=1))
    asked = Period(first, last + timedelta(days=1)) if 0 <= (last - first).days <= LONGEST else usual
    return asked, form


def year_of(on: date) -> Period:
    """The year of a day."""
    return Period.year(on.year)


def saved(
    request: Request, form: forms.Form, save: Callable[[], object], *, done: str | Promise, to: str,
    context: dict[str, Any], template: str = FORM,
) -> HttpResponse:  # fmt: skip
    """A form's page; sent, it is saved and leads on, or is shown again with what was typed and why not (422)."""
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            save()
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, str(done))
            return redirect(to)
    context |= {"form": form, "refusal": refusal, "demo": request.viewer.unit.example}
    return render(request, template, context, status=REFUSED if request.method == "POST" else 200)


def sent(request: Request) -> Any:
    """What was posted, None on the first showing."""
    return request.POST if request.method == "POST" else None
