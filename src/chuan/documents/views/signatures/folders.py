"""A folder of signed files: dropped, watched while it is checked, and what a person says of single files."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.documents import signature_reports as reports
from chuan.documents.actions import batches, matching
from chuan.documents.batch_running import pick_up_stale, start
from chuan.documents.forms_signatures import CheckForm, FolderForm, ReasonForm
from chuan.documents.matching import likely
from chuan.documents.models import Document, FileBatch, SignedFile
from chuan.documents.permissions import check_files, may_check_files
from chuan.documents.showing.signatures import files_of, lines_of, outcomes_of
from chuan.documents.views.signatures.pages import REFUSED, crumbs, home_context
from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.vietnamese import fold
from chuan.ui.files import XLSX, attachment
from chuan.ui.formatters import number

PER_PAGE = 100
_FOUND = 20


def receive(request: Request) -> HttpResponse:
    """Take the files in and begin to check them."""
    if request.method != "POST":
        return redirect("documents:signatures")
    check_files(request.viewer)
    folder = FolderForm(request.POST, request.FILES)
    if folder.is_valid():
        given = ((str(one.name), one.read()) for one in folder.cleaned_data["tep"])
        try:
            # nosemgrep: clock-below-the-door - what takes time comes before the act
            batch = batches.receive_batch(given, by=request.viewer, at=timezone.now())
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            folder.add_error("tep", refused.sentence)
        else:
            start(batch)
            return redirect("documents:folder", uid=batch.uid)
    context = home_context(request, CheckForm(), folder)
    return render(request, "documents/signatures/home.html", context, status=REFUSED)


def folder(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What became of the files: matched, not matched, only pictures, broken; while it runs, how far it is."""
    pick_up_stale(request.at)
    batch, outcome = _batch(request, uid), request.GET.get("xem", "")
    page = Paginator(files_of(batch, outcome), PER_PAGE).get_page(request.GET.get("trang"))
    pictures = list(batch.files.filter(picture_only=True).order_by("file_name")[:50])
    context = {
        "title": _("Thư mục tệp đã ký"), "batch": batch, "outcomes": outcomes_of(batch), "outcome": outcome,
        "page": page, "lines": lines_of(page.object_list), "working": batch.finished_at is None, "pictures": pictures,
        "crumbs": crumbs(), "may_check": may_check_files(request.viewer), "query": request.GET.urlencode(),
        "told": _told(batch),
    }  # fmt: skip
    return render(request, "documents/signatures/folder.html", context)


def progress(request: Request, uid: uuid.UUID) -> HttpResponse:
    """How far the check is, for the page that waits."""
    pick_up_stale(request.at)
    batch = _batch(request, uid)
    told = {
        "said": _told(batch),
        "done": batch.done,
        "total": batch.total,
        "settled": batch.finished_at is not None,
    }
    return JsonResponse(told)


def export(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The folder as an Excel file."""
    table = reports.folder_sheet(_batch(request, uid), request.GET.get("xem", ""), on=request.on)
    return attachment(write_sheet(table), "tep-da-ky.xlsx", XLSX)


def choose(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A person says to which document a file belongs."""
    check_files(request.viewer)
    file = _file(request, uid)
    sought = request.GET.get("tim", "").strip()
    refusal = ""
    if request.method == "POST":
        seen = Document.objects.seen_by(request.viewer)
        document = get_object_or_404(seen, uid=_uid(request.POST.get("van_ban", "")))
        try:
            matching.match(file, document, by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(
                request,
                _("Đã ghép %(file)s với %(document)s.")
                % {"file": file.file_name, "document": document.title},
            )
            return _back(file)
    context = {
        "title": _("Ghép tệp với văn bản"), "file": file, "line": lines_of([file])[0], "refusal": refusal,
        "sought": sought,
        "offered": _offered(request, file, sought), "crumbs": _crumbs(file),
    }  # fmt: skip
    return render(request, "documents/signatures/choose.html", context, status=REFUSED if refusal else 200)


def unmatch(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A wrong match is taken back, with the reason."""
    check_files(request.viewer)
    file, form, refusal = _file(request, uid), ReasonForm(request.POST or None), ""
    if request.method == "POST" and form.is_valid():
        try:
            matching.unmatch(file, form.cleaned_data["ly_do"], by=request.viewer, at=request.at)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Đã bỏ ghép %s.") % file.file_name)
            return _back(file)
    context = {
        "title": _("Bỏ ghép tệp"), "file": file, "form": form, "refusal": refusal, "crumbs": _crumbs(file),
    }  # fmt: skip
    return render(
        request,
        "documents/signatures/unmatch.html",
        context,
        status=REFUSED if request.method == "POST" else 200,
    )


def drop(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A file that nobody needs."""
    check_files(request.viewer)
    file = _file(request, uid)
    if request.method == "POST":
        try:
            matching.drop(file, by=request.viewer, at=request.at)
            messages.success(request, _("Đã bỏ %s.") % file.file_name)
        except (NotAllowed, NotFound):
            raise
        except Refused as refused:
            messages.error(request, refused.sentence)
    return _back(file)


def _told(batch: FileBatch) -> str:
    if batch.finished_at is not None:
        return _("Đã kiểm tra xong %s tệp.") % number(batch.total)
    return _("Đang kiểm tra: %(done)s trong %(total)s tệp") % {
        "done": number(batch.done),
        "total": number(batch.total),
    }


def _offered(request: Request, file: SignedFile, sought: str) -> list[Document]:
    """The likely ones, or those whose number or subject holds the words."""
    seen = Document.objects.seen_by(request.viewer)
    if not sought:
        keys = [one.pk for one in likely(file.batch.unit, file.number, file.symbol, file.issued_on)]
        held = {one.pk: one for one in seen.filter(pk__in=keys)}
        return [held[pk] for pk in keys if pk in held]
    words = fold(sought).split()
    rows = (
        seen.filter(listed=True)
        .order_by("-issued_on")
        .values_list("pk", "number", "symbol", "subject")[:20_000]
    )
    keys = [
        pk
        for pk, number_, symbol, subject in rows
        if all(w in fold(f"{number_}/{symbol} {subject}") for w in words)
    ]
    return list(seen.filter(pk__in=keys[:_FOUND]).order_by("-issued_on"))


def _batch(request: Request, uid: uuid.UUID) -> FileBatch:
    return get_object_or_404(FileBatch.objects.seen_by(request.viewer).select_related("by", "unit"), uid=uid)


def _file(request: Request, uid: uuid.UUID) -> SignedFile:
    seen = SignedFile.objects.seen_by(request.viewer).select_related(
        "batch__unit", "document", "checked", "blob"
    )
    return get_object_or_404(seen, uid=uid)


def _back(file: SignedFile) -> HttpResponse:
    return redirect("documents:folder", uid=file.batch.uid)


def _crumbs(file: SignedFile) -> list[tuple[str, str]]:
    return [*crumbs(), (_("Thư mục tệp đã ký"), reverse("documents:folder", args=[file.batch.uid]))]


def _uid(text: str) -> Any:
    try:
        return uuid.UUID(text)
    except ValueError:
        return uuid.UUID(int=0)
