"""Points under 335/2025/NĐ-CP: products with their deductions, a leader's parts, grounds, the mean of a year."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest
from django.utils import timezone

from chuan.rules.ranking import Discipline, Grounds, Leading, Level, Product
from chuan.rules.refusals.ranking import NoProducts, PointsBeyondScale, ProductCountsWrong
from chuan.rules.types import Period
from chuan.workforce import refusals_ranking as own
from chuan.workforce.actions import ranking, ranking_rounds
from chuan.workforce.actions.absences import write_absence
from chuan.workforce.models import AssessmentEvent, AssessmentWords
from chuan.workforce.ranking.checking import assessments_agree
from chuan.workforce.ranking.filled import Points, YearPoints
from chuan.workforce.ranking.years import year_told
from tests.workforce.made import personnel_clerk
from tests.workforce.ranking import made

WHOLE = [Product("Báo cáo", Fraction(4), Fraction(4))]
PARTS = Leading(Fraction(1, 2), Fraction(1), Fraction(1))
LATE = [Product("Báo cáo", Fraction(4), Fraction(4), late=2)]


@pytest.fixture
def keeper(ward):
    return ward.viewer(personnel_clerk(ward))


def now():
    return timezone.now()


def handed_in(ward, official, round_, filled):
    one = made.row(round_, official)
    ranking.self_assess(one, filled, by=ward.viewer(official), at=now())
    return one


def test_each_delay_takes_a_quarter_of_a_product_and_the_form_is_kept_beside_the_line(ward, keeper):
    one = handed_in(ward, ward.clerk, made.month(keeper), made.points(Level.EXCELLENT, LATE))
    assert one.exact_points == 30 + 70 * (1 + 1 + Fraction(7, 8)) / 3
    line = AssessmentEvent.objects.get()
    assert "Báo cáo" not in line.data
    assert "Báo cáo" in AssessmentWords.objects.get(event=line).form
    AssessmentWords.objects.update(text="", form="", purged_at=now())
    assert list(assessments_agree()) == []
    one.points = "1"
    one.save()
    assert "Trần Thị Văn Phòng" not in "".join(assessments_agree())
    assert len(list(assessments_agree())) == 1


def test_what_cannot_be_is_told_and_nothing_is_half_kept(ward, keeper):
    round_ = made.month(keeper)
    one, me = made.row(round_, ward.clerk), ward.viewer(ward.clerk)
    unknown = Grounds(degradation=False)
    for wrong, filled in (
        (PointsBeyondScale, made.points(Level.GOOD, WHOLE, 31)),
        (ProductCountsWrong, made.points(Level.GOOD, [Product("x", Fraction(0), Fraction(1))])),
        (NoProducts, Points(Level.GOOD, Fraction(30), [], made.NOTHING)),
        (own.AnotherRegime, Points(Level.EXCELLENT, Fraction(30), WHOLE, made.NOTHING, PARTS)),
        (own.GroundsMissing, Points(Level.EXCELLENT, Fraction(30), WHOLE, unknown)),
        (own.WhyMissing, made.points(Level.GOOD, WHOLE)),
        (own.AnotherRegime, made.ticks(Level.GOOD)),
        (own.AnotherRegime, YearPoints(Level.GOOD, Fraction(80), made.NOTHING)),
    ):
        with pytest.raises(wrong):
            ranking.self_assess(one, filled, by=me, at=now())
    assert not AssessmentEvent.objects.exists()


def test_a_discipline_makes_a_failed_month_whatever_the_points_and_another_level_wants_a_word(ward, keeper):
    round_ = made.month(keeper)
    one = handed_in(ward, ward.clerk, round_, made.points(Level.EXCELLENT, WHOLE))
    head = ward.viewer(ward.chairman)
    punished = Grounds(False, Discipline.REPRIMAND, None)
    says = ranking.HeadSays(Level.EXCELLENT, "", Fraction(100), punished)
    with pytest.raises(own.WhyMissing) as told:
        ranking.head_assess(one, says, by=head, at=now())
    assert "khiển trách" in told.value.sentence
    beyond = ranking.HeadSays(Level.EXCELLENT, "", Fraction(101), made.NOTHING)
    with pytest.raises(PointsBeyondScale):
        ranking.head_assess(one, beyond, by=head, at=now())
    says = ranking.HeadSays(Level.FAILED, "có quyết định kỷ luật", Fraction(100), punished)
    ranking.head_assess(one, says, by=head, at=now())
    assert (one.proposed_level, one.points) == ("failed", "100")


def test_a_head_has_six_parts(ward, keeper):
    vice = made.vice_chairman(ward)
    round_ = made.month(keeper)
    with pytest.raises(own.AnotherRegime):
        handed_in(ward, vice, round_, made.points(Level.EXCELLENT, WHOLE))
    filled = Points(Level.EXCELLENT, Fraction(30), WHOLE, made.NOTHING, PARTS)
    one = handed_in(ward, vice, round_, filled)
    assert one.group == "leader"
    assert one.exact_points == 30 + 70 * Fraction(11, 12)


def test_a_year_is_the_mean_of_its_decided_months_and_a_missing_month_is_missing(ward, keeper):
    paper = ranking.Paper("5/QĐ-UBND", date(2026, 2, 5))
    for number, points in ((1, Fraction(90)), (2, Fraction(80))):
        one = made.row(made.month(keeper, number), ward.clerk)
        ranking.bring_in(one, Level.GOOD, paper, "Sở", by=keeper, at=now(), points=points)
    opening = ranking_rounds.Opening("year", Period.year(2026), "KH 30", date(2026, 11, 1))
    year = made.row(ranking_rounds.open_round(opening, by=keeper, at=now()), ward.clerk)
    assert year_told(year).points is None
    assert "còn thiếu tháng 3" in year_told(year).sentence
    for first, last in ((date(2026, 3, 1), date(2026, 12, 31)),):
        write_absence(ward.clerk, kind="study", first=first, last=last, citation="QĐ", by=keeper, at=now())
    told = year_told(year)
    assert (told.points, len(told.excused)) == (85, 10)
    filled = YearPoints(Level.GOOD, Fraction(85), made.NOTHING)
    ranking.self_assess(year, filled, by=ward.viewer(ward.clerk), at=now())
    assert year.points == "85"
