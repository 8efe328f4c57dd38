"""What is said beside a line of next year, and when nothing is said. Every sentence by its own rule."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.next_year import Limits, Past, Promised, cautions_of, counts_below, twice
from chuan.rules.next_year.cautions import failures_allowed, least_for_one_miss
from chuan.rules.next_year.level_words import words_of_level
from chuan.rules.targets.comparing import satisfies
from chuan.rules.targets.types import Baseline, Comparator, Direction, Horizon, Outcome, Quantity, Target

LIMITS = Limits(years=3, percent=99)
AT_LEAST, MORE, AT_MOST, LESS = (
    Comparator.AT_LEAST, Comparator.MORE_THAN, Comparator.AT_MOST, Comparator.LESS_THAN,
)  # fmt: skip


def promised(
    quantity: Quantity = Quantity.SHARE, how: Comparator | None = MORE, value: object = 95, **more: object
):
    given = {"unit": "%"} | more
    exact = None if value is None else Fraction(str(value))
    return Target(quantity, how, Horizon.AT_END, value=exact, **given)  # type: ignore[arg-type]


def past(
    year: int, value: object, *, target: Target | None = None, met: bool = True, cases: int | None = None
):
    exact = None if value is None else Fraction(str(value))
    outcome = Outcome.MET if met else Outcome.NOT_MET
    return Past(year, target or promised(), outcome, exact, f"{value} %", cases)


def codes(target: Target, *years: Past, fed: bool = True) -> list[str]:
    return [one.code for one in cautions_of(Promised(target, years, fed), LIMITS)]


def said(target: Target, *years: Past, case: str = "đơn", miss: str = "chậm") -> list[str]:
    return [one.sentence for one in cautions_of(Promised(target, years, True, case, miss), LIMITS)]


def test_three_years_beyond_99_per_cent_make_95_no_spur():
    years = (past(2021, "99.5"), past(2020, "99.4"), past(2019, "99.01"))
    assert said(promised(), *years) == [
        "Ba năm liền đạt trên 99\N{NO-BREAK SPACE}%: mức trên 95\N{NO-BREAK SPACE}% không còn thúc đẩy cải tiến."
    ]


@pytest.mark.parametrize(
    "years",
    [
        (past(2021, "99.5"), past(2020, "99.4")),
        (past(2021, "99.5"), past(2020, "99.4"), past(2019, "99")),
        (past(2021, "99.5"), past(2020, "99.4"), past(2018, "99.4")),
        (past(2021, "99.5"), past(2020, None), past(2019, "99.4")),
    ],
)  # fmt: skip
def test_two_years_or_exactly_99_or_a_year_between_are_no_three_in_a_row(years: tuple[Past, ...]):
    assert "too_easy" not in codes(promised(), *years)


def test_a_level_beyond_the_mark_itself_still_spurs():
    years = (past(2021, "99.5"), past(2020, "99.4"), past(2019, "99.3"))
    assert "too_easy" not in codes(promised(value="99.2"), *years)


def test_a_ceiling_is_mirrored():
    poor = promised(how=AT_MOST, value=5, direction=Direction.LOWER)
    years = tuple(past(year, "0.5", target=poor) for year in (2021, 2020, 2019))
    assert said(poor, *years) == [
        "Ba năm liền đạt dưới 1\N{NO-BREAK SPACE}%: mức tối đa 5\N{NO-BREAK SPACE}% không còn thúc đẩy cải tiến."
    ]


def test_seven_letters_under_more_than_95_leave_no_room():
    assert said(promised(), past(2021, "100", cases=7))[0] == (
        "Năm 2021 có 7 đơn: trên 95\N{NO-BREAK SPACE}% nghĩa là không đơn nào được chậm. Từ 21 đơn trở lên mới được "
        "chậm một."
    )


def test_at_least_95_of_twenty_leaves_room_for_one_and_more_than_95_for_none():
    assert "none_may_fail" not in codes(promised(how=AT_LEAST), past(2021, "95", cases=20))
    assert "none_may_fail" in codes(promised(how=MORE), past(2021, "95", cases=20))


def test_all_of_them_says_itself_that_none_may_fail():
    assert "none_may_fail" not in codes(promised(how=AT_LEAST, value=100), past(2021, "100", cases=7))


def test_more_than_everything_is_never_kept():
    assert "never_kept" in codes(promised(how=MORE, value=100), past(2021, "100", cases=7))


@pytest.mark.parametrize(("quantity", "verb"), [(Quantity.DECREASE, "giảm"), (Quantity.GROWTH, "tăng")])
def test_a_change_without_a_number_is_named(quantity: Quantity, verb: str):
    assert f"Ghi “{verb}” mà không ghi bao nhiêu" in said(promised(quantity, AT_LEAST, None))[0]


def test_what_nothing_feeds_is_named():
    assert codes(promised(), fed=False) == ["nothing_feeds"]


def test_a_level_below_last_years_result_is_named_once():
    assert said(promised(), past(2021, "96.57")) == [
        "Mức trên 95\N{NO-BREAK SPACE}% thấp hơn kết quả năm 2021 (96.57 %)."
    ]
    looser = promised(how=LESS, value=1, direction=Direction.LOWER)
    assert "lỏng hơn" in said(looser, past(2021, "0.5", target=looser))[0]


def test_another_unit_or_a_known_baseline_is_not_compared():
    money = promised(Quantity.LEVEL, AT_LEAST, 65, unit="triệu đồng")
    assert codes(money, past(2021, "70", target=promised(Quantity.LEVEL, AT_LEAST, 65, unit="tỷ đồng"))) == []
    grown = promised(Quantity.GROWTH, AT_LEAST, 10, baseline=Baseline("năm 2020", Fraction(5)))
    assert codes(grown, past(2021, "12", target=grown)) == []


def test_a_missed_level_left_as_it_was_is_named_and_another_level_is_not():
    missed = past(2021, "94", met=False)
    assert "missed_unchanged" in codes(promised(), missed)
    assert codes(promised(value=93), missed) == ["below_last"]


def test_another_number_of_streets_is_asked_about():
    nine = promised(Quantity.K_OF_N, AT_LEAST, None, k=9, n=10, unit="tổ dân phố")
    twelve = promised(Quantity.K_OF_N, AT_LEAST, None, k=9, n=12, unit="tổ dân phố")
    assert codes(twelve, past(2021, 9, target=nine)) == ["another_n"]
    assert codes(nine, past(2021, 9, target=nine)) == []


def test_a_count_over_a_list_of_another_length_is_named():
    total = promised(Quantity.K_OF_N, AT_LEAST, None, k=21, n=21, unit="chỉ tiêu")
    (one,) = counts_below(total, 20, 22)
    assert one.sentence.startswith("Ghi 21/21 chỉ tiêu nhưng bên dưới có 20 dòng với 22 số đo")
    assert counts_below(total, 21, 22) == ()
    assert counts_below(total, 0, 0) == ()
    assert counts_below(promised(), 20, 22) == ()


def test_the_same_words_or_the_same_indicator_twice_are_named_at_the_later_line():
    found = twice(
        [
            ("a", "Thu 9 tỷ đồng", ["thu"]),
            ("b", "thu 9 tỷ đồng.", []),
            ("c", "Khác", ["thu"]),
            ("d", "Riêng", []),
        ]
    )
    assert sorted(found) == ["b", "c"]


def test_nothing_is_said_of_what_is_recognised_or_goes_on():
    assert (
        codes(
            promised(Quantity.YES_NO, None, None), past(2021, 1, target=promised(Quantity.YES_NO, None, None))
        )
        == []
    )
    assert codes(promised(Quantity.NONE, None, None)) == []


@pytest.mark.parametrize(
    ("target", "words"),
    [
        (promised(Quantity.K_OF_N, AT_LEAST, None, k=9, n=10, unit="TDP"), "9/10 TDP"),
        (promised(how=Comparator.BETWEEN, value=None, low=Fraction(1), high=Fraction(2)), "từ 1 đến 2 %"),
        (promised(Quantity.DECREASE, AT_LEAST, 2), "giảm 2 %"),
        (promised(value=None), "mức chưa ghi"),
        (promised(how=AT_LEAST), "95 %"),
        (promised(how=LESS), "dưới 95 %"),
        (promised(Quantity.LEVEL, AT_LEAST, 65, unit=""), "65"),
    ],
)  # fmt: skip
def test_a_level_is_said_in_words(target: Target, words: str):
    assert words_of_level(target).replace("\N{NO-BREAK SPACE}", " ") == words


@given(st.sampled_from([AT_LEAST, MORE]), st.integers(1, 99), st.integers(1, 400))
def test_room_for_failures_is_exactly_what_the_comparison_allows(how: Comparator, level: int, cases: int):
    target = promised(how=how, value=level)
    allowed = max(
        j for j in range(-1, cases + 1) if j < 0 or satisfies(target, Fraction(100 * (cases - j), cases))
    )
    assert (failures_allowed(target, cases) if allowed >= 0 else -1) == allowed
    least = least_for_one_miss(target)
    assert least is not None
    assert (allowed >= 1) is (cases >= least)
