"""Bad tables get a clear sentence that says what to do; never a traceback, never half a table."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.exchange import making

from chuan.demo_exports import containers
from chuan.exchange import apart
from chuan.exchange.limits import Limits
from chuan.exchange.tables import TABLES, check_size, read_tables
from chuan.rules.refusals import (
    FileBomb,
    FileEmpty,
    FileEncrypted,
    FileKindUnknown,
    FileOldEncoding,
    FileOldOffice,
    FileTooSlow,
    FileUnreadable,
    Refused,
    TableHasMacros,
    TableMissing,
    TableTooBig,
    TableTooLong,
    TableTooSlow,
)

SAMPLES = Path(__file__).parent / "samples"
CSV = b"Ma,So\nH1,1\nH2,2\n"


def zipped(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in parts.items():
            archive.writestr(path, data)
    return out.getvalue()


def book() -> bytes:
    out = io.BytesIO()
    file = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = file.add_worksheet()
    for row in range(40):
        sheet.write_row(row, 0, [f"H{row}", row, "Đăng ký khai sinh"])
    file.close()
    return out.getvalue()


LOCKED_XLS = containers.compound_file({"Workbook": containers.workbook("S", [["x"]], protected=True)})
WRITER = zipped(**{"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b""})
BOOK, XLS = book(), containers.xls("Sổ", [["Mã", 1], ["H1", 2]])
HTML = "<table><tr><td>Mã</td><td>Số</td></tr><tr><td>H1</td><td>1</td></tr></table>".encode()


@pytest.mark.parametrize(
    ("data", "name", "refusal"),
    [
        (b"", "a.csv", FileEmpty),
        (b"x" * 2000, "a.csv", TableTooBig),
        ((SAMPLES / "mat-khau.xlsx").read_bytes(), "a.xlsx", FileEncrypted),
        (LOCKED_XLS, "a.xls", FileEncrypted),
        (zipped(**{"xl/workbook.xml": b"", "xl/vbaProject.bin": b""}), "a.xlsm", TableHasMacros),
        (zipped(**{"word/document.xml": b"", "word/vbaProject.bin": b""}), "a.docm", TableHasMacros),
        (zipped(**{"content.xml": b"", "Basic/Standard/Module1.xml": b""}), "a.ods", TableHasMacros),
        (containers.compound_file({"Workbook": b"", "_VBA_PROJECT_CUR": b""}), "a.xls", TableHasMacros),
        (containers.compound_file({"WordDocument": b""}), "a.doc", FileOldOffice),
        (containers.compound_file({"PowerPoint Document": b""}), "a.xls", FileKindUnknown),
        (zipped(**{"ppt/presentation.xml": b""}), "a.xlsx", FileKindUnknown),
        (WRITER, "a.odt", FileKindUnknown),
        (b"%PDF-1.7\n", "a.pdf", FileKindUnknown),
        (b"{\\rtf1}", "a.xls", FileKindUnknown),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "a.csv", FileKindUnknown),
        (b"PQ\x00\x00\x01\x02\x00\x03", "a.xlsx", FileUnreadable),
        (b"MIME-Version: 1.0\r\nContent-Type: multipart/related", "a.xls", FileOldOffice),
        (BOOK[:900], "a.xlsx", FileUnreadable),
        (XLS[:1400], "a.xls", FileUnreadable),
        (zipped(**{"xl/workbook.xml": b"<workbook"}), "a.xlsx", FileUnreadable),
        (b"chi co mot cot\nkhong co bang\n", "a.csv", TableMissing),
        (b"<html><body><p>chu</p></body></html>", "a.xls", TableMissing),
        (b"<table><tr><td>mot cot</td></tr></table>", "a.xls", TableMissing),
        (b"M\x9d,\xff\xd2\n" * 9, "a.csv", FileOldEncoding),
    ],
)  # fmt: skip
def test_a_bad_file_is_refused_by_name(data: bytes, name: str, refusal: type[Refused]) -> None:
    limits = Limits(file_bytes=1500) if refusal is TableTooBig else TABLES
    with pytest.raises(refusal) as caught:
        read_tables(data, name=name, limits=limits)
    assert caught.value.sentence.endswith(".")


def test_two_gigabytes_are_refused_by_size_before_anything_is_read() -> None:
    with pytest.raises(TableTooBig, match=r"2.000 MB.*tối đa cho một bảng là 80 MB.*từng tháng"):
        check_size(2_000_000_000, limits=TABLES)
    check_size(80_000_000, limits=TABLES)


def test_unknown_kinds_are_told_which_kinds_there_are() -> None:
    with pytest.raises(FileKindUnknown, match=r"\.xlsx, \.xls, \.ods, \.csv, \.docx có bảng"):
        read_tables(b"%PDF-1.7\n", name="a.pdf")


def test_a_zip_bomb_is_not_opened() -> None:
    bomb = zipped(**{"xl/workbook.xml": b"", "xl/worksheets/sheet1.xml": b"0" * 50_000_000})
    with pytest.raises(FileBomb):
        read_tables(bomb, name="a.xlsx")


def test_one_letter_in_the_last_cell_of_a_sheet_is_refused() -> None:
    out = io.BytesIO()
    file = xlsxwriter.Workbook(out, {"in_memory": True})
    sheet = file.add_worksheet("Sổ")
    sheet.write(0, 0, "Mã")
    sheet.write(1_048_575, 16_383, "x")
    file.close()
    with pytest.raises(TableTooLong, match=r"“sheet1.xml”.*xóa các dòng, cột trống"):
        read_tables(out.getvalue(), name="a.xlsx")


@pytest.mark.parametrize(
    "data", [b"a,b\n" * 100, b"<table>" + b"<tr><td>a<td>b</tr>" * 100 + b"</table>", BOOK]
)
def test_too_many_cells_are_refused_in_every_format(data: bytes) -> None:
    with pytest.raises(TableTooLong, match="50 ô"):
        read_tables(data, name="a.xls", limits=Limits(cells=50))


def test_a_cell_said_to_be_wider_than_the_sheet_stays_one_cell() -> None:
    wide = b"<table><tr><td colspan=99999999999 rowspan=9999999>a</td><td>b</td></tr></table>"
    assert read_tables(wide, name="a.xls")[0].rows == (("a", "b"),)


def test_a_table_that_takes_too_long_is_given_up_with_its_own_sentence() -> None:
    slow = b"<table>" + b"<tr><td>a</td><td>b</td></tr>" * 400_000
    began = time.monotonic()
    with pytest.raises(TableTooSlow, match=r"1 giây.*từng tháng"):
        read_tables(slow, name="a.xls", limits=Limits(seconds=1))
    assert time.monotonic() - began < 15


def test_a_table_that_wants_too_much_memory_is_given_up() -> None:
    hungry = b"<table>" + b"<tr><td>a</td><td>b</td></tr>" * 400_000
    with pytest.raises(FileUnreadable):
        read_tables(hungry, name="a", limits=Limits(memory_bytes=200_000_000))


def test_no_parser_runs_in_this_process(monkeypatch: pytest.MonkeyPatch) -> None:
    tasks = []
    real = apart.run_apart

    def watch(task: str, *given: object, **named: object) -> object:
        tasks.append(task)
        return real(task, *given, **named)

    monkeypatch.setattr("chuan.exchange.tables.run_apart", watch)
    word = making.new_word()
    word.add_table(rows=1, cols=2).rows[0].cells[1].text = "x"
    for data in (CSV, HTML, BOOK, XLS, making.word_bytes(word)):
        read_tables(data, name="a")
    assert tasks == ["table_csv", "table_html", "table_book", "table_book", "table_word"]


def test_too_slow_is_said_for_tables_not_for_decisions(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(*_given: object, **_named: object) -> None:
        raise FileTooSlow(name="a", seconds=3)

    monkeypatch.setattr("chuan.exchange.tables.run_apart", late)
    with pytest.raises(TableTooSlow) as caught:
        read_tables(CSV, name="a.csv")
    assert "quyết định" not in caught.value.sentence


@settings(max_examples=30, deadline=None)
@given(st.sampled_from([BOOK, XLS, HTML, CSV]), st.data())
def test_bytes_changed_anywhere_give_tables_or_a_sentence_never_a_traceback(
    whole: bytes, data: st.DataObject
) -> None:
    broken = bytearray(whole)
    for _ in range(data.draw(st.integers(1, 8))):
        broken[data.draw(st.integers(0, len(whole) - 1))] = data.draw(st.integers(0, 255))
    with contextlib.suppress(Refused):
        assert read_tables(bytes(broken), name="a")
