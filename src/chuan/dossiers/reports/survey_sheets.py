"""Totals of surveys out of a worksheet: every fault is named by its cell, and one fault keeps all of it out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from django.utils.translation import gettext as _

from chuan.dossiers.actions.surveys import Given
from chuan.dossiers.refusals_figures import SurveySheetWrong
from chuan.exchange.sheets import Cell, Sheet, Table, cell_name, read_sheet
from chuan.files.models import Blob
from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import fold, parse_number, read_date

COLUMNS = ("Từ ngày", "Đến ngày", "Số phiếu", "Số hài lòng", "Nguồn")
_MOST_FAULTS = 8
_MOST_ROWS = 1_000
_LARGEST = 2_000_000_000


def blank_sheet() -> Table:
    """The worksheet to fill in."""
    return Table(
        title=_("Kết quả khảo sát mức độ hài lòng"),
        headers=COLUMNS,
        rows=[],
        notes=[_("Mỗi dòng một đợt khảo sát; các đợt không trùng ngày nhau. Ngày viết như 01/07/2021.")],
        sheet_name=_("Khảo sát"),
        widths=dict(enumerate((14, 14, 12, 14, 60))),
    )


def read_totals(data: bytes, *, name: str, blob: Blob | None = None) -> list[Given]:
    """The totals of a worksheet. Raises ``SurveySheetWrong`` with every fault's cell, and the refusals of sheets."""
    for sheet in read_sheet(data, name=name):
        if (top := _head(sheet)) is not None:
            return _lines(sheet, top, name, blob)
    raise _wrong([_("không có dòng đầu bảng")])


def _head(sheet: Sheet) -> int | None:
    wanted = [fold(column) for column in COLUMNS]
    return next(
        (
            at
            for at, row in enumerate(sheet.rows)
            if [fold(cell.text) for cell in row[: len(wanted)]] == wanted
        ),
        None,
    )


def _lines(sheet: Sheet, top: int, name: str, blob: Blob | None) -> list[Given]:
    faults: list[str] = []
    found: list[list[Any]] = []
    for at, row in enumerate(sheet.rows[top + 1 :], top + 1):
        if all(cell.is_blank for cell in row[: len(COLUMNS)]):
            continue
        reads: Sequence[Callable[[Cell], Any]] = (_day, _day, _count, _count, _text)
        values = [
            _read(read, sheet.cell(at, column), cell_name(at, column), faults)
            for column, read in enumerate(reads)
        ]
        found.append(values)
    if len(found) > _MOST_ROWS:
        faults.append(_("quá %s dòng") % _MOST_ROWS)
    if not found and not faults:
        faults.append(_("không có dòng nào dưới đầu bảng"))
    if faults:
        raise _wrong(faults)
    return [Given(first, last, asked, yes, source, blob, name) for first, last, asked, yes, source in found]


def _read(read: Callable[[Cell], Any], cell: Cell, where: str, faults: list[str]) -> Any:
    try:
        return read(cell)
    except (Refused, ValueError) as wrong:
        why = wrong.sentence.split(". ")[0] if isinstance(wrong, Refused) else str(wrong)
        faults.append(f"{where}: {why.rstrip('.')}")
        return None


def _day(cell: Cell) -> date:
    if cell.is_blank:
        raise ValueError(_("chưa ghi ngày"))
    if isinstance(cell.value, datetime):
        return cell.value.date()
    return cell.value if isinstance(cell.value, date) else read_date(cell.text)


def _count(cell: Cell) -> int:
    if cell.is_blank:
        raise ValueError(_("chưa ghi số"))
    value = Fraction(cell.value) if isinstance(cell.value, int | Decimal) else parse_number(cell.text)
    if value.denominator != 1 or not 0 <= value <= _LARGEST:
        raise ValueError(_("cần số nguyên từ 0 trở lên"))
    return int(value)


def _text(cell: Cell) -> str:
    if len(cell.text) > 300:  # the column's own bound
        raise ValueError(_("dài quá 300 chữ cái"))
    return cell.text


def _wrong(faults: Sequence[str]) -> SurveySheetWrong:
    told = "; ".join(faults[:_MOST_FAULTS])
    more = _("; và %s chỗ nữa") % (len(faults) - _MOST_FAULTS) if len(faults) > _MOST_FAULTS else ""
    return SurveySheetWrong(where=told + more, columns=", ".join(COLUMNS))
