"""From raising to closing: what is kept, what is refused, what comes back (TCVN ISO 9001:2015, 8.7, 10.2)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, transaction
from django.utils import timezone

from chuan.clocks.models import Clock
from chuan.corrections import actions, handing, offered, succession
from chuan.corrections import refusals as no
from chuan.corrections.actions import ActionGiven, CheckGiven
from chuan.corrections.actions.judging import hindrances_of
from chuan.corrections.models import Nonconformity, NonconformityEvent
from chuan.corrections.recurrence import earlier_of
from chuan.offers import handover
from chuan.offers.review_inputs import Asked
from chuan.offers.self_checks import Looked
from chuan.offers.subjects import Subject
from chuan.offers.succession import Passage
from chuan.rules.refusals import NotAllowed, NotFound, NotYours, WrongMove
from chuan.rules.refusals.corrections import (
    ActionStillOpen,
    DueBeforePlanned,
    EffectNotYet,
    EffectUnjudged,
    EffectUnmeasured,
)
from chuan.rules.types import Period
from tests.corrections.made import CAUSE, CHECK, DONE, FOUND, PLANNED, counted, finished, planned, raised

pytestmark = pytest.mark.django_db
GOOD = {9: (147, 150), 10: (142, 146), 11: (139, 142)}


def now():
    return timezone.localtime()  # its date is the day in Viet Nam


def test_numbers_follow_each_other_and_anybody_of_the_unit_raises(ward):
    first, second = raised(ward.viewer(ward.specialist)), raised(ward.viewer(ward.one_stop))
    assert (first.number, second.number) == (1, 2)
    assert first.code == f"NC-01/{now().year}"
    waits = Clock.objects.running().get(subject_uid=first.uid)
    assert (waits.owner_role, waits.kind) == ("iso_secretary", "step")


def test_a_late_month_is_corrected_and_closed(ward, keeper):
    with counted(GOOD):
        case = finished(keeper, ward.one_stop)
        assert case.status == "checking"
        with pytest.raises(EffectUnjudged):
            actions.close(case, "xong", by=keeper, at=now())
        check = actions.judge(case, "Ba tháng đều đạt", by=keeper, at=now())
    assert (check.verdict, case.status) == ("good", "effective")
    assert [row["value"] for row in check.figure_rows] == ["98", "7100/73", "6950/71"]
    assert hindrances_of(case) == []
    actions.close(case, "Đã ổn định", by=ward.viewer(ward.chairman), at=now())
    assert (case.status, case.closed_on) == ("closed", now().date())
    assert not Clock.objects.running().filter(subject_uid=case.uid).exists()
    assert list(offered.cases_agree()) == []
    with pytest.raises(no.CaseOver):
        actions.correct(case, "thêm", FOUND, by=keeper, at=now())


def test_one_missed_month_opens_the_next_round(ward, keeper):
    with counted(GOOD | {10: (138, 146)}):
        case = finished(keeper, ward.one_stop)
        assert actions.judge(case, "Tháng 10 chưa đạt", by=keeper, at=now()).verdict == "bad"
        assert (case.status, case.round) == ("again", 2)
        actions.analyse(case, [CAUSE], on=DONE, by=keeper, at=now())
        given = ActionGiven("Làm việc khác", ward.one_stop, now().date())
        actions.plan(case, [given], CHECK, by=keeper, at=now())
    assert case.status == "acting"
    assert case.checks.count() == 2
    assert list(offered.cases_agree()) == []


def test_what_nobody_could_count_is_never_good(ward, keeper):
    with counted({9: (147, 150), 11: (139, 142)}):
        case = finished(keeper, ward.one_stop)
        with pytest.raises(EffectUnmeasured) as refused:
            actions.judge(case, "chắc là đạt", by=keeper, at=now())
    assert "Tháng 10/2021: chưa đo được" in refused.value.sentence
    with counted({9: (0, 0), 10: (1, 1), 11: (1, 1)}), pytest.raises(EffectUnmeasured):
        actions.judge(case, "không có hồ sơ", by=keeper, at=now())
    assert case.status == "checking"


def test_what_somebody_looked_at_himself_is_judged_by_period(ward, keeper):
    by_hand = CheckGiven(method="Xem 10 phiếu chuyển ở tủ A3", periods=2)
    case = finished(keeper, ward.one_stop, by_hand)
    with pytest.raises(EffectUnmeasured):
        actions.judge(case, "đã xem", seen={0: ("met", "10/10")}, by=keeper, at=now())
    seen = {0: ("met", "10/10 phiếu"), 1: ("met", "9/9 phiếu")}
    assert actions.judge(case, "đã xem", seen=seen, by=keeper, at=now()).verdict == "good"


def test_nothing_is_judged_before_its_periods_are_over(ward, keeper):
    with counted(GOOD):
        case = raised(keeper, found_on=now().date())
        actions.analyse(case, [CAUSE], by=keeper, at=now())
        given = ActionGiven("Làm ngay", ward.one_stop, now().date())
        (one,) = actions.plan(case, [given], CHECK, by=keeper, at=now())
        with pytest.raises(no.ActionsStillOpen):
            actions.judge(case, "xong", by=keeper, at=now())
        with pytest.raises(ActionStillOpen):
            raise hindrances_of(case)[0]
        actions.do_action(one, "đã làm", now().date(), by=ward.viewer(ward.one_stop), at=now())
        case.refresh_from_db()
        with pytest.raises(EffectNotYet):
            actions.judge(case, "xong", by=keeper, at=now())


def test_a_plan_says_how_its_effect_will_be_seen_and_is_not_due_before_it_was_made(ward, keeper):
    case = raised(keeper)
    given = ActionGiven("Làm", ward.one_stop, PLANNED - timedelta(days=1))
    with pytest.raises(DueBeforePlanned):
        actions.plan(case, [given], CHECK, on=PLANNED, by=keeper, at=now())
    late = ActionGiven("Làm", ward.one_stop, DONE)
    with pytest.raises(WrongMove):
        actions.plan(case, [late], CHECK, on=PLANNED, by=keeper, at=now())
    actions.analyse(case, [CAUSE], on=PLANNED, by=keeper, at=now())
    for check in (None, CheckGiven(), CheckGiven(measure_key="no.such")):
        with pytest.raises(no.CheckUnclear):
            actions.plan(case, [late], check, on=PLANNED, by=keeper, at=now())
    with pytest.raises(no.ActionMissing):
        actions.plan(case, [], CHECK, on=PLANNED, by=keeper, at=now())
    with pytest.raises(no.DayBefore):
        actions.plan(case, [late], CHECK, on=FOUND, by=keeper, at=now())


def test_who_does_what(ward, keeper):
    with counted(GOOD):
        case = planned(keeper, ward.one_stop)
    one = case.actions.get()
    with pytest.raises(NotYours):
        actions.do_action(one, "xong", DONE, by=ward.viewer(ward.specialist), at=now())
    with pytest.raises(NotAllowed):
        actions.correct(case, "xin lỗi", FOUND, by=ward.viewer(ward.specialist), at=now())
    with pytest.raises(no.LastAction):
        actions.drop_action(one, "không cần", by=keeper, at=now())
    more = actions.plan(case, [ActionGiven("Thêm", ward.clerk, DONE)], None, on=PLANNED, by=keeper, at=now())
    with pytest.raises(no.CheckSet):
        actions.plan(case, [ActionGiven("Thêm", ward.clerk, DONE)], CHECK, on=PLANNED, by=keeper, at=now())
    actions.drop_action(more[0], "trùng việc", by=keeper, at=now())
    actions.do_action(one, "xong", DONE, by=ward.viewer(ward.one_stop), at=now())
    with pytest.raises(no.ActionOver):
        actions.do_action(one, "xong", DONE, by=keeper, at=now())
    case.refresh_from_db()
    assert case.status == "checking"


def test_minutes_of_the_province_are_answered_within_two_months(keeper):
    with pytest.raises(no.WordsMissing):
        raised(keeper, source="inspection")
    case = raised(keeper, source="inspection", citation="Biên bản 05/BB ngày 02/8/2021")
    assert case.due_on == date(2021, 10, 2)
    law = Clock.objects.running().get(subject_uid=case.uid, kind="law")
    assert (law.lawful_due_on, law.owner_role) == (date(2021, 10, 2), "chairman")
    gaps = list(offered.inspection_unanswered(Looked(case.unit, date(2021, 9, 20), now())))
    assert "02/10/2021" in gaps[0].sentence


def test_the_same_cause_is_said_to_come_back(ward, keeper):
    first = raised(keeper)
    actions.analyse(first, [CAUSE], on=PLANNED, by=keeper, at=now())
    again = raised(keeper, found_on=DONE)
    assert earlier_of(again) == []
    actions.analyse(again, [CAUSE], on=DONE, by=keeper, at=now())
    assert earlier_of(again) == [(first, "cause")]
    gaps = list(offered.come_back(Looked(ward.unit, now().date(), now())))
    assert [first.code in one.sentence for one in gaps] == [True]
    said = offered.told_to_review(Asked(ward.unit, Period.year(2021), date(2021, 12, 31), now(), keeper))
    assert "nêu 2 sự không phù hợp" in said[0].sentence


def test_a_record_of_another_ward_is_not_found(ward, other_ward):
    case = raised(ward.viewer(ward.secretary))
    there = other_ward.viewer(other_ward.secretary)
    with pytest.raises(NotFound):
        raised(there, subject=Subject("nonconformity", case.uid))


def test_lines_are_never_edited(keeper):
    case = raised(keeper)
    with pytest.raises(DatabaseError), transaction.atomic():
        NonconformityEvent.objects.filter(case=case).update(text="khác")
    assert Nonconformity.objects.get().facts == ""


def test_an_open_action_passes_by_name_to_whoever_takes_over(ward, keeper):
    with counted(GOOD):
        case = planned(keeper, ward.one_stop)
    action = case.actions.get()
    holder = handing.Actions()
    asked = handover.Asked(ward.one_stop, (), frozenset(), now().date())
    (held,) = holder.held(asked)
    assert held.subject == Subject("corrective_action", action.uid)
    passing = handover.Passing(
        ward.one_stop, ward.clerk, now().date(), "QĐ 1", ward.viewer(ward.clerk), now()
    )
    holder.pass_on([held.ref], passing)
    assert list(holder.held(asked)) == []
    assert Clock.objects.running().get(subject_uid=action.uid).owner_official == ward.clerk


def test_open_ones_go_to_the_new_ward_and_closed_ones_stay(ward, other_ward, keeper):
    going, staying = raised(keeper), raised(keeper)
    actions.put_aside_case(staying, "Đo nhầm", by=keeper, at=now())
    mover = succession.Cases()
    (matter,) = mover.matters(ward.unit)
    assert (matter.moves, matter.stays) == (1, 1)
    passage = Passage(ward.unit, other_ward.unit, now().date(), now(), keeper, "NQ 1")
    assert mover.move(passage) == {"nonconformities": 1}
    going.refresh_from_db()
    staying.refresh_from_db()
    assert (going.owner_unit, going.unit, staying.owner_unit) == (other_ward.unit, ward.unit, ward.unit)
    assert going.code == f"NC-01/{now().year}"


def test_what_is_kept_is_told_by_clause_and_overdue_actions_by_name(ward, keeper):
    with counted(GOOD):
        case = planned(keeper, ward.one_stop)
    actions.correct(case, "Xin lỗi", FOUND, by=keeper, at=now())
    told = {one.clause: one.count for one in offered.held(ward.unit, Period.year(2021))}
    assert told == {"10.2.1": 1, "10.2.2": 1, "8.7.2": 1}
    looked = Looked(ward.unit, date(2021, 9, 15), now())
    (gap,) = offered.past_due(looked)
    assert "quá hạn từ 30/08/2021" in gap.sentence
    assert list(offered.closed_unproven(looked)) == []
    Nonconformity.objects.filter(pk=case.pk).update(status="closed")
    assert [one.address for one in offered.closed_unproven(looked)] == [f"/khac-phuc/{case.uid}/"]
    assert case.code in next(offered.cases_agree())
