"""From points to a level, with what makes a failed year whatever the points; months to a year; exact numbers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest

from chuan.law.ranking import ranking_law
from chuan.rules.ranking import (
    Discipline,
    Grounds,
    Level,
    PeriodScore,
    Ranked,
    level_of,
    said_points,
    said_share,
    year_of,
)
from chuan.rules.refusals.ranking import (
    PeriodNotOfYear,
    PeriodsOverlap,
    PointsBeyondScale,
    RegimeWithoutPoints,
)
from chuan.rules.types import Period

LAW = ranking_law(date(2026, 12, 31)).values
WORDS = ranking_law(date(2021, 12, 31)).values
CLEAN = Grounds(degradation=False, discipline=Discipline.NONE, corruption=False)
YEAR = Period.year(2026)


def ranked(points: str, grounds: Grounds = CLEAN, group: str = "staff") -> Ranked:
    return level_of(Fraction(points), grounds, group, LAW)


@pytest.mark.parametrize(
    ("points", "level"),
    [
        ("100", "excellent"), ("90", "excellent"), ("89.999", "good"), ("70", "good"), ("69.99", "completed"),
        ("50", "completed"), ("49.99", "failed"), ("0", "failed"),
    ],
)  # fmt: skip
def test_each_threshold_from_both_sides(points: str, level: str):
    """335/2025/NĐ-CP, Điều 20."""
    assert ranked(points).level is Level(level)


def test_the_reason_says_points_threshold_level_and_article_and_never_rounds_up():
    reason = ranked("89.999").reasons[0]
    assert reason.sentence == "89,99 điểm, từ 70 đến dưới 90: hoàn thành tốt nhiệm vụ."
    assert (reason.citation.number, reason.citation.article) == ("335/2025/NĐ-CP", "Điều 20 khoản 2")
    assert ranked("95").reasons[0].sentence == "95 điểm, từ 90: hoàn thành xuất sắc nhiệm vụ."
    assert ranked("12").reasons[0].sentence == "12 điểm, dưới 50: không hoàn thành nhiệm vụ."


@pytest.mark.parametrize(
    ("grounds", "group", "words"),
    [
        (replace(CLEAN, degradation=True), "staff", "suy thoái"),
        (replace(CLEAN, discipline=Discipline.REPRIMAND), "staff", "kỷ luật khiển trách"),
        (replace(CLEAN, discipline=Discipline.DISMISSAL), "leader", "kỷ luật buộc thôi việc"),
        (replace(CLEAN, corruption=True), "leader", "tham nhũng"),
        (Grounds(degradation=True), "leader", "suy thoái"),
    ],
)
def test_a_ground_makes_a_failed_year_whatever_the_points(grounds: Grounds, group: str, words: str):
    found = ranked("98", grounds, group)
    assert (found.level, found.by_points) == (Level.FAILED, Level.EXCELLENT)
    assert words in found.reasons[-1].sentence
    assert [one.private for one in found.reasons] == [False, True]


def test_corruption_in_the_unit_is_a_ground_for_leaders_only():
    assert ranked("98", replace(CLEAN, corruption=True)).level is Level.EXCELLENT


@pytest.mark.parametrize(("group", "questions"), [("staff", 2), ("leader", 3)])
def test_no_level_is_proposed_while_a_ground_waits_for_its_answer(group: str, questions: int):
    found = ranked("95", Grounds(), group)
    assert found.level is None
    assert len(found.asked) == questions
    assert all(one.endswith("?") for one in found.asked)


@pytest.mark.parametrize("points", ["-0.01", "100.01"])
def test_points_beyond_the_scale_are_refused(points: str):
    with pytest.raises(PointsBeyondScale, match="ngoài thang từ 0 đến 100"):
        ranked(points)


def test_before_2026_points_lead_to_no_level():
    with pytest.raises(RegimeWithoutPoints):
        level_of(Fraction(80), CLEAN, "staff", WORDS)
    with pytest.raises(RegimeWithoutPoints):
        year_of(YEAR, [], WORDS)


@pytest.mark.parametrize(
    ("points", "said"),
    [("0", "0"), ("70", "70"), ("61.25", "61,25"), ("87.5", "87,5"), ("89.999", "89,99"), ("-1", "−1"),
     ("1250", "1.250")],
)  # fmt: skip
def test_numbers_are_cut_after_two_digits(points: str, said: str):
    assert said_points(Fraction(points)) == said
    assert said_share(Fraction(points) / 100) == f"{said} %"


def month(number: int, points: int | None, excused: str = "") -> PeriodScore:
    return PeriodScore(Period.month(2026, number), None if points is None else Fraction(points), excused)


QUARTER = PeriodScore(Period(date(2026, 1, 1), date(2026, 4, 1)), Fraction(60))


def test_twelve_months_make_a_mean():
    year = year_of(YEAR, [month(number, 70 + number) for number in range(1, 13)], LAW)
    assert year.points == Fraction(153, 2)
    assert year.sentence == "Điểm năm: 918 / 12 tháng = 76,5."


def test_a_quarter_weighs_three_months():
    year = year_of(YEAR, [QUARTER, *[month(number, 80) for number in range(4, 13)]], LAW)
    assert year.points == 75


def test_months_away_with_a_reason_do_not_count():
    """335/2025/NĐ-CP, Điều 21: by the time really worked."""
    scores = [month(number, None, "Thai sản") if number < 7 else month(number, 80) for number in range(1, 13)]
    year = year_of(YEAR, scores, LAW)
    assert (year.points, len(year.excused)) == (80, 6)
    assert year.sentence.endswith("; 6 tháng không tính vì có lý do.")


def test_a_missing_month_is_named_and_never_counted_as_nothing():
    year = year_of(YEAR, [QUARTER, *[month(number, 80) for number in range(4, 12)], month(12, None)], LAW)
    assert year.points is None
    assert year.missing == (Period.month(2026, 12),)
    assert "chưa đo được: còn thiếu tháng 12/2026" in year.sentence


def test_a_year_wholly_away_is_not_measured():
    year = year_of(YEAR, [month(number, None, "Nghỉ ốm") for number in range(1, 13)], LAW)
    assert year.points is None
    assert "cả năm không có kỳ nào" in year.sentence


def test_a_month_scored_twice_is_refused():
    with pytest.raises(PeriodsOverlap, match="quý I/2026 và tháng 3/2026"):
        year_of(YEAR, [month(3, 80), QUARTER], LAW)


@pytest.mark.parametrize(
    "period",
    [
        Period.month(2025, 12),
        Period(date(2026, 1, 5), date(2026, 2, 1)),
        Period(date(2026, 1, 1), date(2026, 1, 31)),
    ],
)
def test_a_period_of_another_year_or_of_part_of_a_month_is_refused(period: Period):
    with pytest.raises(PeriodNotOfYear, match="năm 2026"):
        year_of(YEAR, [PeriodScore(period, Fraction(80))], LAW)
