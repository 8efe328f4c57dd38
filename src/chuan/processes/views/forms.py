"""What pages with one form share: shown, saved and led on, or shown again with what was typed and why not (422)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

from chuan.people import sent_forms
from chuan.people.door import Request

Crumbs = list[tuple[str, str]]


def saved(
    request: Request, form: forms.Form, save: Callable[[], object], *, title: str, done: str, back: str,
    crumbs: Crumbs, lead: str = "", button: str = "", template: str = "processes/form.html", more: Any = None,
) -> HttpResponse:  # fmt: skip
    """The page of one form; ``back``: where it leads, saved or not. ``save`` may return another address to go to."""
    context: dict[str, Any] = {
        **around(request), "title": title, "crumbs": crumbs, "lead": lead,
        "button": button or title, "back": back, **(more or {}),
    }  # fmt: skip
    return sent_forms.saved(request, form, save, template, context, done=done, back=back)


def around(request: Request) -> dict[str, Any]:
    """What every page says: whose it is, and whether it is invented."""
    return {"where": request.viewer.unit.committee, "demo": request.viewer.unit.example}


def into(label: str, address: str) -> Crumbs:
    """The first step of the way to a page of the rooms of improving."""
    return [(_("Cải tiến"), "/khac-phuc/"), (label, address)]
