"""Scans of ordinary letters: added, saved to read, taken off for good."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chuan.exchange.proofs import keep_proof
from chuan.files import actions as files
from chuan.files.models import Attachment, Blob
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.petitions.actions.scans import attach, destroy, detach, require_scannable, scans_of
from chuan.petitions.forms_receiving import ScansForm
from chuan.petitions.models import Petition
from chuan.petitions.permissions import may_keep
from chuan.petitions.receiving.whole_letters import may_hold_sender
from chuan.petitions.refusals_receiving import SenderNotKept
from chuan.petitions.views.one import petition_of
from chuan.petitions.views.receiving import page
from chuan.rules.refusals import NotFound
from chuan.ui.files import attachment


def scans(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The scans of a letter and one more; of a denunciation none, with the way to the covered copy."""
    petition = petition_of(request, uid)
    if not may_hold_sender(petition):
        return page(
            request, "not_kept", _("Bản chụp không lưu ở đây"), petition, refusal=SenderNotKept().sentence,
            refused=True,
        )  # fmt: skip
    require_scannable(petition, request.viewer)
    form = ScansForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, scans_too_many="file"):
            kept = keep_proof(form.cleaned_data["file"])
            _attach(request, petition, kept)
            messages.success(request, _("Đã thêm bản chụp."))
            return redirect("petitions:scans", uid=uid)
    return page(
        request, "scans", _("Bản chụp đơn %s") % petition.code, petition, form=form, scans=scans_of(petition),
        may_remove=may_keep(request.viewer), refused=request.method == "POST",
    )  # fmt: skip


def _attach(request: Request, petition: Petition, kept: tuple[Blob, str]) -> None:
    """Hang it on the petition; where that is refused its bytes go again."""
    try:
        attach(petition, [kept], by=request.viewer, at=request.at)
    except BaseException:
        destroy([kept[0]], at=request.at)
        raise


def scan(request: Request, uid: uuid.UUID, file: uuid.UUID) -> HttpResponse:
    """One scan, byte for byte, for who works on the petition."""
    petition = petition_of(request, uid)
    require_scannable(petition, request.viewer)
    found = _found(petition, file)
    return attachment(files.read(found.blob), found.name, found.blob.media_type)


def remove(request: Request, uid: uuid.UUID, file: uuid.UUID) -> HttpResponse:
    """Ask, then take one off and destroy it."""
    petition = petition_of(request, uid)
    require_scannable(petition, request.viewer)
    found = _found(petition, file)
    if request.method == "POST":
        gone = detach(petition, found, by=request.viewer, at=request.at)
        said = _("Đã gỡ và hủy bản chụp.") if gone else _("Đã gỡ; tệp còn đính ở nơi khác nên chưa hủy.")
        messages.success(request, said)
        return redirect("petitions:scans", uid=uid)
    return page(request, "remove", _("Gỡ bản chụp %s") % found.name, petition, scan=found)


def _found(petition: Petition, file: uuid.UUID) -> Attachment:
    found = next((one for one in scans_of(petition) if one.uid == file), None)
    if found is None:
        raise NotFound(thing=_("bản chụp này"))
    return found
