"""The invented exports hold every trap, are marked as invented, and read as what they are meant to be."""

from __future__ import annotations

import hashlib
import io
from datetime import date
from pathlib import Path

import pytest

from chuan.cli import main
from chuan.demo_exports import containers, files, formats, papers, write
from chuan.dossiers.fields import REGISTERS
from chuan.exchange.tables import RawTable, read_tables
from chuan.intake.layouts import LayoutFile, recognise, shipped
from chuan.intake.reading import (
    Facts,
    Found,
    ReadResult,
    Skip,
    diff,
    facts_above,
    find_known,
    find_table,
    read_rows,
)
from chuan.rules.refusals import ColumnWrong, HeaderMissing, Refused
from chuan.rules.types import Period
from chuan.rules.vietnamese import compose
from tests.intake.registers import DOSSIERS, TOTALS

ROWS = 120
FILES = dict(files(rows=ROWS))
GOOD = {name: data for name, data in FILES.items() if not name.startswith("loi/")}
MARCH = [name for name in GOOD if "thang-3" in name]


def tables(name: str) -> tuple[RawTable, ...]:
    return read_tables(FILES[name], name=name)


def found(name: str) -> Found:
    return find_table(tables(name), [DOSSIERS, TOTALS], name=name)


def read(name: str) -> ReadResult:
    one = found(name)
    return read_rows(one.table, one.header, one.proposal.mapping, one.register)


def facts(name: str) -> Facts:
    one = found(name)
    return facts_above(one.table, one.header.first)


def rows(name: str) -> dict[str, dict[str, str]]:
    return {row.code: dict(row.values) for row in read(name).rows}


def layout(name: str) -> LayoutFile:
    known = find_known(tables(name), {one.fingerprint for one in shipped()})
    assert known is not None, name
    recognised = recognise(known[1])
    assert recognised is not None
    return recognised


def read_by_layout(name: str) -> ReadResult:
    """As the file is really read: with its shipped layout and the register the room follows."""
    kept = layout(name)
    known = find_known(tables(name), {kept.fingerprint})
    assert known is not None
    register = next(one for one in REGISTERS if one.key == kept.register)
    return read_rows(*known, kept.mapping, register)


LIST, LATER = "danh-sach-ho-so-2021.xls", "danh-sach-ho-so-2021-tuan-sau.xls"
BOOK, FORM = "so-theo-doi-ho-so-2021.xlsx", "bieu-II.06a-2021.xlsx"


def test_the_same_seed_gives_the_same_bytes_and_another_seed_other_ones() -> None:
    def digests(**given: int) -> list[str]:
        return [hashlib.sha256(data).hexdigest() for _, data in files(rows=30, **given)]

    assert digests() == digests()
    assert digests(seed=1) != digests()


