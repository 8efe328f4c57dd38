"""The table and its header are found by score, whatever stands above, beside or below."""

from __future__ import annotations

import pytest

from chuan.exchange.tables import RawTable
from chuan.intake.reading import find_header, find_table, header_at, likely_header
from chuan.rules.refusals import HeaderMissing
from tests.intake.reading.tables import HEADER, dossiers, found, read, sheet
from tests.intake.registers import DOSSIERS, TOTALS

ROW = (1, "H-01", "15/02/2021", "20/02/2021", "18/02/2021", "Đã trả kết quả")


def test_title_lines_above_are_no_header() -> None:
    table = sheet(
        ("ỦY BAN NHÂN DÂN", "", "", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        ("PHƯỜNG BẮC HỒNG", "", "", "Độc lập - Tự do - Hạnh phúc"),
        (),
        ("SỔ THEO DÕI HỒ SƠ",),
        ("Từ ngày 01/01/2021 đến ngày 31/12/2021",),
        HEADER,
        ROW,
    )
    one = found(table)
    assert (one.header.first, one.header.last, one.header.data) == (5, 5, 6)
    assert [row.code for row in read(table).rows] == ["H-01"]


def test_an_empty_first_column_moves_nothing() -> None:
    table = sheet(("", "", ""), ("", *HEADER), ("", *ROW))
    assert [column.at for column in found(table).header.columns] == [1, 2, 3, 4, 5, 6]
    assert read(table).rows[0].values["promised_at"] == "2021-02-20"


def test_a_header_of_two_rows_gives_the_merged_text_to_each_column_below() -> None:
    table = sheet(
        ("STT", "Mã hồ sơ", "Thời gian", "", "", "Trạng thái"),
        ("", "", "Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả", ""),
        (1, "H-01", "15/02/2021", "20/02/2021", "18/02/2021", "Đang xử lý"),
    )
    one = found(table)
    assert (one.header.first, one.header.last) == (0, 1)
    assert [column.text for column in one.header.columns] == [
        "STT",
        "Mã hồ sơ",
        "Thời gian / Ngày tiếp nhận",
        "Thời gian / Ngày hẹn trả",
        "Thời gian / Ngày trả",
        "Trạng thái",
    ]
    assert read(table).rows[0].values["returned_at"] == "2021-02-18"


def test_the_three_rows_of_the_official_form_tell_two_columns_called_total_apart() -> None:
    """Biểu II.06a/VPCP/KSTT: "Tổng số" stands under Tiếp nhận and again under Đã giải quyết."""
    table = sheet(
        ("TT", "Lĩnh vực công việc", "Tiếp nhận", "", "", "", "Đã giải quyết", ""),
        ("", "", "Tổng số", "Trong đó", "", "Từ kỳ trước", "Tổng số", "Quá hạn"),
        ("", "", "", "Trực tuyến", "Trực tiếp", "", "", ""),
        (1, 2, 3, 4, 5, 6, 7, 8),
        (1, "Hộ tịch", 500, 100, 390, 10, 490, 5),
    )
    one = found(table, TOTALS)
    assert (one.header.first, one.header.last, one.header.data) == (0, 2, 4)
    texts = {column.text: column.at for column in one.header.columns}
    assert texts["Tiếp nhận / Trong đó / Trực tiếp"] == 4
    row = read(table, TOTALS).rows[0]
    assert row.values == {
        "field": "Hộ tịch", "received": "500", "online": "100", "carried": "10", "solved": "490", "late": "5"
    }  # fmt: skip


def test_a_program_that_repeats_merged_texts_is_read_the_same() -> None:
    table = sheet(
        ("Mã hồ sơ", "Thời gian", "Thời gian", "Trạng thái"),
        ("Mã hồ sơ", "Ngày tiếp nhận", "Ngày hẹn trả", "Trạng thái"),
        ("H-01", "15/02/2021", "20/02/2021", "Đang xử lý"),
    )
    assert [(row.place, row.values["received_at"]) for row in read(table).rows] == [("dòng 3", "2021-02-15")]


@pytest.mark.parametrize(
    "numbers",
    [
        ("(1)", "(2)", "(3)", "(4)", "(5)", "(6)"),
        (1, 2, 3, 4, 5, 6),
        ("A", "B", "1", "2", "3", "4"),
        ("(1)", "(2)", "(3)", "(4)=(3)+1", "(5)", "(6)"),
    ],
)
def test_the_row_that_numbers_the_columns_is_not_data(numbers: tuple[str | int, ...]) -> None:
    table = dossiers(numbers, ROW)
    assert found(table).header.data == 2
    assert [row.place for row in read(table).rows] == ["dòng 3"]


def test_the_sheet_that_fits_best_is_taken() -> None:
    cover = RawTable("Bìa", (("Sổ theo dõi",), ("Mã hồ sơ", "Ghi chú", "Ngày tiếp nhận")))
    data = RawTable("Dữ liệu", dossiers(ROW).rows)
    assert find_table([cover, data], [DOSSIERS], name="a.xlsx").table is data


def test_a_visible_sheet_goes_before_a_hidden_one() -> None:
    hidden = RawTable("Cũ", dossiers(ROW, ROW).rows, visible=False)
    shown = RawTable("Mới", (HEADER[:4], ROW[:4]))
    assert find_table([hidden, shown], [DOSSIERS], name="a.xlsx").table is shown


def test_the_register_is_told_by_its_columns() -> None:
    table = sheet(("Lĩnh vực", "Tiếp nhận / Tổng số", "Trực tuyến", "Từ kỳ trước"), ("Đất đai", 3, 1, 0))
    assert find_table([table], [DOSSIERS, TOTALS], name="a").register is TOTALS
    assert find_table([dossiers(ROW)], [DOSSIERS, TOTALS], name="a").register is DOSSIERS


def test_no_header_is_a_sentence_that_names_the_sheets_looked_at() -> None:
    with pytest.raises(HeaderMissing, match=r"“Sheet1”.*ghép cột bằng tay"):
        find_table([sheet(("một", "hai"), (1, 2))], [DOSSIERS], name="la.xlsx")
    assert find_header(sheet(("Ngày tiếp nhận", "Ngày hẹn trả", "Ngày trả")), DOSSIERS) is None


def test_a_header_nobody_knows_is_still_found_by_its_shape() -> None:
    table = sheet(("Bảng kê",), (), ("Ký hiệu", "Bắt đầu", "Xong"), ("A1", "01/02/2021", "02/02/2021"))
    header = likely_header(table)
    assert header is not None
    assert [column.text for column in header.columns] == ["Ký hiệu", "Bắt đầu", "Xong"]
    assert likely_header(sheet((1, 2, 3), (4, 5, 6))) is None


def test_a_person_may_point_at_the_header() -> None:
    header = header_at(dossiers((), (1, 2, 3, 4, 5, 6), ROW), 0)
    assert header.data == 3


def test_the_fingerprint_holds_when_columns_move_and_when_spelling_differs() -> None:
    moved = dossiers(ROW[::-1], header=HEADER[::-1])
    spelled = dossiers(ROW, header=[text.upper().replace("Ò", "Ò").replace(" ", "  ") for text in HEADER])
    marks = {found(table).header.fingerprint for table in (dossiers(ROW), moved, spelled)}
    assert len(marks) == 1
    assert read(moved).rows[0].values == read(dossiers(ROW)).rows[0].values


def test_the_fingerprint_changes_with_a_column_more_or_less() -> None:
    more = dossiers((*ROW, "x"), header=(*HEADER, "Ghi chú"))
    assert found(more).header.fingerprint != found(dossiers(ROW)).header.fingerprint


def test_two_columns_of_one_text_have_keys_of_their_own() -> None:
    header = header_at(sheet(("Mã hồ sơ", "Ghi chú", "Ghi chú")), 0)
    assert [column.key for column in header.columns] == ["ma ho so", "ghi chu", "ghi chu #2"]
