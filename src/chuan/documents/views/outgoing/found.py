"""What every page here begins with: the document the viewer may see, and the way to it."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _

from chuan.documents.models import Document
from chuan.law.document_types import type_title
from chuan.people.door import Request

REFUSED = 422


def draft_of(request: Request, uid: uuid.UUID) -> Document:
    """The document drafted here, where the viewer may see it; 404 else."""
    seen = (
        Document.objects.seen_by(request.viewer)
        .outgoing()
        .select_related("owner_unit", "unit", "blob", "drafted_by")
    )
    found: Document = get_object_or_404(seen, uid=uid)
    if not found.content:
        raise Http404
    return found


def crumbs_to(document: Document | None = None) -> list[tuple[str, str]]:
    """Văn bản / Soạn thảo / this draft."""
    crumbs = [(_("Văn bản"), reverse("documents:list")), (_("Soạn thảo"), reverse("documents:drafts"))]
    return [*crumbs, (short_title(document), address_of(document))] if document else crumbs


def address_of(document: Document) -> str:
    """The draft's own page."""
    return reverse("documents:draft", args=[document.uid])


def short_title(document: Document) -> str:
    """ "Quyết định 15/QĐ-UBND", or "Dự thảo Quyết định" while it has no number."""
    if document.number:
        return f"{type_title(document.type)} {document.full_number}"
    return _("Dự thảo %s") % type_title(document.type)


def shown_inside(data: bytes, name: str, content_type: str) -> HttpResponse:
    """A PDF that we made ourselves, opened by the browser's own viewer."""
    response = HttpResponse(data, content_type=content_type)
    response.headers["Content-Disposition"] = content_disposition_header(False, name) or "inline"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["Cache-Control"] = "private, no-store"
    return response
