"""The files that documents are kept in: which there are, what is in one, and writing it on a document."""

from __future__ import annotations

import uuid
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.db.models import Count, Max, Min
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.documents.actions.incoming import put_in_file
from chuan.documents.forms_incoming import FilingForm
from chuan.documents.models import Document, DocumentQuerySet
from chuan.documents.permissions import check_registers
from chuan.exchange.sheets import Table, write_sheet
from chuan.law.document_types import type_title
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.refusals import NotFound
from chuan.ui import formatters as say
from chuan.ui.files import XLSX, attachment

PER_PAGE = 100
REFUSED = 422


def listed(request: Request) -> HttpResponse:
    """Files by their code, how many documents each holds; with a code, what is in it."""
    code = request.GET.get("ma", "").strip()[:40]
    found = _filed(request)
    if code:
        rows = found.filter(file_code=code).order_by("issued_on", "arrived_on", "pk")
        page = Paginator(rows, PER_PAGE).get_page(request.GET.get("trang"))
        documents = [(one, type_title(one.type), address_of(one)) for one in page.object_list]
        context: dict[str, Any] = {
            "title": _("Hồ sơ %s") % code,
            "code": code,
            "page": page,
            "documents": documents,
        }
    else:
        groups = found.values("file_code").annotate(
            count=Count("pk"), first=Min("issued_on"), last=Max("issued_on"), retention=Max("retention")
        )
        every = Paginator(groups.order_by("file_code"), PER_PAGE).get_page(request.GET.get("trang"))
        context = {"title": _("Mục lục hồ sơ"), "page": every}
    crumbs = [(_("Văn bản"), reverse("documents:list")), (_("Sổ"), reverse("documents:books"))]
    crumbs += [(_("Mục lục hồ sơ"), reverse("documents:files"))] if code else []
    return render(request, "documents/books/files.html", context | {"crumbs": crumbs})


def exported(request: Request) -> HttpResponse:
    """What is in one file, as Excel: mục lục văn bản."""
    code = request.GET.get("ma", "").strip()[:40]
    rows = _filed(request).filter(file_code=code).order_by("issued_on", "arrived_on", "pk")
    table = Table(
        title=_("Mục lục văn bản của hồ sơ %s") % code,
        headers=[_("Số, ký hiệu"), _("Ngày"), _("Loại và trích yếu"), _("Tác giả"), _("Số đến"), _("Thời hạn lưu")],
        rows=[
            (one.full_number, one.issued_on, f"{type_title(one.type)}: {one.subject}", one.issuer_name,
             one.arrival_number, one.retention)
            for one in rows
        ],
        notes=[_("Xuất ngày %s") % say.day(request.on)],
        sheet_name=_("Hồ sơ"),
        widths={0: 22, 1: 12, 2: 70, 3: 30, 4: 10, 5: 18},
        number_formats={1: "dd/mm/yyyy"},
    )  # fmt: skip
    return attachment(write_sheet(table), "muc-luc-ho-so.xlsx", XLSX)


def put(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Write the file and the retention on a document."""
    document = get_object_or_404(
        Document.objects.seen_by(request.viewer).select_related("owner_unit"), uid=uid
    )
    check_registers(request.viewer)
    if document.owner_unit_id != request.viewer.unit.pk or document.direction == Document.Direction.EXTERNAL:
        raise NotFound(thing=_("văn bản này"))
    initial = {"file_code": document.file_code, "retention": document.retention}
    form = FilingForm(request.POST if request.method == "POST" else None, initial=initial)
    if request.method == "POST" and form.is_valid():
        with said_on(form):
            put_in_file(document, **form.cleaned_data, by=request.viewer, at=request.at)
            messages.success(request, _("Đã ghi hồ sơ của văn bản."))
            return redirect(address_of(document))
    context = {
        "title": _("Hồ sơ và thời hạn lưu"),
        "crumbs": [(_("Văn bản"), reverse("documents:list")), (document.title, address_of(document))],
        "where": document.subject,
        "lead": f"{document.title}: {document.subject}",
        "form": form,
        "button": _("Ghi"),
        "back": address_of(document),
    }
    status = REFUSED if form.is_bound else 200
    return render(request, "documents/outgoing/verb.html", context, status=status)


def address_of(document: Document) -> str:
    """A document's own page: among those that came in, or the common one."""
    name = "documents:incoming" if document.direction == Document.Direction.IN else "documents:document"
    return reverse(name, args=[document.uid])


def _filed(request: Request) -> DocumentQuerySet:
    return Document.objects.seen_by(request.viewer).exclude(file_code="").filter(listed=True)
