"""The page of one promise: chart, versions, years, questions; and the passport of a figure."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from chuan.documents.models import Question
from chuan.objectives.actions import correct_figure, record_figure
from chuan.objectives.models import Measurement, Plan, Target
from chuan.objectives.reports import passport, target_picture
from chuan.people.models import Succession
from chuan.rules.targets.types import Outcome
from chuan.rules.types import Period
from tests.objectives.made import clerk, decision, given, indicator, now, plan_of
from tests.people import Ward, make_ward

OCTOBER = date(2021, 10, 5)


def target(plan: Plan, label: str) -> Target:
    return Target.objects.get(objective__plan=plan, label=label)


@pytest.fixture
def three_months(ward: Ward, plan: Plan) -> list[Measurement]:
    """January to March of objective 3.2."""
    return [
        record_figure(
            indicator(plan, "3.2"),
            Period.month(2021, month),
            given(num=num, den=den),
            by=clerk(ward),
            at=now(),
        )
        for month, (num, den) in enumerate([(144, 148), (90, 96), (156, 161)], start=1)
    ]


def test_every_month_of_the_year_has_its_place(plan: Plan, three_months: list[Measurement]):
    months = target_picture(target(plan, "3.2"), on=OCTOBER).months
    assert len(months) == 12
    assert [one.measurement is not None for one in months] == [True] * 3 + [False] * 9
    gap = (months[3].value, months[3].cumulative_value)
    assert gap == (None, None), "a month without figure is a gap, not a nought"


def test_each_month_has_its_own_rate_and_the_rate_since_january(plan: Plan, three_months: list[Measurement]):
    months = target_picture(target(plan, "3.2"), on=OCTOBER).months
    assert [months[1].value, months[1].cumulative_value] == [
        pytest.approx(93.75),
        pytest.approx((144 + 90) * 100 / (148 + 96)),
    ]
    assert months[2].due_on == date(2021, 4, 5)


def test_all_versions_are_shown_and_the_standing_one_counts(
    ward: Ward, plan: Plan, three_months: list[Measurement]
):
    correct_figure(three_months[2], given(num=150, den=161), reason="đếm nhầm", by=clerk(ward), at=now())
    picture = target_picture(target(plan, "3.2"), on=OCTOBER)
    assert [one.version for one in picture.measurements] == [1, 1, 1, 2]
    assert picture.line.result is not None
    assert picture.line.result.numerator == 144 + 90 + 150


def test_the_same_indicator_is_followed_over_the_years(ward: Ward, plan: Plan):
    before = plan_of(
        ward, decision("95% hồ sơ một cửa được giải quyết đúng thời hạn.", year=2020, on=date(2020, 2, 3))
    )
    for month in range(1, 13):
        record_figure(
            indicator(before, "1.1"),
            Period.month(2020, month),
            given(num=95, den=100),
            by=clerk(ward),
            at=now(),
        )
    years = target_picture(target(plan, "3.2"), on=OCTOBER).years
    assert [(one.year, one.target_words, one.verdict.outcome) for one in years] == [
        (2021, "trên 95\N{NO-BREAK SPACE}%", Outcome.UNMEASURED),
        (2020, "ít nhất 95\N{NO-BREAK SPACE}%", Outcome.MET),
    ]


def test_the_older_verdict_of_a_replaced_plan_stays_visible(ward: Ward):
    old = plan_of(ward, decision("Trên 95% hồ sơ được giải quyết đúng hạn.", number="31"))
    plan = plan_of(
        ward,
        decision("Trên 97% hồ sơ được giải quyết đúng hạn.", number="9", on=date(2021, 7, 1),
                 supersedes="31/QĐ-UBND ngày 19/02/2021"),
    )  # fmt: skip
    record_figure(
        indicator(plan, "1.1"), Period.month(2021, 3), given(num=96, den=100), by=clerk(ward), at=now()
    )
    years = target_picture(target(plan, "1.1"), on=OCTOBER).years
    assert [(one.plan, one.verdict.outcome) for one in years] == [
        (plan, Outcome.AT_RISK),
        (old, Outcome.ON_TRACK),
    ]


def test_the_years_of_the_ward_it_came_from_are_read_too(ward: Ward, plan: Plan):
    merged = make_ward("Bắc Hồng Lĩnh", "18999", prefix="m_")
    Succession.objects.create(
        predecessor=ward.unit, successor=merged.unit, on=date(2025, 7, 1), citation="1665/NQ-UBTVQH15"
    )
    after = plan_of(
        merged, decision("Trên 98% hồ sơ được giải quyết đúng hạn.", year=2026, on=date(2026, 1, 5))
    )
    years = target_picture(target(after, "1.1"), on=date(2026, 3, 1)).years
    assert [one.year for one in years] == [2026, 2021]


def test_the_questions_of_the_line_stand_beside_it(plan: Plan):
    picture = target_picture(target(plan, "1.13"), on=OCTOBER)
    assert [one.code for one in picture.questions] == ["decrease_without_figure"]
    assert isinstance(picture.questions[0], Question)


def test_the_promise_that_counts_the_others_has_a_page_without_figures(plan: Plan):
    picture = target_picture(target(plan, "1"), on=OCTOBER)
    assert (picture.months, picture.measurements) == ((), ())
    assert picture.line.target_words.startswith("21/21")
    assert [one.code for one in picture.questions] == ["count_mismatch"]


def test_the_page_says_the_same_as_the_year(ward: Ward, plan: Plan, three_months: list[Measurement]):
    from chuan.objectives.reports import year_picture

    of_year = next(one for one in year_picture(plan, on=OCTOBER).lines if one.label == "3.2")
    of_page = target_picture(target(plan, "3.2"), on=OCTOBER).line
    assert of_page == of_year


def test_the_number_of_statements_does_not_grow_with_figures(ward: Ward, plan: Plan):
    with CaptureQueriesContext(connection) as empty:
        target_picture(target(plan, "3.2"), on=OCTOBER)
    for month in range(1, 10):
        record_figure(
            indicator(plan, "3.2"), Period.month(2021, month), given(num=1, den=1), by=clerk(ward), at=now()
        )
    with CaptureQueriesContext(connection) as full:
        target_picture(target(plan, "3.2"), on=OCTOBER)
    assert len(full) <= len(empty) + 2 <= 16, "late notices are only asked for where there are figures"


# The passport


def test_a_passport_quotes_the_decision_word_for_word(plan: Plan, three_months: list[Measurement]):
    shown = passport(three_months[2])
    assert shown.quotation.startswith("trên 95% hồ sơ, thủ tục hành chính theo cơ chế một cửa")
    assert shown.quotation in plan.reading.text
    assert shown.span is not None
    assert plan.reading.text[shown.span.start : shown.span.end] == "trên 95%"
    assert shown.document == plan.decision


def test_a_passport_says_who_when_and_how_sure(ward: Ward, three_months: list[Measurement]):
    shown = passport(three_months[2])
    assert shown.who == ward.clerk.name
    assert shown.grade_words == "D báo cáo có văn bản"
    assert shown.evidence == "Báo cáo số 12/BC-UBND ngày 05/10/2021"
    assert (shown.period_words, shown.stage_words) == ("tháng 3 năm 2021", "chính thức")
    assert shown.figure_words == "96,89\N{NO-BREAK SPACE}% (156/161)"
    assert (shown.measure, shown.digest) == ("", "")


def test_a_passport_of_a_figure_to_date_names_the_months_since_january(ward: Ward, plan: Plan):
    made = record_figure(
        indicator(plan, "3.2"), Period(date(2021, 1, 1), date(2021, 10, 1)), given(num=1240, den=1284),
        by=clerk(ward), at=now(), to_date=True,
    )  # fmt: skip
    assert passport(made).period_words == "9 tháng năm 2021"


def test_a_figure_of_a_year_without_plan_has_a_passport_without_quotation(ward: Ward, plan: Plan):
    made = record_figure(
        indicator(plan, "1.2"), Period.year(2019), given(value="55"), by=clerk(ward), at=now()
    )
    assert (passport(made).quotation, passport(made).document) == ("", None)


def test_a_passport_asks_a_constant_number_of_times(three_months: list[Measurement]):
    with CaptureQueriesContext(connection) as asked:
        passport(three_months[2])
    assert len(asked) <= 4
