"""Rows below the header: taken in, or left out with address and reason; nothing half, nothing silent."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest

from chuan.exchange.tables import RawTable
from chuan.intake.reading import ColumnMap, Drop, ReadResult, Skip, header_at, read_rows
from chuan.rules.refusals import ColumnsMissing, ColumnWrong
from tests.intake.reading.tables import HEADER, dossiers, found, read, sheet, values
from tests.intake.registers import DOSSIERS, TOTALS

A = (1, "H-01", "15/02/2021 08:00", "20/02/2021", "18/02/2021", "Đã trả kết quả")
B = (2, "H-02", "16/02/2021 09:00", "22/02/2021", "", "Đang xử lý")
C = (3, "H-03", "17/02/2021 10:00", "24/02/2021", "", "Đang xử lý")


def skipped(result: ReadResult) -> list[tuple[str, Skip]]:
    return [(row.place, row.why) for row in result.skipped]


def test_a_row_holds_iso_texts_by_field_and_says_where_it_stood() -> None:
    row, _ = read(dossiers(A, B)).rows
    assert (row.place, row.code) == ("dòng 2", "H-01")
    assert row.values == {
        "code": "H-01",
        "received_at": "2021-02-15T08:00:00",
        "promised_at": "2021-02-20",
        "ready_at": "2021-02-18",
        "status": "returned",
    }


def test_an_empty_mapped_cell_is_an_empty_value_an_unmapped_field_is_absent() -> None:
    row = read(dossiers(B)).rows[0]
    assert row.values["ready_at"] == ""
    assert "handler" not in row.values


# Skipped and named


@pytest.mark.parametrize(
    "total",
    [
        ("Tổng cộng", "", 1284),
        ("", "Tổng cộng:", "1.284"),
        ("", "TỔNG SỐ HỒ SƠ: 1.284"),
        ("Cộng", 1284, 5),
        ("", "Cộng: 1.284", 3),
        ("CỘNG", "1.284"),
        ("Tong cong", "1284"),
        ("Tổng", "1.284", 3),
        ("", "Cộng dồn", 7),
        ("Tổng cộng",),
    ],
)
def test_a_total_row_is_never_a_dossier(total: tuple[object, ...]) -> None:
    result = read(dossiers(A, B, total))
    assert [row.code for row in result.rows] == ["H-01", "H-02"]
    assert skipped(result) == [("dòng 4", Skip.TOTAL)]
    assert result.unreadable == ()


def test_a_field_of_work_that_begins_like_a_sum_is_a_row() -> None:
    """Folded, "Công thương" and "Cộng" begin alike: totals are told with their marks."""
    table = sheet(
        ("Lĩnh vực", "Tiếp nhận / Tổng số", "Trực tuyến"), ("Công thương", 3, 1), ("Tổng hợp", 2, 1)
    )
    assert [row.code for row in read(table, TOTALS).rows] == ["Công thương", "Tổng hợp"]


def test_the_sums_of_a_total_row_are_kept_for_checking() -> None:
    table = sheet(
        ("STT", "Lĩnh vực", "Tiếp nhận / Tổng số", "Trực tuyến"),
        ("I", "Cấp xã", 6, 2),
        (1, "Hộ tịch", 4, 1),
        (2, "Đất đai", 2, 1),
        ("", "Tổng cộng", "1.206", 2),
    )
    result = read(table, TOTALS)
    assert [row.code for row in result.rows] == ["Hộ tịch", "Đất đai"]
    group, total = result.skipped
    assert (group.why, dict(group.values)) == (Skip.GROUP, {"received": "6", "online": "2"})
    assert (total.why, total.values["received"], total.text) == (Skip.TOTAL, "1206", "Tổng cộng · 1.206 · 2")


@pytest.mark.parametrize(
    "group", [("Tháng 02/2021",), ("", "Lĩnh vực: Hộ tịch"), ("I", "Hộ tịch"), ("A.", "Cấp xã", "", 3)]
)
def test_a_group_row_is_named_and_left_out(group: tuple[object, ...]) -> None:
    result = read(dossiers(group, A, B))
    assert skipped(result) == [("dòng 2", Skip.GROUP)]
    assert len(result.rows) == 2


def test_signatures_and_remarks_below_are_no_rows() -> None:
    result = read(
        dossiers(
            A,
            (),
            ("", "", "", "Bắc Hồng, ngày 31 tháng 12 năm 2021"),
            ("", "NGƯỜI LẬP SỔ", "", "", "THỦ TRƯỞNG ĐƠN VỊ"),
            ("", "", "", "", "(Ký, ghi rõ họ tên)"),
        )
    )
    assert skipped(result) == [("dòng 4", Skip.NOTE), ("dòng 5", Skip.NOTE), ("dòng 6", Skip.NOTE)]
    assert result.unreadable == ()


def test_a_header_printed_again_on_each_page_is_left_out() -> None:
    result = read(dossiers(A, HEADER, ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"), B))
    assert skipped(result) == [("dòng 3", Skip.HEADER_AGAIN), ("dòng 4", Skip.NUMBERING)]
    assert len(result.rows) == 2


def test_an_empty_row_needs_no_word() -> None:
    result = read(dossiers(A, (), (), B))
    assert result.skipped == ()
    assert [row.place for row in result.rows] == ["dòng 2", "dòng 5"]


# Unreadable


def test_a_cell_that_cannot_be_read_keeps_its_row_out_and_has_its_address() -> None:
    result = read(dossiers(A, (2, "H-02", "31/02/2021", "xx", "", "Đang xử lý"), C, (*B[:1], "H-04", *B[2:])))
    assert [row.code for row in result.rows] == ["H-01", "H-03", "H-04"]
    assert [(fault.place, fault.column, fault.typed) for fault in result.unreadable] == [
        ("C3", "Ngày tiếp nhận", "31/02/2021"),
        ("D3", "Ngày hẹn trả", "xx"),
    ]
    assert result.unreadable_codes == {"H-02"}


def test_a_text_file_has_lines_instead_of_cells() -> None:
    table = RawTable("", (HEADER, (*A[:2], "hôm qua", *A[3:]), B, C), True, (1, 2, 3, 5))
    result = read(table)
    assert result.unreadable[0].place == "dòng 2, cột 3"
    assert [row.place for row in result.rows] == ["dòng 3", "dòng 5"]


@pytest.mark.parametrize(("column", "label"), [(1, "Mã hồ sơ"), (2, "Ngày tiếp nhận")])
def test_a_required_cell_left_empty_is_a_fault(column: int, label: str) -> None:
    row = tuple("" if at == column else value for at, value in enumerate(B))
    (fault,) = read(dossiers(A, row)).unreadable
    assert label in fault.sentence
    assert fault.place == f"{'ABC'[column]}3"


def test_finish_before_receipt_is_the_registers_fault_at_the_finish_cell() -> None:
    result = read(dossiers(A, (2, "H-02", "16/02/2021", "22/02/2021", "01/02/2021", "Đã có kết quả")))
    (fault,) = result.unreadable
    assert (fault.place, fault.typed, fault.code) == ("E3", "01/02/2021", "H-02")
    assert "trước ngày tiếp nhận" in fault.sentence


def test_a_true_date_in_a_fault_is_shown_as_people_write_dates() -> None:
    late = datetime(2021, 2, 16, 9, 30)
    (fault,) = read(dossiers(A, (2, "H-02", late, "", datetime(2021, 2, 1, 8), "Đang xử lý"))).unreadable
    assert fault.typed == "01/02/2021 08:00"


def test_one_code_with_two_contents_keeps_every_such_row_out_and_names_them_all() -> None:
    result = read(dossiers(A, B, (*A[:3], "21/02/2021", *A[4:]), (*A[:3], "23/02/2021", *A[4:])))
    assert [row.code for row in result.rows] == ["H-02"]
    assert [fault.place for fault in result.unreadable] == ["B2", "B4", "B5"]
    assert "Mã “H-01” có 3 dòng nội dung khác nhau (dòng 2, dòng 4, dòng 5)" in result.unreadable[0].sentence


def test_a_row_word_for_word_twice_is_taken_once_and_said_so() -> None:
    result = read(dossiers(A, B, (9, *A[1:])))
    assert [row.code for row in result.rows] == ["H-01", "H-02"]
    assert skipped(result) == [("dòng 4", Skip.TWICE)]


# Whole columns


def test_swapped_columns_are_one_sentence_not_thousands_of_faults() -> None:
    table = dossiers(*[(n, f"1{n}/02/2021", f"H-{n}", "20/02/2021", "", "Đang xử lý") for n in range(5)])
    with pytest.raises(ColumnWrong) as caught:
        read(table)
    assert caught.value.sentence.startswith(
        "Cột “Mã hồ sơ” (từ ô B2) được ghép vào “Mã hồ sơ” nhưng chứa ngày, ví dụ “10/02/2021”."
    )


def test_names_where_codes_should_be_and_words_where_dates_should_be() -> None:
    named = dossiers(
        *[(n, "Nguyễn Văn Ví Dụ", "15/02/2021", "20/02/2021", "", "Đang xử lý") for n in range(3)]
    )
    with pytest.raises(ColumnWrong, match="chữ, không phải mã"):
        read(named)
    dated = dossiers(*[(n, f"H-{n}", "15/02/2021", "Đang xử lý", "", "20/02/2021") for n in range(3)])
    with pytest.raises(ColumnWrong, match=r"“Ngày hẹn trả”.*chữ, không phải ngày"):
        read(dated)


def test_a_single_wrong_cell_is_a_fault_and_no_wrong_column() -> None:
    assert len(read(dossiers(A, B, C, (4, "H-04", "hôm qua", "", "", "Đang xử lý"))).unreadable) == 1


def test_true_dates_up_to_12_beside_texts_above_12_are_doubted() -> None:
    """Excel with American dates takes 03/02/2021 for 2 March and leaves 15/02/2021 as text."""
    mixed = dossiers(
        (1, "H-1", datetime(2021, 3, 2), "", "", "Đang xử lý"),
        (2, "H-2", datetime(2021, 5, 2), "", "", "Đang xử lý"),
        (3, "H-3", "15/02/2021", "", "", "Đang xử lý"),
        (4, "H-4", "16/02/2021", "", "", "Đang xử lý"),
    )
    (doubt,) = read(mixed).doubts
    assert (doubt.kind, doubt.place) == ("turned_dates", "C2")
    assert "2 ô là ngày thật" in doubt.sentence
    assert len(read(mixed).rows) == 4


@pytest.mark.parametrize(
    "dates",
    [
        [datetime(2021, 2, 15), datetime(2021, 5, 2), "15/02/2021", "16/02/2021"],
        [datetime(2021, 3, 2), datetime(2021, 5, 2), "05/02/2021", "16/02/2021"],
        ["15/02/2021"] * 4,
        [datetime(2021, 3, 2)] * 4,
    ],
)
def test_an_ordinary_mixture_is_not_doubted(dates: list[object]) -> None:
    rows = [(n, f"H-{n}", day, "", "", "Đang xử lý") for n, day in enumerate(dates)]
    assert read(dossiers(*rows)).doubts == ()


# Columns that are not kept


def test_unmapped_and_personal_columns_are_dropped_and_named() -> None:
    table = dossiers(
        (*B, "Nguyễn Văn Ví Dụ", "0000 123", "x"), header=(*HEADER, "Chủ hồ sơ", "SĐT", "Ghi chú")
    )
    result = read(table)
    assert [(column.text, column.why) for column in result.dropped] == [
        ("STT", Drop.UNMAPPED),
        ("Chủ hồ sơ", Drop.PERSONAL),
        ("SĐT", Drop.PERSONAL),
        ("Ghi chú", Drop.UNMAPPED),
    ]
    assert "Ví Dụ" not in str(result.rows)


def test_a_personal_field_is_kept_only_for_a_named_purpose() -> None:
    table = dossiers((*B, "Nguyễn Văn Ví Dụ"), header=(*HEADER, "Chủ hồ sơ"))
    one = found(table)
    for purpose, kept in (("In phiếu xin lỗi", True), ("  ", False)):
        mapping = replace(one.proposal.mapping, purposes={"applicant": purpose})
        row = read_rows(table, one.header, mapping, DOSSIERS).rows[0]
        assert ("applicant" in row.values) is kept


def test_a_map_without_a_required_field_is_refused_by_its_label() -> None:
    table = dossiers(A)
    with pytest.raises(ColumnsMissing, match="“Ngày tiếp nhận”"):
        read_rows(table, found(table).header, ColumnMap({"ma ho so": "code"}), DOSSIERS)


def test_constants_of_a_map_stand_in_every_row_and_fill_required_fields() -> None:
    table = sheet(("Mã hồ sơ", "Ngày trả"), ("H-1", "15/02/2021"))
    mapping = ColumnMap(
        {"ma ho so": "code", "ngay tra": "returned_at"}, constants={"received_at": "2021-01-01"}
    )
    row = read_rows(table, header_at(table, 0), mapping, DOSSIERS).rows[0]
    assert row.values == {"code": "H-1", "returned_at": "2021-02-15", "received_at": "2021-01-01"}


def copied(*rows: tuple[object, ...], **copies: str) -> ReadResult:
    """Rows of (code, received, ready) read with constants that copy."""
    table = sheet(("Mã hồ sơ", "Ngày tiếp nhận", "Ngày kết thúc xử lý"), *rows)
    columns = {"ma ho so": "code", "ngay tiep nhan": "received_at", "ngay ket thuc xu ly": "ready_at"}
    return read_rows(table, header_at(table, 0), ColumnMap(columns, constants=copies), DOSSIERS)


def test_a_constant_may_copy_another_field_of_its_row() -> None:
    result = copied(("H-1", "15/02/2021", ""), ("H-2", "16/02/2021 09:30", ""), ready_at="=received_at")
    assert [row.values["ready_at"] for row in result.rows] == ["2021-02-15", "2021-02-16T09:30:00"]


def test_a_copy_never_takes_the_place_of_what_the_row_says() -> None:
    (row,) = copied(("H-1", "15/02/2021", "17/02/2021"), ready_at="=received_at").rows
    assert row.values["ready_at"] == "2021-02-17"


def test_copies_do_not_follow_each_other_and_copy_nothing_from_nothing() -> None:
    copies = {"promised_at": "=ready_at", "ready_at": "=received_at", "returned_at": "=no_such"}
    (row,) = copied(("H-1", "15/02/2021", ""), **copies).rows
    assert (row.values["ready_at"], row.values["promised_at"], row.values["returned_at"]) == (
        "2021-02-15",
        "",
        "",
    )


def test_what_was_dropped_is_not_brought_back_by_a_copy() -> None:
    table = sheet(("Mã hồ sơ", "Ngày tiếp nhận", "Chủ hồ sơ"), ("H-1", "15/02/2021", "Lê Văn Giả Định"))
    columns = {"ma ho so": "code", "ngay tiep nhan": "received_at", "chu ho so": "applicant"}
    mapping = ColumnMap(columns, constants={"subject": "=applicant"})
    (row,) = read_rows(table, header_at(table, 0), mapping, DOSSIERS).rows
    assert row.values["subject"] == ""


def test_an_unreadable_day_that_is_copied_is_one_fault_at_its_own_cell() -> None:
    result = copied(("H-1", "31/02/2021", ""), ready_at="=received_at")
    assert [(one.place, one.column) for one in result.unreadable] == [("B2", "Ngày tiếp nhận")]
    assert not result.rows


def test_a_map_may_teach_a_choice() -> None:
    table = dossiers((*A[:5], "Xong rồi"))
    one = found(table)
    mapping = replace(one.proposal.mapping, choices={"status": {"xong roi": "returned"}})
    assert read_rows(table, one.header, mapping, DOSSIERS).rows[0].values["status"] == "returned"
    assert "“Xong rồi” chưa có" in read(table).unreadable[0].sentence


def test_dates_as_excels_own_numbers_are_read() -> None:
    assert values(dossiers((1, "H-1", 44242, 44247, "", "Đang xử lý")), "received_at") == ["2021-02-15"]
