"""What pages with a form share: shown, saved and led on, or shown again with what was typed and why not (422)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused


def sent(request: Request) -> Any:
    """What was posted, None on the first showing."""
    return request.POST if request.method == "POST" else None


def page(request: Request, title: str, *crumbs: tuple[str, str]) -> dict[str, Any]:
    """What every page of the room begins with."""
    return {
        "title": title,
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Xem xét của lãnh đạo"), "/xem-xet/"), *crumbs],
    }


def saved(
    request: Request, form: forms.Form, save: Callable[[], str], context: dict[str, Any], *, done: str, back: str,
    button: str, lead: str = "", template: str = "reviews/form.html",
) -> HttpResponse:  # fmt: skip
    """The page of one form; ``save`` returns the address that it leads to."""
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            address = save()
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, done)
            return redirect(address)
    context |= {"form": form, "refusal": refusal, "lead": lead, "button": button, "back": back}
    return render(request, template, context, status=422 if request.method == "POST" else 200)
