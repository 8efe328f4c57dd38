"""24/24 is hours where somebody watches, and a part of a whole where things are counted."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.law.lexicons import reader_lexicon
from chuan.rules.report_figures.tokens import tokens_of
from tests.rules.report_figures.made import all_said


def parts(line: str) -> list[tuple[int, int]]:
    return [
        (int(one.amount.numerator or 0), int(one.amount.denominator or 0))
        for one in tokens_of(line.lower(), reader_lexicon())
        if one.amount.is_part
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Trực 24/24 giờ, 7 ngày trong tuần",
        "Công an phường trực chiến 24/24",
        "Duy trì đường dây nóng 24/7",
        "Bố trí cán bộ trực 24h/24h tại trụ sở",
        "Trạm y tế hoạt động 24/24h",
        "Trực 24/24 tổ dân phố",
        "Đảm bảo 24/24, kịp thời",
    ],
)
def test_round_the_clock_is_no_part_of_a_whole(line: str):
    assert parts(line) == []


@pytest.mark.parametrize(
    "line",
    [
        "Có 24/24 tổ dân phố đạt danh hiệu văn hóa",
        "24 / 24 hồ sơ được giải quyết",
        "Số chỉ tiêu đạt: 24/24, đạt 100%",
        "Đúng hạn 24/24 (100%)",
        "Đúng hạn 24/24 đạt tỷ lệ 100 %",
    ],
)
def test_all_of_twenty_four_is_a_part_of_a_whole(line: str):
    assert parts(line) == [(24, 24)]


@given(st.integers(1, 60), st.integers(0, 20))
def test_so_many_of_so_many_streets_are_always_counted(part: int, more: int):
    assert parts(f"{part}/{part + more} tổ dân phố giữ vững danh hiệu văn hóa") == [(part, part + more)]


def test_a_report_of_all_streets_is_proposed():
    assert all_said("Có 24/24 tổ dân phố giữ vững danh hiệu văn hóa.") == [
        "to-dan-pho-van-hoa 24/24 2021-10-01"
    ]
