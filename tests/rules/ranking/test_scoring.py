"""Points of a period: 30 common and 70 results, every deduction a line (335/2025/NĐ-CP)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.law.ranking import ranking_law
from chuan.rules.law import Value
from chuan.rules.ranking import Leading, Product, Scoring, scored, unit_share
from chuan.rules.refusals.ranking import (
    LeadingPartsWrong,
    NoProducts,
    PointsBeyondScale,
    ProductCountsWrong,
    RegimeWithoutPoints,
)

LAW = ranking_law(date(2026, 6, 30)).values
WORDS = ranking_law(date(2021, 12, 31)).values


def changed(key: str, value: str) -> dict[str, Value]:
    return {**LAW, key: replace(LAW[key], value=value)}


def product(asked: int = 10, done: int = 10, **more: int) -> Product:
    return Product("Hồ sơ chứng thực (minh họa)", Fraction(asked), Fraction(done), **more)  # type: ignore[arg-type]


def shares(scoring: Scoring) -> list[Fraction]:
    return [one.share for one in scoring.parts]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        (product(), (1, 1, 1)),
        (product(done=8), (Fraction(4, 5), Fraction(4, 5), Fraction(4, 5))),
        (product(1, 1, failed=1), (1, Fraction(3, 4), 1)),
        (product(1, 1, failed=4), (1, 0, 1)),
        (product(1, 1, failed=9), (1, 0, 1)),
        (product(1, 1, late=2), (1, 1, Fraction(1, 2))),
        (product(failed=2, late=4), (1, Fraction(19, 20), Fraction(9, 10))),
        (product(1, 1, failed=2, excused_failed=1), (1, Fraction(3, 4), 1)),
        (product(1, 1, late=1, excused_late=1), (1, 1, 1)),
        (product(done=12), (1, 1, 1)),
        (product(done=0), (0, 0, 0)),
    ],
)
def test_quantity_quality_and_progress_of_one_product(given: Product, expected: tuple[Fraction, ...]):
    assert shares(scored([given], Fraction(30), LAW)) == list(expected)


def test_the_points_and_their_arithmetic():
    scoring = scored([product(1, 1, failed=1), product(1, 1, late=2)], Fraction(28), LAW)
    assert scoring.results == 70 * (1 + Fraction(7, 8) + Fraction(3, 4)) / 3
    assert scoring.total == 28 + scoring.results
    assert scoring.sentence == (
        "Kết quả: (100 % + 87,5 % + 75 %) / 3 × 70 = 61,25 điểm; cộng tiêu chí chung 28 là 89,25 điểm."
    )
    assert [one.sentence for one in scoring.parts] == [
        "Số lượng: 2 / 2 = 100 %.", "Chất lượng: 1,75 / 2 = 87,5 %.", "Tiến độ: 1,5 / 2 = 75 %.",
    ]  # fmt: skip


def test_every_deduction_is_said_on_its_line():
    given = replace(product(10, 8, failed=2, late=1, excused_late=1), why="Chờ xác minh.")
    assert scored([given], Fraction(30), LAW).lines[0].why == (
        "Mới làm 8 trong 10 được giao.",
        "2 lần đánh giá chưa đạt, mỗi lần trừ 25 % chất lượng của một sản phẩm.",
        "1 lần không trừ vì nguyên nhân khách quan đã xác nhận.",
        "Chờ xác minh.",
    )
    more = product(10, 12, late=1)
    assert scored([more], Fraction(30), LAW).lines[0].why == (
        "Làm 12, giao 10: phần vượt xem ở nhận xét.",
        "1 lần chậm, mỗi lần trừ 25 % tiến độ của một sản phẩm.",
    )


def test_products_are_converted_by_their_weight():
    heavy = replace(product(1, 0), weight=Fraction(3))
    assert shares(scored([heavy, product(1, 1)], Fraction(0), LAW))[0] == Fraction(1, 4)


def test_where_no_excuse_is_known_every_time_is_deducted():
    law = changed("points.excused", "no")
    assert shares(scored([product(1, 1, late=1, excused_late=1)], Fraction(0), law))[2] == Fraction(3, 4)


def test_a_unit_may_count_quality_on_what_was_done_and_more_than_was_asked():
    assert shares(scored([product(10, 5)], Fraction(0), changed("results.base", "done"))) == [
        Fraction(1, 2),
        1,
        1,
    ]
    assert shares(scored([product(10, 0)], Fraction(0), changed("results.base", "done")))[1] == 0
    assert shares(scored([product(10, 12)], Fraction(0), changed("results.over", "yes")))[0] == Fraction(6, 5)


def test_a_leader_has_three_more_parts():
    leading = Leading(unit_share(False, LAW), Fraction(1), Fraction(1))
    scoring = scored([product()], Fraction(30), LAW, leading=leading)
    assert scoring.results == 70 * Fraction(11, 2) / 6
    assert [one.key for one in scoring.parts][3:] == ["unit", "organising", "gathering"]
    assert unit_share(True, LAW) == 1


@pytest.mark.parametrize("share", [Fraction(-1, 100), Fraction(101, 100)])
def test_a_part_of_leading_beyond_its_scale_is_refused(share: Fraction):
    with pytest.raises(PointsBeyondScale, match="tổ chức thực hiện"):
        scored([product()], Fraction(30), LAW, leading=Leading(Fraction(1), share, Fraction(1)))


def test_parts_of_leading_that_the_unit_counts_otherwise_are_refused():
    with pytest.raises(LeadingPartsWrong, match="gồm 2 phần mà mới có 3"):
        scored(
            [product()],
            Fraction(30),
            changed("results.leader.parts", "5"),
            leading=Leading(Fraction(1), Fraction(1), Fraction(1)),
        )


@pytest.mark.parametrize("common", [Fraction(-1), Fraction(3001, 100)])
def test_common_points_beyond_the_scale_are_refused(common: Fraction):
    with pytest.raises(PointsBeyondScale, match="ngoài thang từ 0 đến 30"):
        scored([product()], common, LAW)


def test_a_period_in_which_nothing_was_asked_is_not_measured():
    with pytest.raises(NoProducts, match="chưa đo được"):
        scored([], Fraction(30), LAW)


@pytest.mark.parametrize(
    ("given", "fault"),
    [
        (product(asked=0), "được giao"),
        (product(done=-1), "đã làm"),
        (product(failed=-1), "số lần không thể âm"),
        (product(excused_late=-1), "số lần không thể âm"),
        (product(weight=0), "hệ số"),
        (product(failed=1, excused_failed=2), "nhiều hơn số lần chưa đạt"),
        (product(late=1, excused_late=2), "nhiều hơn số lần chậm"),
    ],
)
def test_numbers_that_cannot_be_are_refused_by_row(given: Product, fault: str):
    with pytest.raises(ProductCountsWrong, match=fault) as refused:
        scored([product(), given], Fraction(30), LAW)
    assert given.name in refused.value.sentence


def test_before_2026_there_are_no_points():
    with pytest.raises(RegimeWithoutPoints, match="tiêu chí bằng lời"):
        scored([product()], Fraction(30), WORDS)
    with pytest.raises(RegimeWithoutPoints):
        unit_share(True, WORDS)


COUNTS = st.builds(
    lambda asked, done, failed, late: product(asked, done, failed=failed, late=late),
    st.integers(1, 50),
    st.integers(0, 60),
    st.integers(0, 9),
    st.integers(0, 9),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(COUNTS, min_size=1, max_size=5), st.integers(0, 30))
def test_points_stay_in_the_scale_and_another_delay_never_raises_them(given: list[Product], common: int):
    scoring = scored(given, Fraction(common), LAW)
    assert 0 <= scoring.results <= 70
    worse = [replace(given[0], late=given[0].late + 1, failed=given[0].failed + 1), *given[1:]]
    assert scored(worse, Fraction(common), LAW).total <= scoring.total
