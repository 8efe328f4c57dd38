"""What pages with a form share: shown, saved and led on, or shown again with what was typed and why not (422)."""

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
    crumbs: Crumbs, lead: str = "", button: str = "",
) -> HttpResponse:  # fmt: skip
    """The page of one form; ``back``: where it leads, saved or not."""
    context: dict[str, Any] = {
        "title": title,
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Cán bộ"), "/can-bo/"), *crumbs],
        "lead": lead,
        "button": button or title,
        "back": back,
    }
    return sent_forms.saved(request, form, save, "workforce/form.html", context, done=done, back=back)
