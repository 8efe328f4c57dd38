"""The main job: a Decision comes in as a file, is read, answered, confirmed, measured and judged."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.clocks.models import Clock
from chuan.documents.actions import answer, confirm, receive, reopen
from chuan.documents.models import Reading
from chuan.objectives.actions import record_figure
from chuan.objectives.models import Objective, Plan, Target
from chuan.objectives.reports import year_picture
from chuan.rules import refusals
from chuan.rules.targets.types import Outcome, Reason
from chuan.rules.types import Period
from chuan.trail.models import Entry
from tests.objectives.made import REFERENCE, clerk, given, indicator, now
from tests.people import Ward

OCTOBER = date(2021, 10, 5)


@pytest.fixture
def reading(ward: Ward) -> Reading:
    """The reference Decision as uploaded by the office clerk, not yet confirmed."""
    return receive(REFERENCE.read_bytes(), "quyet-dinh.md", by=clerk(ward), at=now())


def answer_all(reading: Reading, ward: Ward, *, count: str = "values") -> None:
    for question in reading.questions.all():
        if question.code == "count_mismatch":
            answer(question, count, by=clerk(ward), at=now())
        elif question.code == "decrease_without_figure":
            answer(question, "given", {"base": "năm 2020", "basevalue": "12,1"}, by=clerk(ward), at=now())
        else:
            answer(question, "later", by=clerk(ward), at=now())
    reading.refresh_from_db()


def confirmed(reading: Reading, ward: Ward, *, count: str = "values") -> Plan:
    answer_all(reading, ward, count=count)
    confirm(reading, by=ward.viewer(ward.chairman, date(2021, 2, 22)), at=now())
    return Plan.objects.get(reading=reading)


def test_an_unanswered_reading_makes_no_plan(ward: Ward, reading: Reading):
    with pytest.raises(refusals.ReadingNotComplete):
        confirm(reading, by=ward.viewer(ward.chairman), at=now())
    assert not Plan.objects.exists()


def test_confirming_makes_the_plan_with_all_it_promises(ward: Ward, reading: Reading):
    plan = confirmed(reading, ward)
    objectives = Objective.objects.filter(plan=plan)
    assert (objectives.filter(parent=None).count(), objectives.exclude(parent=None).count()) == (7, 20)
    assert Target.objects.filter(objective__plan=plan, indicator__isnull=False).count() == 32


def test_reading_and_plan_are_one_act_after_another_in_one_chain(ward: Ward, reading: Reading):
    confirmed(reading, ward)
    verbs = list(Entry.objects.order_by("seq").values_list("verb", flat=True))
    assert verbs[-2:] == ["plan.make", "reading.confirm"]


def test_the_mark_that_a_person_named_becomes_the_baseline(ward: Ward, reading: Reading):
    plan = confirmed(reading, ward)
    target = Target.objects.get(objective__plan=plan, label="1.13")
    assert (target.baseline_label, target.baseline_value) == ("năm 2020", "121/10")


def test_with_its_mark_the_decrease_is_judged_in_points(ward: Ward, reading: Reading):
    plan = confirmed(reading, ward)
    record_figure(
        indicator(plan, "1.13"),
        Period(date(2021, 7, 1), date(2021, 10, 1)),
        given(num=114, den=1000),
        by=clerk(ward),
        at=now(),
    )
    line = next(one for one in year_picture(plan, on=OCTOBER).lines if one.label == "1.13")
    assert line.verdict.outcome is Outcome.ON_TRACK
    assert line.value is not None
    assert line.value * 10 == 7, "12,1 % in 2020, 11,4 % now: 0,7 points less"


def test_left_for_later_the_roll_up_says_that_a_question_is_open(ward: Ward, reading: Reading):
    """The issue, §4."""
    plan = confirmed(reading, ward, count="later")
    promise = year_picture(plan, on=OCTOBER).promises[0]
    assert (promise.verdict.outcome, promise.verdict.reason) == (Outcome.UNMEASURED, Reason.OPEN_QUESTION)
    assert "còn câu hỏi" in promise.reason_words


def test_figures_put_in_change_the_verdicts(ward: Ward, reading: Reading):
    plan = confirmed(reading, ward)
    before = year_picture(plan, on=OCTOBER).tally
    record_figure(
        indicator(plan, "3.2"), Period.month(2021, 1), given(num=148, den=148), by=clerk(ward), at=now()
    )
    record_figure(
        indicator(plan, "3.1"), Period.month(2021, 1), given(num=147, den=148), by=clerk(ward), at=now()
    )
    after = year_picture(plan, on=OCTOBER).tally
    assert before == {Outcome.UNMEASURED: 32}
    assert after == {Outcome.UNMEASURED: 30, Outcome.ON_TRACK: 1, Outcome.NOT_MET: 1}


def test_a_refused_plan_leaves_the_reading_unconfirmed(ward: Ward, reading: Reading):
    """offers.confirmed: a reading is never confirmed without its plan."""
    from tests.objectives.made import decision, plan_of

    plan_of(ward, decision("100% hồ sơ đúng hạn.", number="120", on=date(2021, 7, 1)))
    answer_all(reading, ward)
    with pytest.raises(refusals.PlanStanding):
        confirm(reading, by=ward.viewer(ward.chairman), at=now())
    reading.refresh_from_db()
    assert reading.status == Reading.Status.PROPOSED


def test_re_confirming_keeps_figures_and_settles_what_is_already_measured(ward: Ward, reading: Reading):
    plan = confirmed(reading, ward)
    figure = record_figure(
        indicator(plan, "3.2"), Period.month(2021, 1), given(num=144, den=148), by=clerk(ward), at=now()
    )
    again = reopen(reading, "câu hỏi 21 hay 22 trả lời lại", by=clerk(ward), at=now())
    confirm(again, by=ward.viewer(ward.chairman), at=now())
    newer = Plan.objects.standing().get()
    assert newer.replaces == plan
    settled = newer.figures_due.get(settled_by__isnull=False)
    assert settled.settled_by == figure
    assert not Clock.objects.filter(subject_uid=settled.uid).exists(), "nothing is asked for twice"
    line = next(one for one in year_picture(newer, on=OCTOBER).lines if one.label == "3.2")
    assert line.result is not None
    assert line.result.numerator == 144
