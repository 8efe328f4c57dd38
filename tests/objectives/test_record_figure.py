"""Figures put in by hand: recorded once, with evidence, within the rules of their period and shape."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

import pytest

from chuan.clocks.models import Clock
from chuan.files import actions as files
from chuan.objectives import frozen
from chuan.objectives.actions import Evidence, record_figure
from chuan.objectives.models import FigureDue, Measurement, Plan
from chuan.objectives.refusals import FigureMissing, FigureOutOfRange, GradeNotByHand
from chuan.offers.measures import RowOutcome
from chuan.rules import refusals
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.objectives.made import clerk, given, indicator, now
from tests.people import Ward

MARCH = Period.month(2021, 3)
YEAR = Period.year(2021)
FIRST_QUARTER = Period(date(2021, 1, 1), date(2021, 4, 1))
NINE_MONTHS = Period(date(2021, 1, 1), date(2021, 10, 1))


def test_a_share_keeps_its_counts(ward: Ward, plan: Plan):
    made = record_figure(
        indicator(plan, "3.2"), MARCH, given(num=156, den=161, grade="C"), by=clerk(ward), at=now()
    )
    made.refresh_from_db()
    assert (made.numerator, made.denominator, made.counted) == ("156", "161", True)
    assert made.exact == (Fraction(156), Fraction(161))
    assert (made.version, made.grade, made.stage, made.cumulative) == (1, "C", "official", False)
    assert made.by == ward.clerk


def test_figures_are_kept_exactly_never_as_floats(ward: Ward, plan: Plan):
    made = record_figure(indicator(plan, "1.3"), MARCH, given(value="2433733.3"), by=clerk(ward), at=now())
    made.refresh_from_db()
    assert made.exact == (Fraction("2433733.3"), None)


def test_recording_settles_what_was_expected_and_its_clock(ward: Ward, plan: Plan):
    due = FigureDue.objects.get(plan=plan, indicator=indicator(plan, "3.2"), period_start=MARCH.start)
    made = record_figure(due.indicator, MARCH, given(num=1, den=1), by=clerk(ward), at=now())
    due.refresh_from_db()
    assert due.settled_by == made
    clock = Clock.objects.get(subject_kind="figure_due", subject_uid=due.uid)
    assert clock.state == Clock.State.ENDED
    assert clock.settled_on is not None
    assert clock.first_promise_on == due.due_on, "the first promise is never moved"


def test_other_months_stay_expected(ward: Ward, plan: Plan):
    record_figure(indicator(plan, "3.2"), MARCH, given(num=1, den=1), by=clerk(ward), at=now())
    open_ones = FigureDue.objects.filter(plan=plan, indicator=indicator(plan, "3.2"), settled_by=None)
    assert open_ones.count() == 11


def test_recording_is_one_line_of_the_trail(ward: Ward, plan: Plan):
    made = record_figure(indicator(plan, "3.2"), MARCH, given(num=1, den=2), by=clerk(ward), at=now())
    entry = Entry.objects.get(verb="figure.record")
    assert (entry.subject_kind, entry.subject_uid) == ("measurement", made.uid)
    assert '"numerator":"1"' in entry.detail.body


# Periods


def test_a_month_that_has_not_ended_has_no_figure_yet(ward: Ward, plan: Plan):
    later = Period.month(now().year + 1, 3)
    with pytest.raises(refusals.FigureInFuture, match="mới hết"):
        record_figure(indicator(plan, "3.2"), later, given(num=1, den=1), by=clerk(ward), at=now())
    assert not Measurement.objects.exists()


def test_a_period_of_another_frequency_is_refused(ward: Ward, plan: Plan):
    second_quarter = Period(date(2021, 4, 1), date(2021, 7, 1))
    with pytest.raises(refusals.PeriodNotOfIndicator, match="hằng tháng"):
        record_figure(indicator(plan, "3.2"), second_quarter, given(num=1, den=1), by=clerk(ward), at=now())


def test_a_period_that_begins_inside_a_month_is_refused(ward: Ward, plan: Plan):
    odd = Period(date(2021, 3, 5), date(2021, 4, 1))
    with pytest.raises(refusals.PeriodNotOfIndicator):
        record_figure(indicator(plan, "3.2"), odd, given(num=1, den=1), by=clerk(ward), at=now())


def test_a_figure_to_date_is_kept_as_cumulative_since_january(ward: Ward, plan: Plan):
    made = record_figure(
        indicator(plan, "3.2"), NINE_MONTHS, given(num=1240, den=1284), by=clerk(ward), at=now(), to_date=True
    )
    assert (made.cumulative, made.period) == (True, NINE_MONTHS)


def test_a_cumulative_indicator_turns_its_quarter_into_the_days_since_january(ward: Ward, plan: Plan):
    third_quarter = Period(date(2021, 7, 1), date(2021, 10, 1))
    made = record_figure(indicator(plan, "1.1"), third_quarter, given(value="11.2"), by=clerk(ward), at=now())
    assert (made.period, made.cumulative) == (NINE_MONTHS, True)
    due = FigureDue.objects.get(plan=plan, indicator=made.indicator, period_start=third_quarter.start)
    assert due.settled_by == made


def test_a_yearly_state_may_be_told_during_the_year_and_stays_a_state(ward: Ward, plan: Plan):
    made = record_figure(
        indicator(plan, "1.9"), NINE_MONTHS, given(num=17, den=1808), by=clerk(ward), at=now(), to_date=True
    )
    assert (made.cumulative, made.period) == (False, NINE_MONTHS)
    assert FigureDue.objects.get(plan=plan, indicator=made.indicator).settled_by is None


def test_a_state_to_date_at_the_end_of_its_own_quarter_is_that_quarters_figure(ward: Ward, plan: Plan):
    made = record_figure(
        indicator(plan, "5.1"), NINE_MONTHS, given(num=24, den=24), by=clerk(ward), at=now(), to_date=True
    )
    assert made.period == Period(date(2021, 7, 1), date(2021, 10, 1))


def test_an_earlier_year_may_be_put_in_for_comparison(ward: Ward, plan: Plan):
    made = record_figure(
        indicator(plan, "1.2"), Period.year(2020), given(value="61.5"), by=clerk(ward), at=now()
    )
    assert made.period == Period.year(2020)


# What stands is never overwritten


def test_a_second_figure_of_the_same_period_is_refused_with_the_way_to_correct_it(ward: Ward, plan: Plan):
    record_figure(indicator(plan, "3.2"), MARCH, given(num=156, den=161), by=clerk(ward), at=now())
    with pytest.raises(refusals.FigureStands, match=r"156/161.*Sửa số liệu"):
        record_figure(indicator(plan, "3.2"), MARCH, given(num=157, den=161), by=clerk(ward), at=now())
    assert Measurement.objects.count() == 1


# Shapes


def test_a_part_larger_than_its_whole_is_refused(ward: Ward, plan: Plan):
    with pytest.raises(refusals.NumeratorOverDenominator, match="161"):
        record_figure(indicator(plan, "3.2"), MARCH, given(num=161, den=156), by=clerk(ward), at=now())


def test_a_share_that_adds_up_over_months_needs_its_whole(ward: Ward, plan: Plan):
    with pytest.raises(refusals.DenominatorMissing):
        record_figure(indicator(plan, "3.2"), MARCH, given(value="96.5"), by=clerk(ward), at=now())


def test_a_share_told_only_in_per_cent_is_taken_where_nothing_is_added_up_and_says_so(ward: Ward, plan: Plan):
    made = record_figure(indicator(plan, "1.10"), MARCH, given(value="93.6"), by=clerk(ward), at=now())
    assert (made.numerator, made.denominator, made.counted) == ("468/5", "100", False)


def test_a_month_without_cases_is_nothing_of_nothing_not_a_hundred_per_cent(ward: Ward, plan: Plan):
    """design.md: no denominator is "chưa có số liệu", never 0 % or 100 %."""
    made = record_figure(indicator(plan, "4.1"), MARCH, given(num=0, den=0), by=clerk(ward), at=now())
    assert made.value == ""


def test_more_than_a_hundred_per_cent_is_refused(ward: Ward, plan: Plan):
    with pytest.raises(FigureOutOfRange, match="100 %"):
        record_figure(indicator(plan, "1.10"), MARCH, given(value="193.6"), by=clerk(ward), at=now())


@pytest.mark.parametrize("value", ["-1", "1.5"])
def test_a_count_is_whole_and_not_negative(ward: Ward, plan: Plan, value: str):
    with pytest.raises(FigureOutOfRange, match="số nguyên"):
        record_figure(indicator(plan, "1.7"), FIRST_QUARTER, given(value=value), by=clerk(ward), at=now())


def test_no_case_at_all_is_a_count_of_nought(ward: Ward, plan: Plan):
    made = record_figure(indicator(plan, "1.7"), FIRST_QUARTER, given(value="0"), by=clerk(ward), at=now())
    assert made.exact == (Fraction(0), None)


def test_a_recognition_is_there_or_not(ward: Ward, plan: Plan):
    made = record_figure(indicator(plan, "1.20"), YEAR, given(yes=True), by=clerk(ward), at=now())
    assert made.exact == (Fraction(1), None)


def test_a_k_of_n_keeps_the_names_behind_it(ward: Ward, plan: Plan):
    """spine.md: a k-of-n typed by hand has rows too, the names of the residential groups."""
    names = tuple((f"Tổ dân phố {number}", number != 4) for number in range(1, 11))
    made = record_figure(indicator(plan, "1.15"), YEAR, given(rows=names), by=clerk(ward), at=now())
    assert made.exact == (Fraction(9), Fraction(10))
    missed, of_all = frozen.page(made, outcome=RowOutcome.MISS)
    assert [row.facts for row in missed] == [("Tổ dân phố 4",)]
    assert of_all == 1


def test_the_same_name_twice_is_refused(ward: Ward, plan: Plan):
    with pytest.raises(FigureOutOfRange, match="mỗi tên ghi một lần"):
        record_figure(
            indicator(plan, "1.15"),
            YEAR,
            given(rows=(("TDP 1", True), ("TDP  1", True))),
            by=clerk(ward),
            at=now(),
        )


def test_k_of_none_is_refused(ward: Ward, plan: Plan):
    with pytest.raises(FigureOutOfRange):
        record_figure(indicator(plan, "1.15"), YEAR, given(num=0, den=0), by=clerk(ward), at=now())


@pytest.mark.parametrize("label", ["1.3", "1.15", "1.20", "3.2"])
def test_an_empty_figure_is_refused_and_nothing_is_taken_for_nought(ward: Ward, plan: Plan, label: str):
    period = YEAR if label in ("1.15", "1.20") else MARCH
    with pytest.raises(FigureMissing, match="đừng ghi 0"):
        record_figure(indicator(plan, label), period, given(), by=clerk(ward), at=now())


def test_a_number_of_absurd_length_is_refused(ward: Ward, plan: Plan):
    with pytest.raises(FigureOutOfRange, match="quá nhiều chữ số"):
        record_figure(indicator(plan, "1.3"), MARCH, given(value="1" * 80), by=clerk(ward), at=now())


# Grades and evidence


@pytest.mark.parametrize("grade", ["A", "B", "", "E"])
def test_a_person_gives_only_the_grades_c_and_d(ward: Ward, plan: Plan, grade: str):
    with pytest.raises(GradeNotByHand):
        record_figure(
            indicator(plan, "3.2"), MARCH, given(num=1, den=1, grade=grade), by=clerk(ward), at=now()
        )


@pytest.mark.parametrize("evidence", [Evidence(), Evidence(note="   "), Evidence(name="bang-ke.pdf")])
def test_a_figure_without_paper_behind_it_is_refused(ward: Ward, plan: Plan, evidence: Evidence):
    with pytest.raises(refusals.EvidenceMissing):
        record_figure(
            indicator(plan, "3.2"), MARCH, given(num=1, den=1, evidence=evidence), by=clerk(ward), at=now()
        )


def test_a_file_is_evidence_and_is_kept_byte_for_byte(ward: Ward, plan: Plan):
    blob = files.keep(b"%PDF-1.7 bang ke", media_type="application/pdf")
    evidence = Evidence(blob=blob, name="bang-ke.pdf")
    made = record_figure(
        indicator(plan, "1.3"), MARCH, given(value="735.5", evidence=evidence), by=clerk(ward), at=now()
    )
    assert made.evidence_blob is not None
    assert files.read(made.evidence_blob) == b"%PDF-1.7 bang ke"


# Who


def test_an_official_who_does_not_answer_for_it_is_told_who_does(ward: Ward, plan: Plan):
    from chuan.objectives.actions import assign
    from chuan.people.models import Post

    target = indicator(plan, "3.2").targets.get()
    post = Post.objects.get(unit=ward.unit, title="Tư pháp – hộ tịch")
    assign(target.objective, post=post, by=clerk(ward), at=now())
    with pytest.raises(refusals.NotYours, match="Tư pháp – hộ tịch"):
        record_figure(
            indicator(plan, "3.2"), MARCH, given(num=1, den=1), by=ward.viewer(ward.specialist), at=now()
        )


def test_the_holder_of_the_post_that_answers_puts_the_figure_in(ward: Ward, plan: Plan):
    from chuan.objectives.actions import assign
    from chuan.people.models import Post

    target = indicator(plan, "3.2").targets.get()
    post = Post.objects.get(unit=ward.unit, title="Tư pháp – hộ tịch")
    assign(target.objective, post=post, by=clerk(ward), at=now())
    made = record_figure(
        indicator(plan, "3.2"), MARCH, given(num=1, den=1), by=ward.viewer(ward.one_stop), at=now()
    )
    assert made.by == ward.one_stop


def test_without_an_owner_only_those_who_keep_figures_may(ward: Ward, plan: Plan):
    with pytest.raises(refusals.NotAllowed, match="Công chức văn phòng"):
        record_figure(
            indicator(plan, "3.2"), MARCH, given(num=1, den=1), by=ward.viewer(ward.auditor), at=now()
        )


def test_for_another_ward_the_indicator_does_not_exist(ward: Ward, other_ward: Ward, plan: Plan):
    with pytest.raises(refusals.NotFound):
        record_figure(indicator(plan, "3.2"), MARCH, given(num=1, den=1), by=clerk(other_ward), at=now())


def test_a_refused_figure_leaves_no_trace(ward: Ward, plan: Plan):
    before = Entry.objects.count()
    with pytest.raises(refusals.NumeratorOverDenominator):
        record_figure(indicator(plan, "3.2"), MARCH, given(num=2, den=1), by=clerk(ward), at=now())
    assert Entry.objects.count() == before
    assert not FigureDue.objects.filter(plan=plan, settled_by__isnull=False).exists()
