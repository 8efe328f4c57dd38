"""One page of a scan: its picture with the areas on it, and the form that saves them."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect as lead_to
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.exchange.redacting import Area
from chuan.people.door import Request
from chuan.petitions.actions import redacting as actions
from chuan.petitions.models import Petition, WorkingCopy
from chuan.petitions.redacting.marks import area_of, from_text, strip_of
from chuan.petitions.redacting.showing import frames_of, next_page
from chuan.petitions.redacting.sources import picture_of, scan_bytes
from chuan.petitions.redacting.standing import own_scan
from chuan.petitions.refusals_redacting import ScanGone
from chuan.petitions.views.redacting.ways import (
    REFUSED,
    as_picture,
    crumb_of_scan,
    crumbs_to,
    kept_by_viewer,
    passes_on,
)
from chuan.rules.refusals import NotFound, Refused


def page(request: Request, uid: uuid.UUID, page: int) -> HttpResponse:
    """Mark a page; then on to the next that nobody looked at, or back to the scan when all were."""
    petition = kept_by_viewer(request, uid)
    try:
        copy = _copy(request, petition, page)
    except ScanGone as gone:
        messages.error(request, gone.sentence)
        return lead_to("petitions:redact", uid=uid)
    if request.method != "POST":
        return _shown(request, copy, page, from_text(copy.marks).on(page))
    try:
        return _saved(request, copy, page)
    except ScanGone as gone:
        messages.error(request, gone.sentence)
        return lead_to("petitions:redact", uid=uid)
    except Refused as said:
        return _shown(request, copy, page, _readable(request, page), refusal=passes_on(said).sentence)


def picture(request: Request, uid: uuid.UUID, page: int) -> HttpResponse:
    """The page as it is marked and covered, only to whoever marks it."""
    petition = kept_by_viewer(request, uid)
    try:
        copy = _copy(request, petition, page)
    except ScanGone:
        raise NotFound(thing=_("ảnh trang")) from None
    return as_picture(picture_of(scan_bytes(copy), petition, page))


def _copy(request: Request, petition: Petition, page: int) -> WorkingCopy:
    copy = own_scan(petition, request.viewer, at=request.at)
    if not 1 <= page <= copy.pages:
        raise NotFound(thing=_("trang này"))
    return copy


def _saved(request: Request, copy: WorkingCopy, page: int) -> HttpResponse:
    looked = request.POST.get("da_xem") == "1"
    marks = actions.mark_page(
        copy, page, _areas(request, page), looked=looked, was=request.POST.get("truoc", ""),
        by=request.viewer, at=request.at,
    )  # fmt: skip
    uid = copy.petition.uid
    if request.POST.get("lam") == "them" or not looked:
        if not looked:
            messages.warning(request, _("Đã lưu trang %d. Xem kỹ cả trang rồi đánh dấu đã xem.") % page)
        return lead_to("petitions:redact_page", uid=uid, page=page)
    following = next_page(marks, page, copy.pages)
    if following is None:
        messages.success(request, _("Đã xem đủ %d trang. Làm bản che được rồi.") % copy.pages)
        return lead_to("petitions:redact", uid=uid)
    return lead_to("petitions:redact_page", uid=uid, page=following)


def _areas(request: Request, page: int) -> list[Area]:
    """What the form says. Raises ``AreaUnreadable``, ``NumbersWrong``."""
    sent = request.POST
    areas = [area_of(value, page) for value in sent.getlist("vung")]
    strip = strip_of(page, sent.get("mep_tren", ""), sent.get("mep_duoi", ""))
    whole = [Area.whole_page(page)] if sent.get("ca_trang") else []
    return [*areas, *([strip] if strip else []), *whole]


def _readable(request: Request, page: int) -> Sequence[Area]:
    """Of what a refused form says, whatever can be shown again."""

    def told() -> Iterator[Area]:
        for value in request.POST.getlist("vung"):
            try:
                yield area_of(value, page)
            except Refused:
                continue

    return list(told())


def _shown(
    request: Request, copy: WorkingCopy, page: int, areas: Sequence[Area], *, refusal: str = ""
) -> HttpResponse:
    petition, marks = copy.petition, from_text(copy.marks)
    whole = Area.whole_page(page)
    context = {
        "title": _("Che trang %(page)d trong %(pages)d") % {"page": page, "pages": copy.pages},
        "crumbs": crumbs_to(petition, crumb_of_scan(petition)),
        "demo": petition.owner_unit.example,
        "petition": petition,
        "scan": copy,
        "number": page,
        "frames": frames_of([one for one in areas if one != whole]),
        "whole": whole in areas or bool(request.POST.get("ca_trang")),
        "looked": request.POST.get("da_xem") == "1" if refusal else page in marks.looked,
        "top": request.POST.get("mep_tren", "")[:10] if refusal else "",
        "bottom": request.POST.get("mep_duoi", "")[:10] if refusal else "",
        "seal": marks.seal_of(page),
        "seen": len(marks.looked),
        "before": page - 1 if page > 1 else None,
        "after": page + 1 if page < copy.pages else None,
        "last": next_page(marks, page, copy.pages) is None,
        "ticks": range(0, 101, 10),
        "picture": reverse("petitions:redact_picture", args=[petition.uid, page]),
        "refusal": refusal,
    }
    return render(request, "petitions/redacting/page.html", context, status=REFUSED if refusal else 200)
