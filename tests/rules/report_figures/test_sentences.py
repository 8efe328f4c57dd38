"""Figures in running text: bound only when words and unit fit; plans, last year and changes are no figures."""

from __future__ import annotations

import pytest

from tests.rules.report_figures.made import HEAD, all_said, read


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("Thu ngân sách trên địa bàn 8.550 triệu đồng.", ["thu-ngan-sach 8550 2021-10-01"]),
        ("Tuyến đường dưới 7,5 m được chỉnh trang, thảm nhựa: 26/42 tuyến, đạt 61,9%.",
         ["duong-chinh-trang 26/42 2021-10-01"]),
        ("Tỷ lệ hộ nghèo từ 1,2% xuống còn 0,94%, giảm 0,26% so với đầu năm; hộ cận nghèo 1,5%.",
         ["ho-ngheo 0.94 2021-10-01"]),
        ("Thu ngân sách tháng 9 ước đạt 972,1 triệu đồng; lũy kế 9 tháng 7.214,6 triệu đồng, bằng 84% dự toán.",
         ["thu-ngan-sach 972.1 2021-10-01 ước", "thu-ngan-sach 7214.6 2021-10-01 lũy kế"]),
        ("Giá trị sản xuất các ngành kinh tế chủ yếu 9 tháng tăng 11,2% so với ước thực hiện năm trước.",
         ["gia-tri-san-xuat-tang 11.2 2021-10-01 lũy kế"]),
        ("Xây dựng được 02 tuyến phố văn minh, 03 ngõ phố văn minh.",
         ["tuyen-pho-van-minh 2 2021-10-01", "ngo-pho-van-minh 3 2021-10-01"]),
        ("Thu ngân sách năm 2020 đạt 7.100 triệu đồng.", []),
        ("Phấn đấu thu ngân sách trên địa bàn đạt 9.000 triệu đồng.", []),
        ("Bình quân mỗi tháng thu ngân sách trên địa bàn đạt 801 triệu đồng.", []),
        ("Phường Nam Hồng thu ngân sách trên địa bàn đạt 900 triệu đồng.", []),
        ("Tỷ lệ tham gia BHYT toàn thị xã đạt 96,2%.", []),
        ("100% hộ nghèo được hỗ trợ BHYT; cấp 215 thẻ BHYT cho người nghèo.", []),
        ("Tỷ lệ tham gia BHYT tăng 1,2% so với tháng trước.", []),
    ],
)  # fmt: skip
def test_a_line_says_these_figures_and_no_others(line: str, says: list[str]):
    assert all_said(line) == says


def test_a_bullet_hangs_under_the_line_above_it():
    assert all_said("1. Thu ngân sách:", "- Tháng 9 ước đạt 972,1 triệu đồng.") == [
        "thu-ngan-sach 972.1 2021-10-01 ước"
    ]


def test_what_is_planned_for_next_month_is_left_out():
    assert not all_said("II. NHIỆM VỤ TRỌNG TÂM THÁNG 10", "- Thu ngân sách trên địa bàn đạt 900 triệu đồng.")


def test_a_rate_beside_its_part_of_a_whole_is_one_figure_and_is_asked_about_when_they_differ():
    right, wrong = (
        "Có 6.583/7.033 người tham gia BHYT, đạt 93,6%.",
        "Có 6.583/7.033 người tham gia BHYT, đạt 95,1%.",
    )
    assert all_said(right) == ["bao-hiem-y-te 6583/7033 2021-10-01"]
    assert all_said(wrong) == ["bao-hiem-y-te 6583/7033 2021-10-01 share_mismatch"]


def test_two_values_of_the_same_days_are_a_question_each():
    found = all_said(
        "Thu ngân sách trên địa bàn đạt 972,1 triệu đồng.", "Thu ngân sách trên địa bàn đạt 990 triệu đồng."
    )
    assert found == ["thu-ngan-sach 972.1 2021-10-01 two_values", "thu-ngan-sach 990 2021-10-01 two_values"]


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ("Thu nhập bình quân đầu người đạt 65 đồng/người/năm.", "unit_changed"),
        ("Thu ngân sách trên địa bàn đạt 7,2146 tỷ đồng.", "unit_changed"),
        ("Thu nhập bình quân đầu người đạt hơn 80 triệu đồng/ người/ năm, đạt chỉ tiêu.", "about"),
        ("Tỷ lệ người dân tham gia BHYT đạt trên 95%.", "about"),
        ("Tỷ lệ tham gia BHYT của đoàn viên thanh niên đạt 99%.", "narrower"),
    ],
)
def test_another_unit_or_narrower_words_are_a_question(line: str, code: str):
    (one,) = read(line).proposals
    assert [doubt.code for doubt in one.doubts] == [code]


def test_days_of_a_crop_are_left_to_a_person():
    (one,) = read("Diện tích gieo trồng lúa vụ Hè Thu 24 ha.").proposals
    assert one.said_period is None


def test_the_span_is_the_very_letters_of_the_value():
    line = "- Tỷ lệ hộ nghèo còn 0,94%;"
    (one,) = read(line).proposals
    assert (HEAD.format(days="tháng 9 năm 2021") + line)[one.span.start : one.span.end] == "0,94"


def test_a_recognition_of_this_ward_is_a_yes_and_of_another_ward_nothing():
    head = (
        "ỦY BAN NHÂN DÂN\nTHỊ XÃ HỒNG LĨNH\nSố: 15/QĐ-UBND\nHồng Lĩnh, ngày 20 tháng 12 năm 2021\nQUYẾT ĐỊNH\n"
        "Về việc công nhận phường đạt chuẩn đô thị văn minh năm 2021\nCHỦ TỊCH ỦY BAN NHÂN DÂN THỊ XÃ\nQUYẾT ĐỊNH:\n"
    )
    (one,) = read(
        "Điều 1. Công nhận phường Bắc Hồng đạt chuẩn đô thị văn minh năm 2021.", head=head
    ).proposals
    assert (one.key, one.amount.value) == ("do-thi-van-minh", 1)
    assert not read(
        "Điều 1. Công nhận phường Nam Hồng đạt chuẩn đô thị văn minh năm 2021.", head=head
    ).proposals
