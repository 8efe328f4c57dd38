"""Taking a catalogue in: choose a file, look at what it would change, then one act."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core import signing
from django.core.files.uploadedfile import UploadedFile
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.dossiers.actions.procedures import import_catalogue
from chuan.dossiers.catalogue import preview_catalogue
from chuan.dossiers.forms_procedures import CatalogueForm
from chuan.dossiers.kept_previews import KeptPreview, keep, kept
from chuan.dossiers.permissions import require_keep_procedures
from chuan.dossiers.procedures.table_catalogue import template
from chuan.dossiers.refusals_procedures import PreviewStale
from chuan.exchange.limits import DEFAULT
from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import FileTooBig
from chuan.ui.files import XLSX, attachment

REFUSED = 422
_MEGABYTE = 1_000_000
_SHOWN = 100


def bring(request: Request) -> HttpResponse:
    """Choose a file and see what it would change; nothing is written."""
    require_keep_procedures(request.viewer)
    first_day = f"01/01/{request.on.year}"
    sent = request.method == "POST"
    form = (
        CatalogueForm(request.POST, request.FILES)
        if sent
        else CatalogueForm(initial={"valid_from": first_day})
    )
    if sent and form.is_valid():
        with said_on(form):
            return _preview(request, form)
    context = {"title": _("Nhập danh mục thủ tục"), "form": form, "crumbs": _crumbs()}
    return render(request, "dossiers/procedures/bring.html", context, status=REFUSED if sent else 200)


def take_in(request: Request) -> HttpResponse:
    """The one act: what was previewed becomes proposals."""
    require_keep_procedures(request.viewer)
    if request.method != "POST":
        return redirect("procedures:bring")
    try:
        found = kept(request.POST.get("xem", ""), unit=request.viewer.unit)
    except signing.BadSignature:
        raise PreviewStale() from None
    done = import_catalogue(
        found.data(),
        found.name,
        valid_from=found.valid_from,
        by=request.viewer,
        at=request.at,
        seen=found.mark,
    )
    said = _("Đã nhập: %(new)s thủ tục mới, %(changed)s bản thay đổi, đều chờ xác nhận.")
    messages.success(request, said % {"new": done.new, "changed": done.changed})
    return redirect(f"{reverse('procedures:list')}?trang_thai=cho-xac-nhan")


def template_sheet(request: Request) -> HttpResponse:
    """The template as an Excel file."""
    return attachment(write_sheet(template()), "mau-danh-muc-thu-tuc.xlsx", XLSX)


def _preview(request: Request, form: CatalogueForm) -> HttpResponse:
    file: UploadedFile[Any] = form.cleaned_data["file"]
    if (size := file.size or 0) > DEFAULT.file_bytes:
        raise FileTooBig(megabytes=-(-size // _MEGABYTE), limit=DEFAULT.file_bytes // _MEGABYTE)
    data, name, unit = file.read(), str(file.name), request.viewer.unit
    preview = preview_catalogue(data, name=name, unit=unit)
    token = keep(KeptPreview(name, form.cleaned_data["valid_from"], preview.mark), data, unit=unit)
    return render(
        request,
        "dossiers/procedures/preview.html",
        {
            "title": _("Xem trước danh mục"),
            "preview": preview,
            "limits": preview.limits(),
            "new": preview.new[:_SHOWN],
            "changed": preview.changed[:_SHOWN],
            "unreadable": preview.unreadable[:_SHOWN],
            "shown": _SHOWN,
            "token": token,
            "name": name,
            "valid_from": form.cleaned_data["valid_from"],
            "crumbs": [*_crumbs(), (_("Nhập danh mục"), reverse("procedures:bring"))],
        },
    )


def _crumbs() -> list[tuple[str, str]]:
    return [(_("Thủ tục"), reverse("procedures:list"))]