def test_the_command_writes_them_all_and_says_they_are_invented(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["demo-exports", str(tmp_path), "--rows", "30"]) == 0
    said = capsys.readouterr().out
    assert "dữ liệu minh họa" in said
    on_disk = {str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*.*")}
    registers = {name for name, _data in papers.files()}
    assert {one for one in on_disk if not one.startswith(("van-ban/", "don-thu/", "cong-cu/"))} == set(
        dict(files(rows=30))
    )
    assert registers <= on_disk
    assert len([one for one in on_disk if one.startswith("van-ban/da-ky/")]) == 30
    assert "van-ban/chung-thu-goc-minh-hoa.cer" in on_disk
    assert write(tmp_path, rows=30)[0].read_bytes() == dict(files(rows=30))[BOOK]


@pytest.mark.parametrize("name", sorted(GOOD))
def test_every_file_says_in_its_lines_that_it_is_invented(name: str) -> None:
    text = " ".join(str(value) for table in tables(name) for row in table.rows[:8] for value in row)
    assert "DỮ LIỆU MINH HỌA" in compose(text)


@pytest.mark.parametrize("name", sorted(GOOD))
def test_every_good_file_has_a_shipped_layout(name: str) -> None:
    assert layout(name).columns


def test_a_year_has_1284_dossiers_in_the_list_and_1692_in_the_book() -> None:
    from chuan.demo_exports import CERTIFIED, LATE, SOLVED

    assert (SOLVED, SOLVED + CERTIFIED, SOLVED - LATE) == (1284, 1692, 1240)


def test_the_list_holds_its_share_of_late_dossiers() -> None:
    late = [row for row in rows(LIST).values() if row["ready_at"][:10] > row["promised_at"][:10]]
    assert (len(rows(LIST)), len(late)) == (ROWS, round(ROWS * 44 / 1284))
    assert read(LIST).unreadable == ()


def test_the_book_and_the_list_are_joined_by_code() -> None:
    book, listed = rows(BOOK), rows(LIST)
    assert set(listed) < set(book)
    assert len(book) == ROWS + round(ROWS * 408 / 1284)
    for code in listed:
        assert book[code]["received_at"] == listed[code]["received_at"]


def test_the_books_traps_are_passed_by_name() -> None:
    result = read(BOOK)
    kinds = [row.why for row in result.skipped]
    assert kinds.count(Skip.TOTAL) == 1
    assert kinds.count(Skip.NOTE) == 2
    assert kinds.count(Skip.GROUP) >= 6
    assert result.unreadable == ()
    assert {"Chủ hồ sơ", "SĐT", "Địa chỉ"} <= {column.text for column in result.dropped}
    assert "Ví Dụ" not in str(result.rows)


def test_facts_of_the_year_are_read_from_every_list() -> None:
    assert facts(BOOK).unit == "PHƯỜNG BẮC HỒNG"
    assert facts(BOOK).period == Period.year(2021)
    assert facts(LIST).status == "Tất cả"
    assert facts(LATER).period == Period(date(2021, 1, 1), date(2022, 1, 8))
    assert facts(FORM).period == Period.year(2021)
    assert facts(FORM).unit == "UBND phường Bắc Hồng"


def test_march_reads_the_same_from_every_format() -> None:
    assert len(MARCH) == 6
    first, *others = (rows(name) for name in MARCH)
    assert first
    assert all(other == first for other in others)


def test_next_weeks_file_moves_one_promise_after_it_was_due_and_brings_newcomers() -> None:
    changes = diff(rows(LIST), read(LATER).rows, DOSSIERS.due_field_changes(), on=date(2022, 1, 7))
    assert (len(changes.new), len(changes.gone)) == (12, 0)
    (changed,) = changes.changed
    assert changed.after_due
    assert [change.field for change in changed.fields] == ["promised_at"]
    assert changed.fields[0].before < changed.fields[0].after


def test_both_lists_are_one_layout_although_one_is_a_page_and_one_a_workbook() -> None:
    assert found(LIST).header.fingerprint == found(LATER).header.fingerprint


def test_the_official_form_nearly_agrees() -> None:
    listed = rows(LIST).values()
    late = sum(row["ready_at"][:10] > row["promised_at"][:10] for row in listed)
    totals = rows(FORM)
    assert sum(int(row["received"]) for row in totals.values()) == ROWS
    assert sum(int(row["late"]) for row in totals.values()) == late - 1
    sums = [row.values["received"] for row in read(FORM).skipped if row.why is Skip.TOTAL]
    assert sums == [str(ROWS)]


def test_certifications_are_dossiers_done_on_the_spot_one_a_request() -> None:
    result = read_by_layout("so-chung-thuc-2021.xlsx")
    assert len(result.rows) == round(ROWS * 408 / 1284)
    assert not result.unreadable
    for row in result.rows:
        day = row.values["received_at"]
        assert len(day) == 10
        assert (row.values["promised_at"], row.values["ready_at"], row.values["status"]) == (
            day,
            day,
            "returned",
        )
    assert "1204" in {row.values["copies"] for row in result.rows}, "1.204 copies of one request are one row"
    assert [one.text for one in result.dropped] == ["Người yêu cầu"]
    assert not any("applicant" in row.values for row in result.rows)


def test_certifications_bear_the_codes_of_the_book() -> None:
    in_book = {code for code in rows(BOOK) if code.startswith("CT-")}
    assert {row.code for row in read_by_layout("so-chung-thuc-2021.xlsx").rows} == in_book


def test_the_totals_by_unit_have_one_row_a_unit_with_thousands_as_numbers() -> None:
    result = read_by_layout("tong-hop-theo-don-vi-2021.xls")
    assert [row.code for row in result.rows] == ["Phường Bắc Hồng", "Phường Minh Họa", "Xã Ví Dụ"]
    own = result.rows[0].values
    figures = {name: int(value) for name, value in own.items() if name != "unit"}
    assert figures["received"] == ROWS
    assert figures["solved"] == figures["solved_in_time"] + figures["solved_late"]
    assert figures["solved"] + figures["running_within"] + figures["running_late"] == ROWS
    assert not result.unreadable


def test_the_totals_of_certifications_are_read_without_their_numbering_and_their_sum() -> None:
    result = read_by_layout("bieu-07a-BTP-2021.xls")
    (own,) = result.rows
    assert own.code == "UBND phường Bắc Hồng"
    assert {one.why for one in result.skipped} == {Skip.TOTAL}
    assert result.skipped[0].values["copies"] == own.values["copies"]


BROKEN = {
    "cot-bi-dao.xlsx": ColumnWrong,
    "khong-phai-so-ho-so.csv": HeaderMissing,
}


@pytest.mark.parametrize(("name", "refusal"), BROKEN.items())
def test_a_file_whose_columns_are_wrong_is_refused(name: str, refusal: type[Refused]) -> None:
    with pytest.raises(refusal):
        read(f"loi/{name}")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("khong-phai-bang.docx", "table_missing"),
        ("rong.csv", "file_empty"),
        ("hong.xlsx", "file_unreadable"),
        ("dat-mat-khau.xlsx", "file_encrypted"),
        ("dat-mat-khau-kieu-cu.xls", "file_encrypted"),
        ("co-macro.xlsm", "table_has_macros"),
    ],
)
def test_a_file_that_is_no_table_is_refused(name: str, code: str) -> None:
    with pytest.raises(Refused) as caught:
        tables(f"loi/{name}")
    assert caught.value.code == code


