"""The page of signatures: drop a file or a folder; the checks kept; what is about to end."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents import signature_reports as reports
from chuan.documents.actions import checks
from chuan.documents.actions.matching import report_of
from chuan.documents.batch_running import pick_up_stale
from chuan.documents.forms_signatures import CheckForm, ChecksForm, FolderForm
from chuan.documents.models import FileBatch, SignatureCheck
from chuan.documents.permissions import may_check_files, may_set_trust
from chuan.documents.showing.signatures import seen_of
from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.ui.files import XLSX, attachment

PER_PAGE = 50
REFUSED = 422


def home(request: Request) -> HttpResponse:
    """Drop one file to see its verdict at once, or a folder; the latest folders and what needs attention."""
    pick_up_stale(request.at)
    return render(request, "documents/signatures/home.html", _home(request, CheckForm(), FolderForm()))


def check(request: Request) -> HttpResponse:
    """The verdict of one file in words; kept only when the person marked it."""
    form = CheckForm(request.POST or None, request.FILES or None)
    if request.method != "POST":
        return redirect("documents:signatures")
    if not form.is_valid():
        return render(
            request, "documents/signatures/home.html", _home(request, form, FolderForm()), status=REFUSED
        )
    file, keep = form.cleaned_data["tep"], form.cleaned_data["luu"]
    data, name = file.read(), str(file.name)
    try:
        report = checks.look_at(data, name, unit=request.viewer.unit, at=request.at)
        if keep:
            kept = checks.keep_check(data, name, report, by=request.viewer, at=request.at)
            messages.success(request, _("Đã lưu tệp và kết quả kiểm tra."))
            return redirect("documents:signature_check", uid=kept.uid)
    except (NotAllowed, NotFound):
        raise
    except Refused as refused:
        form.add_error("tep", refused.sentence)
        return render(
            request, "documents/signatures/home.html", _home(request, form, FolderForm()), status=REFUSED
        )
    context = {"title": name, "report": seen_of(report), "crumbs": crumbs(), "stored": False}
    return render(request, "documents/signatures/verdict.html", context)


def kept_checks(request: Request) -> HttpResponse:
    """The checks kept, filtered and paged."""
    form = ChecksForm(request.GET)
    found = reports.checks_for(request.viewer, *form.wanted())
    context = {
        "title": _("Các lần kiểm tra chữ ký số"), "form": form, "crumbs": crumbs(), "query": request.GET.urlencode(),
        "page": Paginator(found, PER_PAGE).get_page(request.GET.get("trang")),
    }  # fmt: skip
    return render(request, "documents/signatures/checks.html", context)


def checks_export(request: Request) -> HttpResponse:
    """The same list as an Excel file."""
    found = reports.checks_for(request.viewer, *ChecksForm(request.GET).wanted())
    return attachment(
        write_sheet(reports.checks_sheet(found, on=request.on)), "kiem-tra-chu-ky-so.xlsx", XLSX
    )


def one_check(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One check as it was said."""
    seen = SignatureCheck.objects.seen_by(request.viewer).select_related("document", "by", "blob")
    found = get_object_or_404(seen, uid=uid)
    context = {
        "title": found.file_name or _("Tệp đã ký"), "check": found, "report": seen_of(report_of(found)),
        "crumbs": [*crumbs(), (_("Các lần kiểm tra"), reverse("documents:signature_checks"))], "stored": True,
    }  # fmt: skip
    return render(request, "documents/signatures/verdict.html", context)


def ending(request: Request) -> HttpResponse:
    """Certificates, lists and roots about to end; documents without a time stamp."""
    context = {
        "title": _("Chứng thư sắp hết hạn"), "endings": reports.endings(request.viewer, on=request.on),
        "unstamped": reports.unstamped(request.viewer), "crumbs": crumbs(), "on": request.on,
    }  # fmt: skip
    return render(request, "documents/signatures/ending.html", context)


def crumbs() -> list[tuple[str, str]]:
    """The way back."""
    return [(_("Văn bản"), reverse("documents:list")), (_("Chữ ký số"), reverse("documents:signatures"))]


def _home(request: Request, form: CheckForm, folder: FolderForm) -> dict[str, Any]:
    return home_context(request, form, folder)


def home_context(request: Request, form: CheckForm, folder: FolderForm) -> dict[str, Any]:
    """What the page of signatures shows, also when one of its two forms was refused."""
    batches = FileBatch.objects.seen_by(request.viewer).select_related("by").order_by("-arrived_at")
    return {
        "title": _("Chữ ký số"), "form": form, "folder": folder, "crumbs": crumbs()[:1],
        "batches": batches[:8], "trusts": reports.trust_stands(request.viewer),
        "ending": len(reports.endings(request.viewer, on=request.on)),
        "may_check": may_check_files(request.viewer), "may_trust": may_set_trust(request.viewer),
    }  # fmt: skip
