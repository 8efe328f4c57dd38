"""A scan of many pages: how far its reading is, and taking it in."""

from __future__ import annotations

import uuid

from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents import actions, reports
from chuan.documents.models import Scan
from chuan.documents.permissions import check_reads_in
from chuan.documents.scan_running import pick_up_stale
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused

REFUSED = 422


def scan(request: Request, uid: uuid.UUID) -> HttpResponse:
    """While it is read: how far; then the button that opens its reading, or why it could not be read."""
    check_reads_in(request.viewer)
    pick_up_stale(request.at)
    found = _scan(request, uid)
    context = {
        "title": _("Bản quét đang đọc"), "scan": found, "working": found.finished_at is None, "told": _told(found),
        "crumbs": [(_("Văn bản"), reverse("documents:list"))],
    }  # fmt: skip
    if request.method == "POST":
        try:
            reading = actions.take_scan(found, by=request.viewer, at=request.at)
            return redirect("documents:reading", uid=reading.uid)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            context |= {"refusal": refused.sentence, "existing": reports.existing(refused, request.viewer)}
    return render(
        request, "documents/scan.html", context, status=REFUSED if request.method == "POST" else 200
    )


def progress(request: Request, uid: uuid.UUID) -> HttpResponse:
    """How far it is, for the page that waits."""
    check_reads_in(request.viewer)
    found = _scan(request, uid)
    settled = found.finished_at is not None
    return JsonResponse({"said": _told(found), "done": found.done, "total": found.pages, "settled": settled})


def _told(found: Scan) -> str:
    if found.finished_at is None:
        return _("Đang đọc ảnh: %(done)s trong %(pages)s trang") % {"done": found.done, "pages": found.pages}
    return found.said or _("Đã đọc xong %s trang ảnh.") % found.pages


def _scan(request: Request, uid: uuid.UUID) -> Scan:
    seen = Scan.objects.seen_by(request.viewer).select_related(
        "reading", "document__owner_unit", "blob", "unit", "by"
    )
    return get_object_or_404(seen, uid=uid)
