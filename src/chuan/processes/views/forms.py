"""What pages with one form share: shown, saved and led on, or shown again with what was typed and why not (422)."""

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

Crumbs = list[tuple[str, str]]


def sent(request: Request) -> Any:
    """What was posted, None on the first showing."""
    return request.POST if request.method == "POST" else None


def saved(
    request: Request, form: forms.Form, save: Callable[[], object], *, title: str, done: str, back: str,
    crumbs: Crumbs, lead: str = "", button: str = "", template: str = "processes/form.html", more: Any = None,
) -> HttpResponse:  # fmt: skip
    """The page of one form; ``back``: where it leads, saved or not. ``save`` may return another address to go to."""
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            to = save()
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, done)
            return redirect(to if isinstance(to, str) else back)
    context: dict[str, Any] = {
        **around(request), "title": title, "crumbs": crumbs, "form": form, "refusal": refusal, "lead": lead,
        "button": button or title, "back": back, **(more or {}),
    }  # fmt: skip
    return render(request, template, context, status=422 if request.method == "POST" else 200)


def around(request: Request) -> dict[str, Any]:
    """What every page says: whose it is, and whether it is invented."""
    return {"where": request.viewer.unit.committee, "demo": request.viewer.unit.example}


def into(label: str, address: str) -> Crumbs:
    """The first step of the way to a page of the rooms of improving."""
    return [(_("Cải tiến"), "/khac-phuc/"), (label, address)]
