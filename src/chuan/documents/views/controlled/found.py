"""What every page here begins with: the thing the viewer may see, the way to it, a form sent and refused."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.controlled.standing import shown
from chuan.documents.models import ChangeRequest, ControlledDocument, Revision
from chuan.people.door import Request
from chuan.people.saying import said_on

REFUSED = 422
Crumbs = list[tuple[str, str]]


def document_of(request: Request, uid: uuid.UUID) -> ControlledDocument:
    """The document, where the viewer may see it; 404 else."""
    seen = ControlledDocument.objects.seen_by(request.viewer)
    return get_object_or_404(seen.select_related("unit", "owner_post", "parent"), uid=uid)


def revision_of(request: Request, uid: uuid.UUID) -> Revision:
    """The revision with everybody who answers for it, where the viewer may see it; 404 else."""
    seen = Revision.objects.seen_by(request.viewer).select_related(
        "controlled__unit", "controlled__owner_post", "blob", "decided_by", "drafted_by", "saved_by", "reviewed_by",
        "approved_by",
    )  # fmt: skip
    return get_object_or_404(seen, uid=uid)


def request_of(request: Request, uid: uuid.UUID) -> ChangeRequest:
    """The request to change, where the viewer may see it; 404 else."""
    seen = ChangeRequest.objects.seen_by(request.viewer).select_related(
        "unit", "act", "asked_by", "decided_by"
    )
    return get_object_or_404(seen, uid=uid)


def crumbs_to(document: ControlledDocument | None = None, revision: Revision | None = None) -> Crumbs:
    """Văn bản / Tài liệu hệ thống / this document / this revision."""
    crumbs = [(_("Văn bản"), reverse("documents:list")), (_("Tài liệu hệ thống"), reverse("controlled:list"))]
    if document is not None:
        crumbs.append((document.code, address_of(document)))
    if revision is not None:
        crumbs.append((_("lần %s") % shown(revision.number), address_of(revision)))
    return crumbs


def address_of(one: ControlledDocument | Revision | ChangeRequest) -> str:
    """The page of a document, a revision or a request."""
    if isinstance(one, ControlledDocument):
        return reverse("controlled:document", args=[one.uid])
    name = "controlled:revision" if isinstance(one, Revision) else "controlled:request"
    return reverse(name, args=[one.uid])


def sent(request: Request) -> tuple[Any, Any]:
    """What a form is bound to; nothing while the page is only opened."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def form_page(
    request: Request, form: forms.Form, save: Callable[[], str], context: dict[str, Any], *, said: str = "",
    **fields: str,
) -> HttpResponse:  # fmt: skip
    """A page of one form: ``save`` gives the address that follows; a refusal keeps what was typed (422)."""
    if form.is_bound and form.is_valid():
        with said_on(form, **fields):
            address = save()
            messages.success(request, said or _("Đã ghi."))
            return redirect(address)
    return render(
        request, "documents/controlled/form.html", {"form": form, **context},
        status=REFUSED if form.is_bound else 200,
    )  # fmt: skip
