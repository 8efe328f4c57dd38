"""What pages of the room share: their head, the year asked for, a form saved or shown again with why not (422)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

from chuan.audits.models import Audit
from chuan.people import sent_forms
from chuan.people.door import Request

FIRST_YEAR = 2014
"""19/2014/QĐ-TTg came into force in it."""


def page(request: Request, title: str, *crumbs: tuple[str, str]) -> dict[str, Any]:
    """What every page of the room begins with."""
    return {
        "title": title, "where": request.viewer.unit.committee, "demo": request.viewer.unit.example,
        "crumbs": [(_("Phù hợp"), "/phu-hop/"), *crumbs], "today": request.on,
    }  # fmt: skip


def year_asked(request: Request) -> int:
    """``?nam=2021``; else this year, for the example unit the year of its last audit; nonsense is as nothing."""
    typed = request.GET.get("nam", "")
    if typed.isdecimal() and FIRST_YEAR <= int(typed) <= request.on.year + 1:
        return int(typed)
    return usual_day(request).year


def usual_day(request: Request) -> date:
    """Today; of the example unit, whose figures are of one year, the last day of the year of its last audit."""
    if request.viewer.unit.example:
        last = Audit.objects.seen_by(request.viewer).order_by("-ends_on").first()
        if last is not None and last.ends_on.year < request.on.year:
            return date(last.ends_on.year, 12, 31)
    return request.on


def years(request: Request, chosen: int) -> list[int]:
    """Years to choose from: this one and six before it, and the one chosen."""
    this = request.on.year
    return sorted({chosen, *range(max(FIRST_YEAR, this - 6), this + 1)}, reverse=True)


def saved(
    request: Request, form: forms.Form, save: Callable[[], str], context: dict[str, Any], *, done: str, back: str,
    button: str, lead: str = "", template: str = "conformity/form.html",
) -> HttpResponse:  # fmt: skip
    """The page of one form; ``save`` returns the address that it leads to."""
    told = {**context, "lead": lead, "button": button, "back": back}
    return sent_forms.saved(request, form, save, template, told, done=done)
