"""Files that a ward really drops by mistake: each has one fault, named by its file name."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from chuan.demo_exports import containers
from chuan.demo_exports.formats import Grid, as_csv, as_html, as_xlsx, word_file, zipped
from chuan.demo_exports.invented import Invented
from chuan.demo_exports.sheets import LIST, MARK, Row, dossier_list
from chuan.exchange.sheet_types import CellValue

# Words typed in an old .Vn font (TCVN3), as they look without that font.
_OLD_LETTERS = (
    "M· hå s¬,TrÝch yÕu\nH1,§¨ng ký kÕt h«n ngµy ®Çu n¨m cña «ng TrÇn V¨n MÉu\nH2,X¸c nhËn hé nghÌo\n"
)
_DAY_ZERO = datetime(1899, 12, 30)  # noqa: DTZ001 - Excel's calendar has no zone


def files(dossiers: Sequence[Invented]) -> Iterator[tuple[str, bytes]]:
    """(name, bytes) of every broken file; ``dossiers`` are a few good ones."""
    good = dossier_list(dossiers)
    yield "cot-bi-dao.xlsx", as_xlsx(_changed(good, swap=(1, 6)))
    yield "phuong-khac.xls", as_html(dossier_list(dossiers, ward="PHƯỜNG MINH HỌA"))
    yield "dong-tong.xlsx", as_xlsx(_with(good, ["Cộng", len(dossiers)]))
    yield "ngay-la-so.xlsx", as_xlsx(_serial(dossier_list(dossiers, typed=True)))
    yield "ngay-va-thang-bi-dao.xlsx", as_xlsx(_turned(dossier_list(dossiers, typed=True)))
    yield "ket-thuc-truoc-tiep-nhan.xlsx", as_xlsx(_cell(good, 8, "01/01/2021 08:00:00"))
    yield "ngay-khong-co.xlsx", as_xlsx(_cell(good, 6, "31/02/2021"))
    yield "ma-trung.xlsx", as_xlsx(_with(good, [*_last(good)[:7], "31/12/2021 17:00:00", *_last(good)[8:]]))
    yield "thieu-ma.xlsx", as_xlsx(_cell(good, 1, None))
    yield "khong-phai-bang.docx", word_file(f"<w:p><w:r><w:t>{MARK}</w:t></w:r></w:p>")
    yield (
        "khong-phai-so-ho-so.csv",
        as_csv(",", "utf-8")(Grid([["Họ tên", "Điểm"], ["Ví Dụ", 9], ["Minh Họa", 8]])),
    )
    yield "rong.csv", b""
    yield "hong.xlsx", as_xlsx(good)[:2000]
    yield "bang-ma-cu.csv", _OLD_LETTERS.encode()
    yield from _locked(good)


def _locked(good: Grid) -> Iterator[tuple[str, bytes]]:
    """Files behind a password or with a program inside: only their shape is made, nothing is really locked."""
    package = {"EncryptionInfo": MARK.encode(), "EncryptedPackage": MARK.encode()}
    yield "dat-mat-khau.xlsx", containers.compound_file(package)
    yield (
        "dat-mat-khau-kieu-cu.xls",
        containers.compound_file({"Workbook": containers.workbook(good.name, good.rows, protected=True)}),
    )
    yield "co-macro.xlsm", zipped({"xl/workbook.xml": "<workbook/>", "xl/vbaProject.bin": MARK.encode()})


def _header(grid: Grid) -> int:
    return next(at for at, row in enumerate(grid.rows) if list(row) == list(LIST))


def _data(grid: Grid) -> list[Row]:
    return [list(row) for row in grid.rows[_header(grid) + 1 :]]


def _last(grid: Grid) -> Row:
    return _data(grid)[-1]


def _rebuilt(grid: Grid, data: list[Row]) -> Grid:
    return Grid([*grid.rows[: _header(grid) + 1], *data], grid.merges, grid.name)


def _with(grid: Grid, row: Row) -> Grid:
    return _rebuilt(grid, [*_data(grid), row])


def _cell(grid: Grid, column: int, value: CellValue) -> Grid:
    """One cell of the third row changed."""
    data = _data(grid)
    data[2][column] = value
    return _rebuilt(grid, data)


def _changed(grid: Grid, *, swap: tuple[int, int]) -> Grid:
    one, other = swap
    data = _data(grid)
    for row in data:
        row[one], row[other] = row[other], row[one]
    return _rebuilt(grid, data)


def _serial(grid: Grid) -> Grid:
    """Dates as Excel's own numbers, as they appear when a column lost its format."""
    rows = [
        [_number(value) if isinstance(value, datetime) else value for value in row] for row in _data(grid)
    ]
    return _rebuilt(grid, rows)


def _number(moment: datetime) -> CellValue:
    return (moment - _DAY_ZERO) // timedelta(days=1)


def _turned(grid: Grid) -> Grid:
    """What Excel with American dates makes of text dates: days up to 12 become months, the others stay text."""
    return _rebuilt(grid, [[_american(value) for value in row] for row in _data(grid)])


def _american(value: CellValue) -> CellValue:
    if not isinstance(value, datetime):
        return value
    return (
        value.replace(day=value.month, month=value.day) if value.day <= 12 else f"{value:%d/%m/%Y %H:%M:%S}"
    )
