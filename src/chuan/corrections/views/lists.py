"""The register: what is not closed first, filtered, sought, as Excel; what Chuẩn would raise stands above."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.corrections.forms import ListForm
from chuan.corrections.listing import Wanted, found, rows_of, sheet_of, statuses, years_of
from chuan.corrections.permissions import may_raise
from chuan.corrections.proposing import waiting_proposals
from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.ui.files import XLSX, attachment

PER_PAGE = 50


def everything(request: Request) -> HttpResponse:
    """One page of the register."""
    form, wanted = _asked(request)
    page = Paginator(found(request.viewer, wanted), PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": _("Khắc phục"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "form": form,
        "selects": [form["tt"], form["nguon"], form["nam"]],
        "page": page,
        "rows": rows_of(page.object_list, on=request.on),
        "query": request.GET.urlencode(),
        "filtered": any(request.GET.get(name) for name in ("tim", "tt", "nguon", "nam")),
        "may_raise": may_raise(request.viewer),
        "proposals": len(waiting_proposals(request.viewer, on=request.on, at=request.at)),
    }
    return render(request, "corrections/list.html", context)


def exported(request: Request) -> HttpResponse:
    """The register as an Excel file, with the same filters."""
    _form, wanted = _asked(request)
    table = sheet_of(found(request.viewer, wanted), on=request.on)
    return attachment(write_sheet(table), "khac-phuc.xlsx", XLSX)


def _asked(request: Request) -> tuple[ListForm, Wanted]:
    form = ListForm(request.GET, years=years_of(request.viewer), statuses=statuses())
    form.is_valid()
    return form, Wanted(form.wanted("tim"), form.wanted("tt"), form.wanted("nguon"), form.wanted("nam"))
