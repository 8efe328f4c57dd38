"""Figures by Excel: the form out, the filled form looked at, and recorded only when a person says so."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.contrib import messages
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.exchange.limits import DEFAULT
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.objectives import addresses, sheet_read
from chuan.objectives.forms_papers import FilledForm
from chuan.objectives.models import Plan
from chuan.objectives.refusals import PlanClosed
from chuan.objectives.sheet import SheetPreview, figures_form, preview_sheet, record_sheet
from chuan.objectives.sheet_form import slots as slots_of
from chuan.objectives.views.downloads import XLSX, attachment
from chuan.objectives.views.finding import plan_of
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import FileTooBig, SheetWrong

REFUSED = 422
_SALT = "chuan.objectives.sheets"
_GOOD_FOR = 3600
"""Seconds between looking at a form and recording it."""
_MEGABYTE = 1_000_000


@dataclass(frozen=True)
class Looked:
    """A form that was looked at: the kept bytes and the name they came under."""

    blob: Blob
    name: str


def sheet(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The form to take and the filled one to bring; bringing it only shows what it would record."""
    found = plan_of(request, uid)
    if request.method == "POST" and "bieu" in request.POST:
        return _record(request, found)
    form = FilledForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        with said_on(form):
            return _look(request, found, form.cleaned_data["file"])
    return _page(request, found, form)


def sheet_form(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The form for what the viewer may put in, with what stands already filled in."""
    found = plan_of(request, uid)
    return attachment(figures_form(found, request.viewer, request.on), f"bieu-nhap-{found.year}.xlsx", XLSX)


def _look(request: Request, found: Plan, file: UploadedFile[bytes]) -> HttpResponse:
    """What the form would record, cell by cell; its bytes wait under their digest."""
    _refuse_closed(found)
    if (size := file.size or 0) > DEFAULT.file_bytes:
        raise FileTooBig(megabytes=-(-size // _MEGABYTE), limit=DEFAULT.file_bytes // _MEGABYTE)
    data, name = file.read(), file.name or ""
    preview = preview_sheet(data, found, request.viewer, request.on, name=name)
    token = "" if preview.errors else _token(request, found, files.keep(data, media_type=XLSX), name)
    return _preview(request, found, preview, token, name)


def _record(request: Request, found: Plan) -> HttpResponse:
    """The form that was looked at, all of it or nothing; looked at once more if something moved meanwhile."""
    looked = _looked(request, found)
    if looked is None:
        messages.error(
            request, _("Bản xem trước đã cũ hoặc không phải của bạn. Chọn lại tệp đã điền để xem rồi ghi.")
        )
        return redirect("objectives:sheet", uid=found.uid)
    _refuse_closed(found)
    data = files.read(looked.blob)
    try:
        done = record_sheet(data, found, by=request.viewer, at=request.at, name=looked.name)
    except SheetWrong:
        preview = preview_sheet(data, found, request.viewer, request.on, name=looked.name)
        return _preview(request, found, preview, "", looked.name)
    messages.success(request, sheet_read.recorded(done))
    return redirect("objectives:enter", uid=found.uid)


def _page(request: Request, found: Plan, form: FilledForm) -> HttpResponse:
    slots = slots_of(found, request.viewer, request.on)
    context = _context(found) | {
        "title": _("Nhập kết quả bằng Excel"),
        "form": form,
        "asked": len(slots),
        "empty": sum(slot.standing is None for slot in slots),
    }
    return render(request, "objectives/sheet.html", context, status=REFUSED if form.errors else 200)


def _preview(request: Request, found: Plan, preview: SheetPreview, token: str, name: str) -> HttpResponse:
    context = _context(found) | {
        "title": _("Xem trước biểu đã điền"),
        "name": name,
        "preview": preview,
        "changing": sheet_read.rows((*preview.new, *preview.to_correct)),
        "unchanged": sheet_read.rows(preview.unchanged),
        "to_record": len(preview.new) + len(preview.to_correct),
        "token": token,
    }
    return render(
        request, "objectives/sheet_preview.html", context, status=REFUSED if preview.errors else 200
    )


def _context(found: Plan) -> dict[str, object]:
    crumbs = [
        (_("Mục tiêu %(year)s") % {"year": found.year}, addresses.of_plan(found)),
        (_("Nhập kết quả"), reverse("objectives:enter", args=[found.uid])),
    ]
    return {"plan": found, "crumbs": crumbs}


def _token(request: Request, found: Plan, blob: Blob, name: str) -> str:
    """What the page hands back to record these very bytes: nobody else's, no other plan's, not for long."""
    who = str(request.viewer.account.uid)
    said = {"bytes": blob.digest, "name": name, "plan": str(found.uid), "who": who}
    return signing.dumps(said, salt=_SALT)


def _looked(request: Request, found: Plan) -> Looked | None:
    try:
        said = signing.loads(request.POST.get("bieu", ""), salt=_SALT, max_age=_GOOD_FOR)
    except signing.BadSignature:
        return None
    if (said["plan"], said["who"]) != (str(found.uid), str(request.viewer.account.uid)):
        return None
    blob = Blob.objects.filter(digest=said["bytes"]).first()
    return Looked(blob, said["name"]) if blob else None


def _refuse_closed(found: Plan) -> None:
    if found.status != Plan.Status.STANDING:
        raise PlanClosed()
