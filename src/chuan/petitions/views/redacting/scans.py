"""A letter's scan: taken in under seal, how far its pages are, words looked for, the copy made, destroyed."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import HttpResponse, JsonResponse
from django.shortcuts import redirect as lead_to
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from chuan.exchange.sealed_uploads import SealedUpload, refused, sealed_up_to
from chuan.people.door import Request
from chuan.petitions.actions import redacting as actions
from chuan.petitions.forms_redacting import FindForm, MakeForm, ScanForm
from chuan.petitions.models import Petition, SealedLetter
from chuan.petitions.redacting import making
from chuan.petitions.redacting.hours import kept_for
from chuan.petitions.redacting.showing import pages_of as stands
from chuan.petitions.redacting.sources import MEGABYTE, MOST_BYTES, pages_of
from chuan.petitions.redacting.standing import copies_of, own_scan, standing_scan
from chuan.petitions.refusals_redacting import ScanMissing, ScanTooBig
from chuan.petitions.views.redacting.ways import REFUSED, crumbs_to, kept_by_viewer, passes_on
from chuan.rules.refusals import Refused
from chuan.rules.refusals.redacting import NoAreas

MACHINE = "application/json"


@sealed_up_to(MOST_BYTES)
def redact(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a scan in; or, while one is marked, how far its pages are and what comes next."""
    petition = kept_by_viewer(request, uid)
    refusal, form = "", ScanForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST":
        try:
            _take_in(request, petition, form)
            return lead_to("petitions:redact_page", uid=uid, page=1)
        except Refused as said:
            refusal = passes_on(said).sentence
    return _page(request, petition, refusal=refusal, form=form)


def _take_in(request: Request, petition: Petition, form: ScanForm) -> None:
    """Look whether it can be drawn, before anything of it is kept."""
    if refused(request):
        raise ScanTooBig(limit=MOST_BYTES // MEGABYTE)
    upload = request.FILES.get("tep")
    if not isinstance(upload, SealedUpload) or not upload.size:
        raise ScanMissing()
    pages = pages_of(upload.sealed, petition)
    # nosemgrep: clock-below-the-door - what takes time comes before the act
    actions.receive_scan(petition, upload.sealed, pages, by=request.viewer, at=timezone.now())


@require_POST
def drop(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Destroy the scan that is being marked."""
    petition = kept_by_viewer(request, uid)
    standing = standing_scan(petition, at=request.at)
    if standing is not None:
        actions.drop_scan(standing, by=request.viewer, at=request.at)
    messages.success(request, _("Đã hủy bản chụp đang che. Không còn gì của nó trên máy."))
    return lead_to("petitions:redact", uid=uid)


@sensitive_post_parameters()
@sensitive_variables()
def find(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Look for words on all pages, or on one for the page's own script; they are kept nowhere."""
    petition = kept_by_viewer(request, uid)
    back = reverse("petitions:redact", args=[uid])
    if request.method != "POST":
        return lead_to(back)
    machine, page = request.headers.get("Accept") == MACHINE, request.POST.get("trang", "")
    try:
        found = _found(request, petition, page)
    except Refused as said:
        sentence = passes_on(said).sentence
        return _said(sentence) if machine else _page(request, petition, refusal=sentence)
    if not page or page == request.POST.get("het"):
        _tell(request, found + _before(request))
    return JsonResponse({"found": found, "next": back}) if machine else lead_to(back)


@require_POST
def make(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Draw the covered copy, keep it for the second look, destroy the scan."""
    petition = kept_by_viewer(request, uid)
    form = MakeForm(request.POST)
    form.is_valid()
    try:
        copy = own_scan(petition, request.viewer, at=request.at)
        nothing = form.cleaned_data["khong_che"]
        # nosemgrep: clock-below-the-door - what takes time comes before the act
        made = making.make_copy(copy, nothing=nothing, by=request.viewer, clock=timezone.now)
    except Refused as said:
        asks = isinstance(said, NoAreas)
        return _page(request, petition, refusal=passes_on(said).sentence, make_form=form, asks=asks)
    messages.success(request, _("Đã làm bản che và hủy bản chụp. Xem lại từng trang rồi xác nhận."))
    return lead_to("petitions:copy_check", uid=uid, copy=made.uid)


def _found(request: Request, petition: Petition, page: str) -> int:
    copy = own_scan(petition, request.viewer, at=request.at)
    form = FindForm(request.POST)
    form.is_valid()
    numbered = page.isdecimal() and 1 <= int(page) <= copy.pages
    pages = [int(page)] if numbered else range(1, copy.pages + 1)
    terms = making.terms_in(form.cleaned_data.get("can_tim", ""))
    whole = form.cleaned_data.get("ca_dong", False)
    # nosemgrep: clock-below-the-door - what takes time comes before the act
    return making.find_terms(copy, terms, pages, whole_lines=whole, by=request.viewer, clock=timezone.now)


def _before(request: Request) -> int:
    """How many were found on the pages before this one, as the page's script has counted."""
    counted = request.POST.get("da_thay", "")
    return int(counted) if counted.isdecimal() and len(counted) < 4 else 0


def _tell(request: Request, found: int) -> None:
    if found:
        said = _("Thấy %d chỗ và đã đặt khung sẵn. Mở từng trang, xem khung có che kín không.") % found
        messages.success(request, said)
    else:
        messages.warning(
            request, _("Không thấy chỗ nào. Chữ viết tay máy không đọc được: tự đánh dấu trên trang.")
        )


def _said(sentence: str) -> JsonResponse:
    return JsonResponse({"refusal": sentence}, status=REFUSED)


def _page(
    request: Request, petition: Petition, *, refusal: str = "", form: ScanForm | None = None,
    make_form: MakeForm | None = None, asks: bool = False,
) -> HttpResponse:  # fmt: skip
    standing = standing_scan(petition, at=request.at)
    mine = standing is not None and request.viewer.official == standing.by
    pages = stands(standing) if standing is not None and mine else []
    context = {
        "title": _("Che bản chụp đơn"),
        "crumbs": crumbs_to(petition),
        "demo": petition.owner_unit.example,
        "petition": petition,
        "scan": standing,
        "mine": mine,
        "pages": pages,
        "todo": next((one.number for one in pages if not one.looked), None),
        "nothing": bool(pages) and not any(one.areas for one in pages),
        "form": ScanForm() if form is None or not refusal else form,
        "find_form": FindForm(),
        "make_form": make_form or MakeForm(),
        "asks": asks,
        "copies": copies_of(petition),
        "refusal": refusal,
        "under_seal": SealedLetter.objects.filter(petition=petition, destroyed_at__isnull=True).exists(),
        "hours": int(kept_for(petition, request.at).total_seconds() // 3600),
    }
    status = REFUSED if refusal else 200
    return render(request, "petitions/redacting/scan.html", context, status=status)
