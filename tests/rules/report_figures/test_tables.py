"""Figures in tables: a row by its label, days by the head of the column; what cannot be told is not read."""

from __future__ import annotations

from tests.rules.report_figures.made import all_said, read

HEADS = (
    "TT\tChỉ tiêu\tĐơn vị tính\tKế hoạch năm\tCùng kỳ 2020\tThực hiện tháng 9\tLũy kế 9 tháng\tSo với KH (%)"
)


def test_only_columns_of_what_was_done_are_read():
    row = "1\tTổng thu ngân sách trên địa bàn\tTriệu đồng\t8.550\t800\t972,1\t7.214,6\t84,4"
    assert all_said(HEADS, row) == [
        "thu-ngan-sach 972.1 2021-10-01", "thu-ngan-sach 7214.6 2021-10-01 lũy kế",
    ]  # fmt: skip


def test_an_empty_cell_does_not_move_the_columns():
    assert all_said(HEADS, "2\tTỷ lệ người dân tham gia BHYT\t%\t\t\t\t93,6\t") == [
        "bao-hiem-y-te 93.6 2021-10-01 lũy kế"
    ]


def test_a_head_of_two_rows_with_merged_cells_is_put_together():
    found = all_said(
        "Đơn vị tính: triệu đồng", "STT\tNội dung\tDự toán\tThực hiện\t\tSo sánh (%)", "\t\t\tTháng 9\t9 tháng\t",
        "1\tThu ngân sách nhà nước trên địa bàn\t8.550\t972,1\t7.214,6\t84",
    )  # fmt: skip
    assert found == ["thu-ngan-sach 972.1 2021-10-01", "thu-ngan-sach 7214.6 2021-10-01 lũy kế"]


def test_a_table_of_wards_is_read_in_our_row_by_the_heads_of_its_columns():
    found = all_said(
        "TT\tPhường, xã\tTổng số hộ\tSố hộ nghèo\tTỷ lệ hộ nghèo (%)", "1\tPhường Bắc Hồng\t2.870\t27\t0,94",
        "2\tPhường Nam Hồng\t2.100\t30\t1,43", "\tTổng cộng\t4.970\t57\t1,15",
    )  # fmt: skip
    assert found == ["ho-ngheo 0.94 2021-10-01"]


def test_a_number_without_any_unit_is_asked_about():
    (one,) = read("Nội dung\tThực hiện tháng 9", "Thu ngân sách trên địa bàn\t972,1").proposals
    assert [doubt.code for doubt in one.doubts] == ["unit_missing"]


def test_two_numbers_in_one_cell_are_no_figure():
    assert not all_said(
        HEADS, "1\tTổng thu ngân sách trên địa bàn\tTriệu đồng\t8.550\t800\t972,1 7.214,6\t\t84,4"
    )
    assert all_said(HEADS, "1\tTổng thu ngân sách trên địa bàn\t\t8.550\t800\t972,1 (triệu đồng)\t\t84,4")


def test_a_row_of_nobody_is_told_with_the_unit_that_stands_beside_it():
    (one,) = read(HEADS, "1\tNguồn thu phát sinh\tTriệu đồng\t\t\t972,1\t\t").unknown
    assert (one.amount.unit, one.column) == ("triệu đồng", "thuc hien")


def test_lines_of_bare_numbers_are_counted_and_never_read():
    found = read("Tổng thu ngân sách trên địa", "bàn", "Triệu", "đồng", "8.550 972,1 7.214,6 84,4")
    assert (found.proposals, found.loose_rows) == ((), 1)
