"""What every page here begins with: the document the viewer may see, and the way to it."""

from __future__ import annotations

import uuid

from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.models import Document
from chuan.people.door import Request
from chuan.rules.refusals import NotFound

REFUSED = 422


def incoming_of(request: Request, uid: uuid.UUID) -> Document:
    """The incoming document, where the viewer may see it; 404 else."""
    seen = Document.objects.seen_by(request.viewer).incoming().defer("content")
    found: Document = get_object_or_404(seen.select_related("owner_unit", "blob", "recorded_by"), uid=uid)
    return found


def own_of(request: Request, uid: uuid.UUID) -> Document:
    """The same, of the viewer's own unit: what may be written on. Raises ``NotFound``."""
    found = incoming_of(request, uid)
    if found.owner_unit_id != request.viewer.unit.pk:
        raise NotFound(thing=_("văn bản này"))
    return found


def crumbs_to(document: Document | None = None) -> list[tuple[str, str]]:
    """Văn bản / Văn bản đến / this one."""
    crumbs = [
        (_("Văn bản"), reverse("documents:list")),
        (_("Văn bản đến"), reverse("documents:incoming_list")),
    ]
    return [*crumbs, (short_title(document), address_of(document))] if document else crumbs


def address_of(document: Document) -> str:
    """The document's own page among those that came in."""
    return reverse("documents:incoming", args=[document.uid])


def short_title(document: Document) -> str:
    """ "Số đến 31: Kế hoạch 240/KH-UBND", cut where it is long."""
    number = _("Số đến %s: ") % document.arrival_number if document.arrival_number else ""
    title = number + (document.title or document.subject or document.file_name)
    return title if len(title) <= 90 else f"{title[:88].rstrip()}…"
