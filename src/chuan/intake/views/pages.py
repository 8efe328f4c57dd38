"""What the pages of intake share: finding the import, the way back, files on their way out."""

from __future__ import annotations

import uuid
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.intake.models import Import
from chuan.people.door import Request
from chuan.ui import files

REFUSED = 422


def import_of(request: Request, uid: uuid.UUID) -> Import:
    """The import, where the viewer may see it; 404 otherwise."""
    seen = Import.objects.seen_by(request.viewer).select_related(
        "unit", "blob", "layout", "by", "committed_by", "withdrawn_by"
    )
    return get_object_or_404(seen, uid=uid)


def crumbs_to(imported: Import | None = None) -> list[tuple[str, str]]:
    """The way back: the list, then the import."""
    crumbs = [(_("Nhập từ tệp"), reverse("intake:list"))]
    if imported is not None:
        crumbs.append((imported.file_name, reverse("intake:import", args=[imported.uid])))
    return crumbs


def sent(request: Request) -> tuple[Any, Any]:
    """What a form is bound to: an empty POST is a form sent empty, not a form not sent."""
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def attachment(data: bytes, name: str, media_type: str) -> HttpResponse:
    """The bytes as a file to save; no browser opens it in our name, whatever is inside."""
    response = files.attachment(data, name, media_type)
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response
