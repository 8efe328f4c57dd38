"""Số liệu: the table of statistics, its bars, its Excel."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.dossiers import periods
from chuan.dossiers.reports import columns
from chuan.dossiers.reports.asked import Asked, Cut, Seen, known_rows
from chuan.dossiers.reports.counting import Statistics, statistics, totals
from chuan.dossiers.reports.figures import FIGURES, Counted, Line
from chuan.dossiers.reports.months import months_of
from chuan.dossiers.reports.sheets import gap_words, table_sheet
from chuan.dossiers.views.figures.asking import (
    crumbs,
    form_of,
    not_imported,
    query_of,
    rows_address,
    whole_month_gone,
)
from chuan.exchange.sheets import write_sheet
from chuan.people.door import Request
from chuan.rules.types import Period
from chuan.ui import formatters as say
from chuan.ui import words
from chuan.ui.charts.bars import Bar, BarChart, bar_chart
from chuan.ui.files import XLSX, attachment

_MOST_BARS = 12


@dataclass(frozen=True)
class Cell:
    """A figure as the page writes it; ``url`` opens its rows."""

    column: columns.Column
    text: str
    url: str = ""
    edge: bool = False
    bad: bool = False


@dataclass(frozen=True)
class Shown:
    """A line as the page writes it; ``missing`` says that no file speaks of it."""

    label: str
    cells: Sequence[Cell]
    missing: bool = False


def table(request: Request) -> HttpResponse:
    """The table asked for in the address."""
    form = form_of(request)
    asked = form.asked()
    found, missing = statistics(request.viewer, asked), not_imported(request, asked)
    context = {
        "title": _("Số liệu hồ sơ %s") % words.period(asked.period, with_year=True),
        "crumbs": crumbs(),
        "demo": request.viewer.unit.example,
        "form": form,
        "chosen_year": str(asked.period.start.year),
        "chosen_part": periods.name_of(asked.period),
        "missing": missing,
        "missing_words": ", ".join(gap_words(gap) for gap in missing),
        "query": query_of(asked),
        "refusal": form.said,
    }
    context |= _table(found, missing, request.on) | _beside(request, asked)
    return render(request, "dossiers/figures/table.html", context)


def _table(found: Statistics, missing: list[Period], on: date) -> dict[str, object]:
    return {
        "asked": found.asked,
        "anything": found.total.any,
        "groups": columns.groups_of(found),
        "width": len(columns.columns_of(found)),
        "lines": _lines(found, missing, on),
        "total": Shown(_("Cả kỳ"), _cells(found, found.total, "")),
        "chart": _chart(found),
        "chart_key": _parts(),
        "last_day": min(found.asked.period.end - timedelta(days=1), on),
    }


def _beside(request: Request, asked: Asked) -> dict[str, object]:
    """What the other promise would say: shown beside, never in its place."""
    other = replace(asked, seen=Seen.NOW if asked.seen is Seen.FIRST else Seen.FIRST)
    wanted = {key: FIGURES[key] for key in ("early", "on_time", "late")}
    found = totals(known_rows(request.viewer, asked.as_of), other, wanted)
    return {
        "other_judged": found.judged,
        "other_late": found["late"],
        "other_rate": say.share(found.in_time, found.judged),
        "other_query": query_of(other),
    }


def exported(request: Request) -> HttpResponse:
    """The same table as an Excel file."""
    asked = form_of(request).asked()
    found = statistics(request.viewer, asked)
    sheet = table_sheet(found, not_imported(request, asked), request.viewer.unit, on=request.on)
    return attachment(write_sheet(sheet), "so-lieu-ho-so.xlsx", XLSX)


def _lines(found: Statistics, missing: list[Period], on: date) -> list[Shown]:
    if found.asked.cut is not Cut.MONTH:
        return [Shown(line.label, _cells(found, line.counted, line.key)) for line in found.lines]
    return [
        Shown(
            line.label, _cells(found, line.counted, line.key),
            not line.counted.any and whole_month_gone(month, missing, on),
        )
        for line, month in zip(found.lines, months_of(found.asked.period), strict=True)
    ]  # fmt: skip


def _cells(found: Statistics, counted: Counted, key: str) -> list[Cell]:
    firsts = {group.columns[0].key for group in columns.groups_of(found)}
    return [_cell(found, column, counted, key, column.key in firsts) for column in columns.columns_of(found)]


def _cell(found: Statistics, column: columns.Column, counted: Counted, key: str, edge: bool) -> Cell:
    text = columns.written(column, counted)
    if column.key == columns.RATE or not counted[column.key]:
        return Cell(column, text, edge=edge)
    bad = column.key in ("late", "running_late")
    return Cell(column, text, rows_address(found.asked, column.key, key), edge, bad)


def _chart(found: Statistics) -> str:
    lines = [line for line in found.lines if line.counted.judged or found.asked.cut is Cut.MONTH]
    if len(lines) > _MOST_BARS:
        rest = sum((line.counted for line in lines[_MOST_BARS - 1 :]), Counted({}))
        others = _("%s dòng khác") % (len(lines) - _MOST_BARS + 1)
        lines = [*lines[: _MOST_BARS - 1], Line("", others, rest)]
    bars = [Bar(line.label, [line.counted[key] for key in ("early", "on_time", "late")]) for line in lines]
    chart = BarChart(_("Hồ sơ đã giải quyết, chia theo kết quả"), _parts(), bars, marked=2)
    return bar_chart(chart) if chart.any else ""


def _parts() -> list[str]:
    return [_("trước hạn"), _("đúng hạn"), _("trễ hạn")]
