"""The petitions behind one figure, paged, and as Excel: those the viewer may open, of the others how many."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.exchange.sheets import CellValue, Table, write_sheet
from chuan.people.door import Request
from chuan.petitions.figures import basis
from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.behind import Behind, Found, page_of, rows_behind, shown
from chuan.petitions.figures.counting import Cut, label_of
from chuan.petitions.figures.figures import FIGURES
from chuan.petitions.figures.measured import MEASURES
from chuan.petitions.figures.sight import require_whole
from chuan.petitions.forms_figures import asked_of, query_of
from chuan.petitions.views.figures.table import crumbs, table
from chuan.rules.refusals import NotAllowed, Refused
from chuan.ui import formatters as say
from chuan.ui import words
from chuan.ui.files import XLSX, attachment

PER_PAGE = 50
MOST = 20_000
USUAL = "received"
"""Listed where no figure is named."""
_WIDTHS = (20, 22, 24, 24, 13, 13, 13, 13, 22, 20, 14)


def rows(request: Request) -> HttpResponse:
    """The rows of the figure that the address names."""
    require_whole(request.viewer)
    try:
        asked = asked_of(request)
    except NotAllowed:
        raise
    except Refused:
        return table(request)
    figure, lines, found = _found(request, asked)
    pages = Paginator(found.rows, PER_PAGE)
    pages.count = found.count  # counted once already
    page = pages.get_page(request.GET.get("trang"))
    context = {
        "title": _title(asked, figure, lines),
        "crumbs": crumbs((_("Số liệu"), f"{reverse('petitions:figures')}?{query_of(asked)}")),
        "demo": asked.unit.example,
        "asked": asked,
        "known": basis.known_words(asked),
        "grade": basis.grade_of(asked),
        "page": page,
        "rows": page_of(page.object_list),  # type: ignore[arg-type]
        "hidden": found.hidden,
        "query": query_of(asked, so=figure, **{cut.value: key for cut, key in lines.items()}),
    }
    return render(request, "petitions/figures/rows.html", context)


def exported(request: Request) -> HttpResponse:
    """The same rows as an Excel file."""
    require_whole(request.viewer)
    try:
        asked = asked_of(request)
    except NotAllowed:
        raise
    except Refused:
        return table(request)
    figure, lines, found = _found(request, asked)
    return attachment(write_sheet(_sheet(asked, found, _title(asked, figure, lines))), "don-thu.xlsx", XLSX)


def _found(request: Request, asked: Asked) -> tuple[str, Mapping[Cut, str], Found]:
    figure = request.GET.get("so") or USUAL
    lines = {cut: key[:120] for cut in Cut if (key := request.GET.get(cut.value, ""))}
    try:
        return figure, lines, rows_behind(request.viewer, asked, figure, lines)
    except KeyError:
        raise Http404 from None


def _title(asked: Asked, figure: str, lines: Mapping[Cut, str]) -> str:
    told = {"figure": _name(figure), "period": words.period(asked.period, with_year=True)}
    title = _("Đơn %(figure)s, %(period)s") % told
    return ", ".join([title, *(label_of(cut, key) for cut, key in lines.items())])


def _name(figure: str) -> str:
    name, _dot, outcome = figure.partition(".")
    if not outcome:
        return str(FIGURES[name].whole)
    measure = MEASURES[name]
    return measure.hit_words if outcome == "dat" else measure.miss_words


def _sheet(asked: Asked, found: Found, title: str) -> Table:
    some = shown(found.rows[:MOST])
    hidden = [hidden_words(found.hidden)] if found.hidden else []
    return Table(
        title=title,
        headers=[
            _("Mã đơn"), _("Loại đơn"), _("Nơi đến"), _("Lĩnh vực"), _("Ngày nhận"), _("Ngày thụ lý"),
            _("Hạn giải quyết"), _("Ngày có kết quả"), _("Giai đoạn"), _("Kết luận"), _("Theo hạn"),
        ],
        rows=[_cells(one) for one in some],
        notes=[*basis.basis_of(asked), _("Số dòng: %s") % say.number(len(some)), *hidden],
        sheet_name=_("Đơn thư"),
        widths=dict(enumerate(_WIDTHS)),
        number_formats=dict.fromkeys(range(4, 8), "dd/mm/yyyy"),
    )  # fmt: skip


def hidden_words(hidden: int) -> str:
    """How many rows the viewer may not open; never more about them."""
    return _("%s đơn của con số này không hiện vì bạn không được mở.") % say.number(hidden)


def _cells(one: Behind) -> tuple[CellValue, ...]:
    return (
        one.code, one.kind_words, one.channel_words, one.field, one.received_on, one.accepted_on, one.due_on,
        one.settled_on, one.stage_words, one.verdict_words, one.outcome_words,
    )  # fmt: skip
