"""Statistics and the rows behind a figure as worksheets; the notes say what was asked, known when, from where."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

from django.utils.translation import gettext as _

from chuan.dossiers.reports.asked import Asked, Rows
from chuan.dossiers.reports.behind import shown
from chuan.dossiers.reports.columns import RATE, Column, columns_of
from chuan.dossiers.reports.counting import Statistics
from chuan.dossiers.reports.figures import Counted
from chuan.exchange.sheets import CellValue, Table
from chuan.people.models import Unit
from chuan.rules.types import Period
from chuan.ui import formatters as say
from chuan.ui import words

MOST = 100_000
"""Rows of one worksheet; more are said to be left out."""

_DAY = "dd/mm/yyyy"
_PLACES = Decimal("1e-10")


def table_sheet(found: Statistics, missing: Sequence[Period], unit: Unit, *, on: date) -> Table:
    """The table of statistics."""
    columns = columns_of(found)
    lines = [(line.label, line.counted) for line in found.lines] + [(_("Cả kỳ"), found.total)]
    rate = next(place for place, column in enumerate(columns, 1) if column.key == RATE)
    return Table(
        title=_("Số liệu giải quyết hồ sơ %(period)s – %(unit)s")
        % {"period": words.period(found.asked.period, with_year=True), "unit": unit.committee},
        headers=[str(found.asked.cut.label), *(str(column.whole) for column in columns)],
        rows=[[label, *(_value(column, counted) for column in columns)] for label, counted in lines],
        notes=notes_of(found.asked, missing, on=on),
        sheet_name=_("Số liệu"),
        widths={0: 34, **dict.fromkeys(range(1, len(columns) + 1), 12.0)},
        number_formats={rate: "0.00%"},
    )


def rows_sheet(rows: Rows, asked: Asked, title: str, *, on: date) -> Table:
    """The dossiers behind one figure."""
    found = shown(rows[:MOST])
    heads = {
        _("Mã hồ sơ"): 30, _("Thủ tục"): 44, _("Lĩnh vực"): 20, _("Hình thức nộp"): 14,
        _("Người giải quyết"): 24, _("Ngày tiếp nhận"): 13, _("Hẹn trả, thấy lần đầu"): 13,
        _("Hẹn trả, nguồn đang ghi"): 13, _("Hạn xét"): 13, _("Ngày xong"): 13, _("Trạng thái"): 18,
        _("Kết quả"): 14,
    }  # fmt: skip
    left = rows.count() - len(found)
    notes = [*notes_of(asked, (), on=on), _("Số hồ sơ: %s") % say.number(len(found))]
    return Table(
        title=title,
        headers=list(heads),
        rows=[
            (
                row.code, row.procedure, row.field, row.channel_words, row.handler, row.received_on,
                row.promised_first_on, row.promised_on, row.due_on, row.settled_on, row.status_words,
                row.outcome_words,
            )
            for row in found
        ],
        notes=[*notes, *([_("Còn %s dòng chưa ghi vào bảng này.") % say.number(left)] if left else [])],
        sheet_name=_("Hồ sơ"),
        widths=dict(enumerate(heads.values())),
        number_formats=dict.fromkeys(range(5, 10), _DAY),
    )  # fmt: skip


def notes_of(asked: Asked, missing: Sequence[Period], *, on: date) -> list[str]:
    """Grade, basis, moment and what is missing, in lines."""
    known = _("như đã biết đến %s") % say.moment(asked.as_of) if asked.as_of else _("như đang biết")
    told = [
        _("Hạng %(grade)s · xét trễ %(seen)s · %(known)s · xuất ngày %(on)s")
        % {"grade": words.grade("B"), "seen": asked.seen.label, "known": known, "on": say.day(on)}
    ]
    return told + [_("Chưa nhập %s") % gap_words(gap) for gap in missing]


def gap_words(gap: Period) -> str:
    """ "từ 01/02 đến 28/02/2021"."""
    last = gap.end - timedelta(days=1)
    return _("từ %(first)s đến %(last)s") % {"first": say.day(gap.start), "last": say.day(last)}


def _value(column: Column, counted: Counted) -> CellValue:
    if column.key != RATE:
        return counted[column.key]
    if not counted.judged:
        return _("chưa có số liệu")
    return (Decimal(counted.in_time) / Decimal(counted.judged)).quantize(_PLACES)
