"""Who sent an ordinary letter, and signers who withdraw."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.actions.senders import senders_of, signer_leaves, write_senders
from chuan.petitions.forms_receiving import MOST_SENDERS, LeavesForm, all_valid, sender_forms, senders_in
from chuan.petitions.receiving.whole_letters import may_hold_sender
from chuan.petitions.views.receiving import address_of, kept_one, page


def senders(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write or mend who sent it; never of what may tell of a denouncer."""
    petition = kept_one(request, uid)
    if not may_hold_sender(petition):
        return page(
            request, "not_kept", _("Người gửi không lưu ở đây"), petition,
            refusal=refusals.SenderNotKept().sentence, refused=True,
        )  # fmt: skip
    standing = senders_of(petition)[:MOST_SENDERS]
    rows = sender_forms(request.POST if request.method == "POST" else None, standing)
    if request.method == "POST" and all_valid(*rows):
        with said_on(rows[0]):
            write_senders(petition, senders_in(rows), by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi người gửi."))
            return redirect(address_of(petition))
    return page(
        request, "senders", _("Người gửi đơn %s") % petition.code, petition, rows=rows,
        refused=request.method == "POST",
    )  # fmt: skip


def leaves(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Some of several signers withdrew: fewer are left, the letter goes on."""
    petition = kept_one(request, uid)
    kept = list(petition.senders.order_by("pk").values_list("pk", "name"))
    form = LeavesForm(request.POST or None, senders=kept, on=request.on)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        with said_on(form, signers_all_leave="left", step_to_come="on"):
            signer_leaves(
                petition, int(told["left"]), on=told["on"], by=request.viewer, at=request.at,
                senders=[int(one) for one in told.get("senders", ())],
            )  # fmt: skip
            messages.success(request, _("Đã ghi; đơn tiếp tục cho những người còn lại."))
            return redirect(address_of(petition))
    lead = _("Đơn có %s người đứng tên. Người rút không làm dừng đơn của người khác.") % petition.signers
    return page(
        request, "act", _("Ghi người rút tên khỏi đơn"), petition, form=form, lead=lead, button=_("Ghi"),
        refused=form.is_bound,
    )  # fmt: skip
