"""Danh mục tài liệu kiểm soát: on the page, as an Excel file, printed."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.documents.controlled.listing import book_of, rows_for, sheet_of
from chuan.documents.controlled.permissions import may_keep
from chuan.documents.forms_controlled import ListForm
from chuan.documents.models import ChangeRequest
from chuan.documents.views.controlled.found import crumbs_to
from chuan.exchange.kinds import Kind
from chuan.exchange.sheets import write_sheet
from chuan.paper.books import book_pdf
from chuan.people.door import Request
from chuan.ui.files import XLSX, attachment

PER_PAGE = 50


def listed(request: Request) -> HttpResponse:
    """Every document by code, as it stands today."""
    form = ListForm(request.GET)
    page = Paginator(rows_for(request.viewer, form.wanted(), request.on), PER_PAGE).get_page(
        request.GET.get("trang")
    )
    asked = ChangeRequest.objects.seen_by(request.viewer).filter(status__in=("open", "accepted"))
    context = {
        "title": _("Tài liệu hệ thống"),
        "crumbs": crumbs_to()[:1],
        "demo": request.viewer.unit.example,
        "form": form,
        "page": page,
        "requests": asked.count(),
        "may_keep": may_keep(request.viewer),
        "query": request.GET.urlencode(),
    }
    return render(request, "documents/controlled/list.html", context)


def exported(request: Request) -> HttpResponse:
    """The list as an Excel file, with the same filters."""
    rows = rows_for(request.viewer, ListForm(request.GET).wanted(), request.on)
    return attachment(write_sheet(sheet_of(rows, on=request.on)), "danh-muc-tai-lieu.xlsx", XLSX)


def printed(request: Request) -> HttpResponse:
    """The list as PDF to be printed and signed."""
    rows = rows_for(request.viewer, ListForm(request.GET).wanted(), request.on)
    data = book_pdf(book_of(rows, request.viewer, on=request.on))
    return attachment(data, "danh-muc-tai-lieu.pdf", Kind.PDF)
