"""What the pages of sendings share: the way to them, a form that keeps what was typed, a document found."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.models import Document
from chuan.people.door import Request
from chuan.people.saying import said_on

REFUSED = 422
PER_PAGE = 50
EDXML = "application/xml"


def crumbs(*pages: tuple[str, str]) -> list[tuple[str, str]]:
    """The way: documents, sendings, then these."""
    return [
        (_("Văn bản"), reverse("documents:list")),
        (_("Gửi nhận"), reverse("documents:deliveries")),
        *pages,
    ]


def sent(request: Request) -> tuple[Any]:
    """What was sent, for a form; None when the page is only opened."""
    return (request.POST if request.method == "POST" else None,)


def saved(
    request: Request, form: forms.Form, save: Callable[[], str], context: dict[str, Any], **fields: str
) -> HttpResponse:
    """Save and go on to the address that ``save`` returns; a refusal stands on the same form."""
    if request.method == "POST" and form.is_valid():
        with said_on(form, **fields):
            return redirect(save())
    status = REFUSED if request.method == "POST" else 200
    return render(request, "documents/sending/form.html", {"form": form, **context}, status=status)


def document_of(request: Request, uid: uuid.UUID) -> Document:
    """The outgoing document; 404 where the viewer may not see it."""
    seen = Document.objects.seen_by(request.viewer).outgoing()
    return get_object_or_404(seen.select_related("owner_unit", "blob"), uid=uid)
