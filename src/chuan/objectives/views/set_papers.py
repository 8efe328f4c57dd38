"""What leaves a frozen set: the report as PDF or Word, the file for the level above, plain text; and a report back."""

from __future__ import annotations

import uuid
from typing import Literal

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.exchange.limits import DEFAULT
from chuan.objectives import addresses
from chuan.objectives.actions.printing import print_set_report
from chuan.objectives.reports import year_picture
from chuan.objectives.sets import table
from chuan.objectives.sets.actions.exporting import MEDIA_TYPE, export_set
from chuan.objectives.sets.checking import check_report
from chuan.objectives.sets.forms import ReportForm
from chuan.objectives.views.downloads import attachment
from chuan.objectives.views.finding import plan_of
from chuan.objectives.views.sets import set_of
from chuan.objectives.views.year import day_of
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.figure_sets import read_lines, short_digest
from chuan.rules.refusals import FileTooBig

REFUSED = 422
_MEGABYTE = 1_000_000


def set_pdf(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The report of the set as PDF/A; only a pressed button prints, because printing is put on record."""
    return _printed(request, uid, "pdf")


def set_docx(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The report of the set as a Word file, likewise."""
    return _printed(request, uid, "docx")


def set_export(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The set as one marked file for the level above."""
    found = set_of(request, uid)
    if request.method != "POST":
        return redirect("objectives:set", uid=found.uid)
    made = export_set(found, by=request.viewer, at=request.at)
    return attachment(made.data, made.name, MEDIA_TYPE)


def set_table(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The set as one bare table, to be selected and copied without script."""
    found = set_of(request, uid)
    return _plain(request, table.of_set(found, read_lines(found.lines)), addresses.of_set(found))


def year_table(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The year as it stands, likewise."""
    found = plan_of(request, uid)
    on, _wrong = day_of(request)
    return _plain(
        request, table.of_picture(year_picture(found, on=on, today=request.on)), addresses.of_plan(found)
    )


def set_check(request: Request) -> HttpResponse:
    """An edited report held against the set it was printed from; nothing is kept."""
    form = ReportForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        with said_on(form):
            return _checked(request, form.cleaned_data["file"], form)
    return _check_page(request, form)


def _checked(request: Request, file: UploadedFile[bytes], form: ReportForm) -> HttpResponse:
    if (size := file.size or 0) > DEFAULT.file_bytes:
        raise FileTooBig(megabytes=-(-size // _MEGABYTE), limit=DEFAULT.file_bytes // _MEGABYTE)
    found = check_report(file.read(), name=file.name or "", by=request.viewer, on=request.on)
    context = {
        "checked": found,
        "code": short_digest(found.figure_set.digest),
        "figures": [one for one in found.wrong if one.name],
        "sentences": [one for one in found.wrong if not one.name],
        "demo": found.figure_set.illustrative,
    }
    return _check_page(request, ReportForm(), context)


def _check_page(request: Request, form: ReportForm, context: dict[str, object] | None = None) -> HttpResponse:
    shown = {
        "title": _("Kiểm báo cáo đã sửa"),
        "crumbs": [(_("Chốt số liệu"), reverse("objectives:sets"))],
        "form": form,
        **(context or {}),
    }
    return render(request, "objectives/sets/check.html", shown, status=REFUSED if form.errors else 200)


def _printed(request: Request, uid: uuid.UUID, form: Literal["pdf", "docx"]) -> HttpResponse:
    found = set_of(request, uid)
    if request.method != "POST":
        return redirect("objectives:set", uid=found.uid)
    paper = print_set_report(found, form=form, by=request.viewer, at=request.at)
    return attachment(paper.data, paper.name, paper.content_type)


def _plain(request: Request, found: table.PlainTable, back: str) -> HttpResponse:
    context = {"title": _("Bảng để chép tay"), "plain": found, "back": back}
    return render(request, "objectives/sets/plain.html", context)
