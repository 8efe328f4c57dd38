"""A page with one form: shown, saved and led on, or shown again with what was typed and why not (422)."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render

from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused

REFUSED = 422


def sent(request: Request) -> Any:
    """What a form is bound to, None on the first showing: an empty POST is a form sent empty, not one not sent."""
    return request.POST if request.method == "POST" else None


def saved(
    request: Request, form: forms.Form, save: Callable[[], object], template: str, context: Mapping[str, Any], *,
    done: str = "", back: str = "",
) -> HttpResponse:  # fmt: skip
    """Save and lead on, or draw the template with ``form``, ``refusal`` and the context.

    It leads to the address that ``save`` returns, to ``back`` where it returns none; ``done`` is told there.
    NotAllowed and NotFound go on to the door.
    """
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            leads = save()
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            if done:
                messages.success(request, done)
            return redirect(leads if isinstance(leads, str) else back)
    status = REFUSED if request.method == "POST" else 200
    return render(request, template, {"form": form, "refusal": refusal, **context}, status=status)
