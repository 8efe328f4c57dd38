"""What the pages of this room share: what a form is bound to, a form that is saved or shown again, the way back."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people import sent_forms
from chuan.people.door import Request

REFUSED = 422


def sent(request: Request) -> tuple[Any]:
    """What a form is bound to: an empty POST is a form sent empty, not a form not sent."""
    return (request.POST if request.method == "POST" else None,)


def sent_with_files(request: Request) -> tuple[Any, Any]:
    """The same for a form that takes files."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def saved(
    request: Request,
    form: forms.Form,
    save: Callable[[], str],
    template: str,
    context: dict[str, Any],
    *,
    said: str = "",
) -> HttpResponse:
    """Save and go to the address that ``save`` gives, or show the form again with what was typed (422).

    ``said`` is told on the next page. NotAllowed and NotFound go on to the door.
    """
    return sent_forms.saved(request, form, save, template, context, done=said)


def crumbs(*further: tuple[str, str]) -> list[tuple[str, str]]:
    """The way back: the list of documents, then each (words, address) that is given."""
    return [(_("Văn bản"), reverse("documents:list")), *further]
