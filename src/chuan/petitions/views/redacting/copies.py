"""Covered copies: the list verifiers take them from, the second look, withdrawing, marking more."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect as lead_to
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from chuan.people.door import Request
from chuan.petitions import permissions
from chuan.petitions.actions import redacted as actions
from chuan.petitions.forms_redacting import CheckForm, WithdrawForm
from chuan.petitions.models import Petition, Redaction
from chuan.petitions.redacting import making, second_looks
from chuan.petitions.redacting.sources import copy_bytes, picture_of
from chuan.petitions.redacting.standing import copies_of
from chuan.petitions.refusals_redacting import PagesNotLookedAt
from chuan.petitions.views.redacting.ways import (
    REFUSED,
    as_picture,
    copy_of,
    crumb_of_copies,
    crumbs_to,
    kept_by_viewer,
    looked_at_by_viewer,
    passes_on,
    seen_by_viewer,
)
from chuan.rules.refusals import Refused
from chuan.ui.files import attachment


def copies(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The copies of a petition, for whoever works on it."""
    petition = seen_by_viewer(request, uid)
    permissions.require_record(request.viewer, petition)
    keeps, looks = permissions.may_keep(request.viewer), second_looks.may_look(request.viewer)
    context = {
        "title": _("Bản đã che"),
        "crumbs": crumbs_to(petition),
        "demo": petition.owner_unit.example,
        "petition": petition,
        "copies": [one for one in copies_of(petition) if keeps or one.stands or (looks and one.waits)],
        "keeps": keeps,
        "looks": looks,
    }
    return render(request, "petitions/redacting/copies.html", context)


def check(request: Request, uid: uuid.UUID, copy: uuid.UUID) -> HttpResponse:
    """The second look: every page of the copy; confirmed when nothing on it tells any more."""
    petition = looked_at_by_viewer(request, uid)
    found = copy_of(petition, copy)
    form = CheckForm(request.POST if request.method == "POST" else None, pages=found.pages)
    if request.method != "POST":
        return _checked(request, petition, found, form)
    try:
        _confirm(request, found, form)
    except Refused as said:
        return _checked(request, petition, found, form, refusal=passes_on(said).sentence)
    messages.success(request, _("Đã xác nhận. Người xác minh tải được bản này từ bây giờ."))
    return lead_to("petitions:copies", uid=uid)


def _confirm(request: Request, found: Redaction, form: CheckForm) -> None:
    if found.waits and (unseen := form.unseen()):
        raise PagesNotLookedAt(pages="trang " + ", ".join(map(str, unseen)))
    # nosemgrep: clock-below-the-door - what takes time comes before the act
    making.confirm_copy(found, by=request.viewer, clock=timezone.now)


def picture(request: Request, uid: uuid.UUID, copy: uuid.UUID, page: int) -> HttpResponse:
    """A page of the copy, to be looked at."""
    petition = looked_at_by_viewer(request, uid)
    return as_picture(picture_of(copy_bytes(copy_of(petition, copy)), petition, page))


@require_POST
def take(request: Request, uid: uuid.UUID, copy: uuid.UUID) -> HttpResponse:
    """The confirmed copy as a file; every taking is written down."""
    petition = seen_by_viewer(request, uid)
    permissions.require_record(request.viewer, petition)
    found = copy_of(petition, copy)
    data = actions.take(found, by=request.viewer, at=request.at)
    return attachment(data, found.file_name, actions.PDF)


def withdraw(request: Request, uid: uuid.UUID, copy: uuid.UUID) -> HttpResponse:
    """Take a copy back; its bytes are destroyed."""
    petition = kept_by_viewer(request, uid)
    found = copy_of(petition, copy)
    form = WithdrawForm(request.POST or None)
    refusal = ""
    if request.method == "POST" and form.is_valid():
        try:
            actions.withdraw(found, form.cleaned_data["why"], by=request.viewer, at=request.at)
            messages.success(request, _("Đã rút bản che và hủy tệp của nó."))
            return lead_to("petitions:copies", uid=uid)
        except Refused as said:
            refusal = passes_on(said).sentence
    context = {
        "title": _("Rút bản đã che"), "crumbs": crumbs_to(petition, crumb_of_copies(petition)), "form": form,
        "petition": petition, "copy": found, "refusal": refusal, "demo": petition.owner_unit.example,
    }  # fmt: skip
    status = REFUSED if request.method == "POST" else 200
    return render(request, "petitions/redacting/withdraw.html", context, status=status)


@require_POST
def more(request: Request, uid: uuid.UUID, copy: uuid.UUID) -> HttpResponse:
    """Mark more on the copy itself: it is withdrawn and takes the place of the scan."""
    petition = kept_by_viewer(request, uid)
    found = copy_of(petition, copy)
    # nosemgrep: clock-below-the-door - what takes time comes before the act
    making.mark_more(found, by=request.viewer, clock=timezone.now)
    messages.success(request, _("Bản che cũ đã rút. Đánh dấu thêm trên chính bản ấy rồi làm bản mới."))
    return lead_to("petitions:redact_page", uid=uid, page=1)


def _checked(
    request: Request, petition: Petition, found: Redaction, form: CheckForm, *, refusal: str = ""
) -> HttpResponse:
    others = second_looks.others_of(found, request.on) if found.waits else {}
    own = second_looks.is_own(found, request.viewer)
    context = {
        "title": _("Xem lại bản đã che"),
        "crumbs": crumbs_to(petition, crumb_of_copies(petition)),
        "demo": petition.owner_unit.example,
        "petition": petition,
        "copy": found,
        "form": form,
        "refusal": refusal,
        "keeps": permissions.may_keep(request.viewer),
        "waits_for": second_looks.names_of(others) if own else "",
        "alone": own and not others,
    }
    status = REFUSED if refusal else 200
    return render(request, "petitions/redacting/check.html", context, status=status)
