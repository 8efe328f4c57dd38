"""The table of planned months as one Excel file: out with what stands, back into the boxes."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from django.utils.translation import gettext as _

from chuan.exchange.sheets import Cell, CellValue, Sheet, Table, read_sheet, write_sheet
from chuan.objectives.models import Plan
from chuan.objectives.paths.grid import PathRow
from chuan.objectives.paths.refusals import PathSheetNotOurs
from chuan.objectives.sheet_form import excel_number
from chuan.rules.targets.paths import MONTHS
from chuan.rules.vietnamese import fold, written_number

_TOLD, _KEY = 4, 16
"""Where the first month stands, and the key behind the last."""


def headers() -> tuple[str, ...]:
    """The head of every column; the last is hidden and says which target a row is."""
    months = tuple(_("Tháng %(n)s") % {"n": month} for month in range(1, MONTHS + 1))
    return (_("Số"), _("Chỉ tiêu"), _("Mức phải đạt"), _("Mỗi ô là"), *months, _("Khóa (không sửa)"))


def paths_sheet(plan: Plan, rows: Sequence[PathRow]) -> bytes:
    """The table as .xlsx, only what the viewer may set; what stands is filled in."""
    table = Table(
        title=_("Lộ trình mười hai tháng, mục tiêu năm %(year)s – %(unit)s")
        % {"year": plan.year, "unit": plan.owner_unit.committee},
        headers=headers(),
        rows=[_line(row) for row in rows if row.may],
        notes=[
            _("Điền đủ mười hai tháng hoặc để trống cả dòng. Cột Mỗi ô là: ghi số cộng dồn hay mức cuối tháng."),
            _("Chọn tệp này ở trang Lộ trình: các ô được điền để xem lại, bấm Lưu lộ trình mới ghi."),
        ],
        sheet_name=_("Lộ trình"),
        widths={0: 7, 1: 44, 2: 18, 3: 30, **dict.fromkeys(range(_TOLD, _KEY), 11), _KEY: 0},
        locked_columns=frozenset({0, 1, 2, 3, _KEY}),
    )  # fmt: skip
    return write_sheet(table)


def from_sheet(rows: Sequence[PathRow], data: bytes, name: str) -> tuple[list[PathRow], int]:
    """The rows with the file's months in their boxes, and how many lines were taken. Raises ``PathSheetNotOurs``."""
    sheet, top, columns = _table_in(read_sheet(data, name=name))
    given: dict[str, list[str]] = {}
    for number in range(top + 1, len(sheet.rows)):
        cells = [sheet.cell(number, column) for column in columns]
        given[cells[_KEY].text.strip()] = [_text(cell) for cell in cells[_TOLD:_KEY]]
    known = [row.prefix for row in rows if row.may and row.prefix in given]
    return [row.holding(given[row.prefix]) if row.prefix in known else row for row in rows], len(known)


def _line(row: PathRow) -> list[CellValue]:
    stands = row.stands.values if row.stands else ()
    months: list[CellValue] = [excel_number(value) for value in stands] or [None] * MONTHS
    return [row.target.label, row.indicator.name, row.promised, row.kind, *months, row.prefix]


def _text(cell: Cell) -> str:
    """As a box shows it; a day that Excel made of a number is left to be marked."""
    if isinstance(cell.value, int | Decimal) and not isinstance(cell.value, bool):
        return written_number(Fraction(cell.value))
    return cell.text


def _table_in(sheets: Sequence[Sheet]) -> tuple[Sheet, int, list[int]]:
    """The sheet with our head, the row of that head, and where each column stands."""
    wanted = [fold(text) for text in headers()]
    for sheet in sheets:
        for number, row in enumerate(sheet.rows[:20]):
            heads = [fold(cell.text) for cell in row]
            if all(head in heads for head in wanted):
                return sheet, number, [heads.index(head) for head in wanted]
    raise PathSheetNotOurs()