def test_old_letters_become_unicode_and_the_file_says_which_they_were() -> None:
    (table,) = tables("loi/bang-ma-cu.csv")
    assert table.old_letters == "tcvn3"
    assert "Đăng ký kết hôn ngày đầu năm của ông Trần Văn Mẫu" in str(table)


@pytest.mark.parametrize(
    ("name", "place", "says"),
    [
        ("ket-thuc-truoc-tiep-nhan.xlsx", "I12", "trước ngày tiếp nhận"),
        ("ngay-khong-co.xlsx", "G12", "Không có ngày “31/02/2021”"),
        ("thieu-ma.xlsx", "B12", "Ô trống"),
        ("ma-trung.xlsx", "B39", "2 dòng nội dung khác nhau"),
    ],
)
def test_a_wrong_cell_is_named_by_its_address(name: str, place: str, says: str) -> None:
    fault = read(f"loi/{name}").unreadable[0]
    assert fault.place == place
    assert says in fault.sentence


def test_a_total_row_another_ward_and_dates_as_numbers_are_told() -> None:
    assert [row.why for row in read("loi/dong-tong.xlsx").skipped] == [Skip.TOTAL]
    assert facts("loi/phuong-khac.xls").unit == "PHƯỜNG MINH HỌA"
    assert len(rows("loi/ngay-la-so.xlsx")) == 30
    assert [doubt.kind for doubt in read("loi/ngay-va-thang-bi-dao.xlsx").doubts][:1] == ["turned_dates"]


def test_the_hand_written_xls_holds_what_was_put_in_also_when_it_is_long() -> None:
    """Over 7 MB the allocation tables no longer fit into the header's own list."""
    long = [[n, "Đăng ký khai sinh " * 12, date(2021, 2, 15)] for n in range(18_000)]
    data = containers.xls("Sổ", long)
    assert len(data) > 109 * 128 * 512
    (table,) = read_tables(data, name="a.xls")
    assert table.name == "Sổ"
    assert len(table.rows) == len(long)
    assert table.rows[-1] == (17_999, ("Đăng ký khai sinh " * 12), date(2021, 2, 15))


def test_windows_1258_output_is_really_in_that_encoding() -> None:
    data = formats.as_csv(",", "cp1258")(formats.Grid([["Số hồ sơ", "Ngày tiếp nhận"]]))
    assert "Số hồ sơ" not in io.TextIOWrapper(io.BytesIO(data), "cp1258").read()
    assert read_tables(data, name="a.csv")[0].rows[0][0] != "Số hồ sơ"
