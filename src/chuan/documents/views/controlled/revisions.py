"""One revision: its text under the sentence that says whether it is in force, and what may be done with it."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from datetime import date

from django.contrib import messages
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.documents.actions import controlled as actions
from chuan.documents.controlled import handing_out
from chuan.documents.controlled.blocks import blocks_of
from chuan.documents.controlled.doing import deeds_for
from chuan.documents.controlled.handing_out import Handed
from chuan.documents.controlled.permissions import may_approve, may_keep
from chuan.documents.controlled.standing import banner_of, in_force, shown, state_on, state_words
from chuan.documents.knowing import disseminations_about
from chuan.documents.models import Revision
from chuan.documents.views.controlled.found import REFUSED, address_of, crumbs_to, revision_of
from chuan.offers.subjects import Subject
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui.files import attachment


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The page of a revision; POST does one of its deeds with the opinion typed there."""
    revision = revision_of(request, uid)
    if request.method != "POST":
        return _page(request, revision)
    try:
        said = _do(revision, request.POST, request)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _page(request, revision_of(request, uid), refusal=refused.sentence)
    messages.success(request, said)
    return redirect(address_of(revision))


def pdf(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The revision as PDF, stamped unless it is in force."""
    return _handed(request, uid, handing_out.as_pdf)


def word(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The revision as a Word file."""
    return _handed(request, uid, handing_out.as_word)


def original(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The bytes that were uploaded: for whoever keeps or approves the documents; others get the stamped copy."""
    if not (may_keep(request.viewer) or may_approve(request.viewer)):
        raise NotAllowed(who=_("thư ký ISO, công chức văn phòng hoặc lãnh đạo"))
    return _handed(request, uid, handing_out.as_uploaded)


def _handed(request: Request, uid: uuid.UUID, make: Callable[[Revision, date], Handed]) -> HttpResponse:
    revision = revision_of(request, uid)
    try:
        made = make(revision, request.on)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        return _page(request, revision, refusal=refused.sentence, status=REFUSED)
    return attachment(made.data, made.name, made.media_type)


def _do(revision: Revision, given: QueryDict, request: Request) -> str:
    """Do what the button says; returns the sentence of what was done."""
    who, at, note = request.viewer, request.at, given.get("note", "")
    match given.get("do", ""):
        case "submit":
            actions.submit(revision, by=who, at=at)
            return _("Đã trình xem xét.")
        case "review":
            actions.review(revision, note, by=who, at=at)
            return _("Đã xem xét, chờ phê duyệt.")
        case "return":
            actions.return_to_drafter(revision, note, by=who, at=at)
            return _("Đã trả lại người soạn.")
        case "drop":
            actions.drop(revision, note, by=who, at=at)
            return _("Đã bỏ lần ban hành này; vẫn giữ để xem.")
    raise NotFound(thing=_("việc vừa bấm"))


def _page(request: Request, revision: Revision, *, refusal: str = "", status: int = REFUSED) -> HttpResponse:
    document = revision.controlled
    current = in_force(document.revisions.defer("content", "text"), request.on)
    state = state_on(revision, request.on)
    deeds = deeds_for(revision, request.viewer)
    context = {
        "title": f"{document.code} {document.title}",
        "crumbs": crumbs_to(document),
        "demo": document.unit.example,
        "document": document,
        "revision": revision,
        "number": shown(revision.number),
        "state": state,
        "state_words": state_words(state),
        "banner": banner_of(revision, request.on, current),
        "current": current,
        "blocks": blocks_of(revision),
        "deeds": [deed for deed in deeds if not deed.page],
        "pages": [deed for deed in deeds if deed.page],
        "note": request.POST.get("note", "") if refusal else "",
        "refusal": refusal,
        "may_edit": revision.status == "draft" and any(deed.verb == "submit" for deed in deeds),
        "may_original": may_keep(request.viewer) or may_approve(request.viewer),
        **handing_out.offered(revision),
        "disseminations": disseminations_about(Subject("revision", revision.uid), request.viewer),
    }
    return render(request, "documents/controlled/revision.html", context, status=status if refusal else 200)
