"""The list of petitions, its Excel file, and what was given to the viewer."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks.offices import calendar_of
from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.petitions.doors import leads_somewhere
from chuan.petitions.forms_list import ListForm
from chuan.petitions.listing import Listed, listed, waiting_of
from chuan.petitions.permissions import KEEPERS, LEADERS, READERS, may_keep
from chuan.petitions.showing.mine import mine_of, rows_of
from chuan.petitions.showing.sheet import sheet_of
from chuan.petitions.views.one import crumbs_to
from chuan.ui.files import XLSX, attachment

TAKE_IN = "/don-thu/ghi/"
BRING = "/nhap-tu-tep/"


def everything(request: Request) -> HttpResponse:
    """Every petition the viewer may see, filtered, sorted, paged; above it what waits, by kind."""
    viewer = request.viewer
    form = ListForm(request.GET, viewer=viewer)
    page = listed(viewer, form.wanted(), on=request.on, number=_number(request))
    context = {
        "title": _("Đơn thư"),
        "demo": viewer.unit.example,
        "form": form,
        "page": page,
        "rows": rows_of(page.rows, calendar_of(viewer.unit), on=request.on),
        "waiting": waiting_of(viewer, on=request.on),
        "query": _query(request),
        "earlier": _address(request, page, -1),
        "later": _address(request, page, 1),
        "take_in": TAKE_IN if may_keep(viewer) and leads_somewhere(TAKE_IN) else "",
        "keeper": may_keep(viewer),
        "bring": BRING,
        "reach": reach_of(request),
    }
    return render(request, "petitions/cases/list.html", context)


def exported(request: Request) -> HttpResponse:
    """The list as an Excel file, with the same filters."""
    wanted = ListForm(request.GET, viewer=request.viewer).wanted()
    table = sheet_of(request.viewer, wanted, calendar_of(request.viewer.unit), on=request.on)
    return attachment(write_sheet(table), "don-thu.xlsx", XLSX)


def mine(request: Request) -> HttpResponse:
    """What was given to the viewer, by the deadline that is next."""
    context = {
        "title": _("Đơn của tôi"),
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "mine": mine_of(request.viewer, on=request.on),
    }
    return render(request, "petitions/cases/mine.html", context)


def reach_of(request: Request) -> str:
    """What does not stand in this viewer's list, in one sentence; "" for who sees every petition not about him."""
    viewer = request.viewer
    if viewer.has(*KEEPERS, *LEADERS):
        return ""
    if viewer.has(*READERS):
        return _("Đơn tố cáo và đơn có nhiều nội dung chưa tách không hiện ở đây.")
    return _("Ở đây chỉ có đơn được giao cho bạn.")


def _number(request: Request) -> int:
    text = request.GET.get("trang", "")
    return int(text) if text.isdecimal() and len(text) < len("100000") else 1


def _query(request: Request) -> str:
    kept = request.GET.copy()
    kept.pop("trang", None)
    return kept.urlencode()


def _address(request: Request, page: Listed, by: int) -> str:
    if not 1 <= page.number + by <= page.pages:
        return ""
    kept = request.GET.copy()
    kept["trang"] = str(page.number + by)
    return f"{reverse('petitions:list')}?{kept.urlencode()}"
