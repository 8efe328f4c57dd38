"""The dossiers behind one figure, paged, and as Excel."""

from __future__ import annotations

from typing import cast

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.dossiers.reports.asked import Asked, Cut, Rows
from chuan.dossiers.reports.behind import rows_behind, shown
from chuan.dossiers.reports.cutting import line_label
from chuan.dossiers.reports.figures import FIGURES, FORM_FIGURES, LATE_OUTSIDE
from chuan.dossiers.reports.sheets import rows_sheet
from chuan.dossiers.views.figures.asking import crumbs, figures_crumb, form_of, query_of
from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.ui import words
from chuan.ui.files import XLSX, attachment

PER_PAGE = 50


def rows(request: Request) -> HttpResponse:
    """The rows of the figure that the address names."""
    asked, found, title, key = _found(request)
    page = Paginator(found, PER_PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": title,
        "crumbs": crumbs(figures_crumb()),
        "asked": asked,
        "page": page,
        "rows": shown(cast("Rows", page.object_list)),
        "back": query_of(asked),
        "query": query_of(asked, so=request.GET.get("so", ""), dong=key or ""),
    }
    return render(request, "dossiers/figures/rows.html", context)


def exported(request: Request) -> HttpResponse:
    """The same rows as an Excel file."""
    asked, found, title, _key = _found(request)
    return attachment(write_sheet(rows_sheet(found, asked, title, on=request.on)), "ho-so.xlsx", XLSX)


def _found(request: Request) -> tuple[Asked, Rows, str, str | None]:
    asked, figure = form_of(request).asked(), request.GET.get("so", "")
    key = request.GET.get("dong") or None
    try:
        found = rows_behind(request.viewer, asked, figure, key)
    except KeyError:
        raise Http404 from None
    return asked, found, _title(request, asked, figure, key), key


def _title(request: Request, asked: Asked, figure: str, key: str | None) -> str:
    name = (
        _("trễ hạn do bên ngoài") if figure == LATE_OUTSIDE else str((FIGURES | FORM_FIGURES)[figure].label)
    )
    told = _("Hồ sơ %(figure)s, %(period)s") % {
        "figure": name, "period": words.period(asked.period, with_year=True),
    }  # fmt: skip
    if key is None or asked.cut is Cut.MONTH:
        return told
    return f"{told}: {line_label(request.viewer, asked, key)}"
