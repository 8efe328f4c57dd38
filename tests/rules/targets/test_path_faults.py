"""What is wrong with twelve planned values is said month by month; twelve filled at once have nothing wrong."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.rules.targets import Shape, path_faults
from chuan.rules.targets.path_fills import by_last_year, evenly, same_level
from chuan.rules.targets.types import Combine, Comparator, Horizon, Quantity, Target
from tests.rules.targets import promises as make

SUM, RATIO, LAST = Shape(Combine.SUM), Shape(Combine.RATIO, share=True), Shape(Combine.LAST)
RATE = Shape(Combine.LAST, share=True)


def said(
    target: Target, shape: Shape, values: Sequence[str | int | Fraction | None]
) -> list[tuple[int | None, str]]:
    exact = [None if value is None else Fraction(value) for value in values]
    return [(one.month, one.sentence) for one in path_faults(target, shape, exact)]


def test_a_path_that_grows_to_the_promise_has_nothing_wrong():
    assert said(make.revenue(), SUM, [0, *range(700, 7700, 700), 8550]) == []


def test_an_accumulating_figure_never_falls():
    values = [700, 1400, 1300, *[7000] * 8, 8550]
    assert said(make.revenue(), SUM, values) == [
        (3, "1.300 thấp hơn tháng 2 (1.400): số cộng dồn từ đầu năm không giảm.")
    ]


def test_a_state_may_fall():
    assert said(make.poverty(), RATE, [2, 1, 2, 1, 2, 1, 2, 1, 2, 1, 2, "0.9"]) == []


def test_a_fall_is_seen_over_a_month_that_is_left_out():
    months = [at for at, _said in said(make.revenue(), SUM, [700, None, 600, *[7000] * 8, 8550])]
    assert months == [2, 3]


def test_a_month_left_out_is_named():
    values = [None, *[8550] * 11]
    assert said(make.revenue(), SUM, values) == [
        (1, "còn trống, ghi đủ mười hai tháng hoặc để trống cả dòng.")
    ]


def test_the_year_must_end_where_the_promise_is_kept():
    assert said(make.revenue(), SUM, [8000] * 12) == [
        (12, "đến hết năm là 8.000 thì không giữ được mức phải đạt (8.550 triệu đồng).")
    ]
    assert said(make.none_escalated(), SUM, [*[0] * 11, 1]) == [
        (12, "đến hết năm là 1 thì không giữ được mức phải đạt (0 vụ).")
    ]
    assert said(make.on_time(), RATIO, [95] * 12)[-1][0] == 12  # "trên 95 %" leaves 95 out
    assert said(make.growth(base=1000), SUM, [1149] * 12)[-1][0] == 12
    assert said(make.growth(base=1000), SUM, [1150] * 12) == []
    assert said(make.growth(base=0), SUM, [1150] * 12)[-1][0] == 12


def test_a_fault_is_said_with_its_month():
    found = path_faults(make.revenue(), SUM, [None, *[Fraction(8550)] * 11])
    assert found[0].said == "Tháng 1: còn trống, ghi đủ mười hai tháng hoặc để trống cả dòng."
    assert path_faults(make.duty(), LAST, [])[0].said.startswith("Là việc thường xuyên")


def test_the_year_left_open_is_only_said_to_be_open():
    assert [at for at, _said in said(make.revenue(), SUM, [*[1] * 11, None])] == [12]


def test_a_range_names_both_its_ends():
    target = replace(
        make.target(Quantity.LEVEL, Comparator.BETWEEN), low=Fraction(8), high=Fraction("9.5"), unit=""
    )
    assert said(target, LAST, [1] * 12) == [
        (12, "đến hết năm là 1 thì không giữ được mức phải đạt (8 đến 9,5).")
    ]


def test_no_part_is_more_than_its_whole():
    assert said(make.on_time(), RATIO, [96, 101, *[96] * 10]) == [(2, "101 quá lớn: nhiều nhất là 100 %.")]
    target = replace(make.k_of_n(9, 10), unit="")
    assert said(target, LAST, [11, *[9] * 11]) == [(1, "11 quá lớn: nhiều nhất là 10.")]


def test_only_a_change_may_be_below_nothing():
    assert said(make.on_time(), RATIO, [-1, *[96] * 11]) == [(1, "-1 nhỏ hơn 0.")]
    assert said(make.growth(), LAST, [-3, *[15] * 11]) == []
    assert said(make.growth(2, base=90), RATE, [-3, *[92] * 11]) == [(1, "-3 nhỏ hơn 0.")]


def test_what_is_counted_is_whole():
    assert said(make.streets(), SUM, ["0.5", *[4] * 11]) == [
        (1, "0,5 không phải số nguyên: thứ đếm từng cái thì ghi số nguyên.")
    ]


def test_what_has_no_path_says_why_and_nothing_else():
    assert said(make.recognised(), LAST, [1] * 12) == [
        (None, "Chỉ có được hay chưa được, không có mức cho từng tháng.")
    ]


def test_evenly_is_the_same_step_every_month():
    assert evenly(make.revenue(), SUM)[:2] == (Fraction("712.5"), 1425)
    assert evenly(make.revenue(), SUM)[-1] == 8550
    assert evenly(make.streets(), SUM) == (0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 3, 4)


def test_a_state_goes_evenly_from_last_years_end_or_stays_where_it_must_be():
    assert evenly(make.poverty(), RATE, Fraction("2.1"))[5] == Fraction("1.5")
    assert set(evenly(make.poverty(), RATE)) == {Fraction("0.9")}
    assert set(evenly(make.on_time(), RATIO)) == {Fraction("95.1")}


def test_last_years_shape_gives_each_month_its_part():
    last = [Fraction(month * month) for month in range(1, 13)]
    found = by_last_year(make.revenue(), SUM, last)
    assert found is not None
    assert (found[5], found[11]) == (Fraction("2137.5"), 8550)  # 36 of 144


def test_last_year_by_quarters_is_filled_in_by_straight_lines():
    quarters: list[Fraction | None] = [None] * 12
    quarters[2], quarters[5], quarters[11] = Fraction(30), Fraction(60), Fraction(120)
    built = by_last_year(make.target(Quantity.LEVEL, value=240), SUM, quarters)
    assert built == tuple(Fraction(20 * month) for month in range(1, 13))
    ending = make.target(Quantity.LEVEL, value=240, horizon=Horizon.AT_END)
    state = by_last_year(ending, LAST, quarters)
    assert state is not None
    assert state[:4] == (60, 60, 60, 80)


def test_last_year_that_says_too_little_gives_no_shape():
    last: list[Fraction | None] = [Fraction(month) for month in range(1, 13)]
    assert by_last_year(make.revenue(), SUM, [*last[:11], None]) is None
    assert by_last_year(make.revenue(), SUM, [*[None] * 11, Fraction(12)]) is None
    assert by_last_year(make.revenue(), SUM, [None] * 12) is None
    assert by_last_year(make.revenue(), SUM, [Fraction(0)] * 12) is None


def test_last_years_shape_never_goes_over_the_whole():
    found = by_last_year(make.on_time(), RATIO, [Fraction(99), *[Fraction(90)] * 11])
    assert found is not None
    assert found[0] == 100


def test_one_level_all_along_is_not_for_what_grows_to_it():
    assert same_level(make.revenue(), SUM) is None
    assert same_level(make.none_escalated(), SUM) == (0,) * 12
    assert same_level(make.by_the_book(), RATIO) == (100,) * 12


PROMISES: list[tuple[Target, Shape]] = [
    (make.revenue(), SUM), (make.streets(), SUM), (make.none_escalated(), SUM), (make.on_time(), RATIO),
    (make.by_the_book(), RATIO), (make.poverty(), RATE), (make.k_of_n(9, 10), LAST), (make.growth(), LAST),
    (make.growth(base=1000), SUM), (make.decrease(1, base=4), RATE),
]  # fmt: skip


sevenths = st.integers(0, 630).map(lambda n: Fraction(n, 7))


@settings(deadline=None)
@given(
    promise=st.sampled_from(PROMISES),
    last=st.lists(sevenths, min_size=12, max_size=12),
    start=sevenths,
)
def test_what_is_filled_at_once_has_nothing_wrong(
    promise: tuple[Target, Shape], last: list[Fraction], start: Fraction
):
    target, shape = promise
    first = min(start, Fraction(target.n)) if target.n is not None else start
    filled = [evenly(target, shape, first), same_level(target, shape)]
    if shape.how is Combine.SUM:
        filled.append(by_last_year(target, shape, sorted(last)))
    for values in filled:
        assert values is None or path_faults(target, shape, values) == []
