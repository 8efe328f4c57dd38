"""Receipts: looked up by code at the counter, printed once, given anew when lost."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.utils.translation import gettext as _

from chuan.paper.pdf import to_pdf
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.petitions import refusals_receiving as refusals
from chuan.petitions.actions.receipts import renew_receipt
from chuan.petitions.actions.receiving import Received
from chuan.petitions.forms_receiving import ReceiptForm
from chuan.petitions.permissions import require_keep
from chuan.petitions.receiving.codes import fits
from chuan.petitions.receiving.finding import told_under
from chuan.petitions.receiving.slip import slip_of
from chuan.petitions.views.receiving import kept_one, page
from chuan.petitions.views.receiving.taking import done
from chuan.ui.files import attachment


def find(request: Request) -> HttpResponse:
    """What waits under a code. The code comes by POST and is shown nowhere again."""
    require_keep(request.viewer)
    form = ReceiptForm(request.POST or None)
    told = None
    if request.method == "POST" and form.is_valid():
        with said_on(form, receipt_wrong="code", receipts_too_fast="code"):
            told = told_under(form.cleaned_data["code"], by=request.viewer, at=request.at)
            form = ReceiptForm()
    return page(request, "find", _("Tra biên nhận"), form=form, told=told, refused=bool(form.errors))


def renew(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Ask, then give another code."""
    petition = kept_one(request, uid)
    if request.method == "POST":
        code = renew_receipt(petition, by=request.viewer, at=request.at)
        return done(request, Received(petition, code))
    return page(request, "renew", _("Cấp mã biên nhận mới"), petition)


def paper(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The slip as PDF, for who has the code on the screen. Raises ``ReceiptWrong``."""
    petition = kept_one(request, uid)
    code = request.POST.get("code", "")
    if not fits(code, petition):
        raise refusals.ReceiptWrong()
    data = to_pdf(slip_of(petition, code, by=request.viewer.name, on=request.on))
    return attachment(data, f"bien-nhan-{petition.code}.pdf", "application/pdf")
