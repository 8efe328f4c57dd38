"""What pages with a form share: shown, saved and led on, or shown again with what was typed and why not (422)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.utils.translation import gettext as _

from chuan.people import sent_forms
from chuan.people.door import Request


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
    told = {**context, "lead": lead, "button": button, "back": back}
    return sent_forms.saved(request, form, save, template, told, done=done)
