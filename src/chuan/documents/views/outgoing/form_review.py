"""The form-review page: each departure beside the text, mended at a press or kept with a reason."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.documents.actions import outgoing as actions
from chuan.documents.models import Document
from chuan.documents.outgoing.departures import checked_text, shown_departures
from chuan.documents.outgoing.marked_text import marked_lines
from chuan.documents.outgoing.versions import content_of, latest_version
from chuan.documents.permissions import may_edit_draft
from chuan.documents.views.outgoing.found import REFUSED, crumbs_to, draft_of
from chuan.people.door import Request
from chuan.rules.lifecycles import OUTGOING
from chuan.rules.refusals import NotAllowed, NotFound, Refused


def review(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Departures with article, place and mend; POST mends one or keeps one with a reason."""
    document = draft_of(request, uid)
    if request.method != "POST":
        return _page(request, document)
    try:
        said = _done(request, document)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _page(request, draft_of(request, uid), refusal=refused.sentence)
    messages.success(request, said)
    return redirect("documents:draft_form", uid=uid)


def _done(request: Request, document: Document) -> str:
    verb, key = request.POST.get("do", ""), request.POST.get("key", "")[:400]
    if verb == "mend":
        seen = request.POST.get("based_on", "")
        based_on = int(seen) if seen.isdecimal() and len(seen) < 10 else 0
        actions.mend(document, key, based_on=based_on, by=request.viewer, at=request.at)
        return _("Đã sửa; phiên bản trước vẫn giữ.")
    actions.accept(document, key, request.POST.get("reason", ""), by=request.viewer, at=request.at)
    return _("Đã ghi lý do giữ nguyên.")


def _page(request: Request, document: Document, *, refusal: str = "") -> HttpResponse:
    found = shown_departures(document, request.on)
    text = checked_text(document, content_of(document), request.on)
    open_ones = [one for one in found if one.must and one.kept is None]
    context = {
        "title": _("Kiểm tra thể thức"),
        "crumbs": crumbs_to(document),
        "demo": document.owner_unit.example,
        "document": document,
        "found": list(enumerate(found, start=1)),
        "open": len(open_ones),
        "lines": marked_lines(text, [one.departure for one in found]),
        "version": latest_version(document),
        "may_mend": "mend" in OUTGOING.may(document.stage) and may_edit_draft(request.viewer, document),
        "refusal": refusal,
        "typed": (request.POST.get("key", ""), request.POST.get("reason", "")),
    }
    return render(request, "documents/outgoing/form.html", context, status=REFUSED if refusal else 200)
