"""Each kind has its own clocks, by the law of the day each starts on; calendar and working days never mix (T-28)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from chuan.rules.deadlines import SUSPENDED, ClockUnit, Ending, State
from chuan.rules.law import Value
from chuan.rules.petitions import CLOCKS, Channel, Complexity, Facts, Kind, clock_rule, clocks_of
from chuan.rules.petitions.clocks import longest_prolongation
from chuan.rules.types import Citation, Sure
from tests.rules.petitions.letters import (
    COMPLAINT,
    COMPLEX,
    DENUNCIATION,
    FEEDBACK,
    NEW,
    OLD,
    at,
    clock,
    clocks,
    did,
    due,
    law,
)  # fmt: skip


def test_a_complaint_of_2021_is_accepted_within_ten_calendar_days():
    """02/2011/QH13, Điều 27."""
    found = clock(COMPLAINT, "complaint.accept", did("received", "2021-03-01"))
    assert found.reading.lawful_due_on == date(2021, 3, 11)
    assert found.reading.rule.unit is ClockUnit.CALENDAR_DAY
    assert found.reading.rule.source == Citation("02/2011/QH13", article="Điều 27")


def test_a_complaint_since_july_2026_is_accepted_within_seven_working_days():
    """124/2020/NĐ-CP, Điều 16.1 as amended by 155/2026/NĐ-CP, Điều 10: Saturday and Sunday are not counted."""
    found = clock(COMPLAINT, "complaint.accept", did("received", "2026-07-02"))
    assert found.reading.lawful_due_on == date(2026, 7, 13)
    assert (found.reading.rule.unit, found.reading.rule.sure) == (ClockUnit.WORKING_DAY, Sure.READ)


def test_a_complaint_received_before_the_change_and_accepted_after_it_meets_both_laws():
    """Law.md, trap T-01: the version in force when each clock starts."""
    steps = did("received", "2026-06-29"), did("accepted", "2026-07-06")
    accept, resolve = clocks(COMPLAINT, *steps)
    assert accept.reading.rule.source.number == "02/2011/QH13"
    assert accept.outcome
    assert accept.outcome.ending is Ending.EARLY
    assert resolve.reading.rule.source.number == "02/2011/QH13, sửa đổi bởi 136/2025/QH15"
    assert resolve.reading.lawful_due_on == date(2026, 8, 5)


@pytest.mark.parametrize(
    ("remote", "complexity", "most"),
    [(False, "plain", 30), (False, "complex", 45), (True, "plain", 45), (True, "complex", 60)],
)
def test_the_periods_of_a_complaint_are_totals(remote: bool, complexity: str, most: int):
    """02/2011/QH13, Điều 28: 45 is not 30 and 45 more (T-28)."""
    facts = replace(COMPLAINT, remote=remote, complexity=Complexity(complexity))
    [resolve] = [one for one in clocks_of(facts) if one.prolongable]
    rule = clock_rule(resolve, facts, law(OLD))
    assert rule
    assert rule.total + rule.grants * longest_prolongation(resolve, facts, law(OLD)) == most


def test_the_last_day_on_a_sunday_moves_to_monday():
    """91/2015/QH13, Điều 148.5: 45 days from 11/03/2021 end on Sunday 25/04."""
    steps = did("received", "2021-03-01"), did("accepted", "2021-03-11"), did("prolonged", "2021-04-05", 15)
    found = clock(COMPLEX, "complaint.resolve", *steps)
    assert found.reading.lawful_due_on == date(2021, 4, 26)
    assert (found.reading.rule.total, found.reading.total) == (30, 45)
    assert found.reading.lines[-1].source.article == "Điều 148 khoản 5"


def test_a_prolongation_signed_after_expiry_moves_nothing_and_is_remarked():
    """Law.md, T-28."""
    steps = did("received", "2021-03-01"), did("accepted", "2021-03-11"), did("prolonged", "2021-04-13", 15)
    found = clock(COMPLEX, "complaint.resolve", *steps)
    assert found.reading.lawful_due_on == date(2021, 4, 12)
    assert found.reading.total == 30
    assert [one.code for one in found.remarks] == ["prolonged_late"]


def test_a_prolongation_of_a_plain_case_moves_nothing():
    """124/2020/NĐ-CP, Điều 3a: complex only by a written determination."""
    steps = did("received", "2021-03-01"), did("accepted", "2021-03-11"), did("prolonged", "2021-04-05", 15)
    assert due(COMPLAINT, "complaint.resolve", *steps) == date(2021, 4, 12)


def test_more_days_than_the_law_gives_are_not_counted():
    steps = did("received", "2021-03-01"), did("accepted", "2021-03-11"), did("prolonged", "2021-04-05", 40)
    found = clock(COMPLEX, "complaint.resolve", *steps)
    assert found.reading.lawful_due_on == date(2021, 4, 26)
    assert [one.text for one in found.remarks if one.code == "prolonged_too_long"] == [
        "Có lần gia hạn quá 15 ngày: chỉ 15 ngày được tính vào hạn."
    ]


@pytest.mark.parametrize(("complexity", "last"), [("plain", 30), ("complex", 60), ("especially", 90)])
def test_a_denunciation_lasts_thirty_days_and_thirty_once_or_twice(complexity: str, last: int):
    """25/2018/QH14, Điều 30; 31/2019/NĐ-CP, Điều 3: ninety at the most."""
    facts = replace(DENUNCIATION, complexity=Complexity(complexity))
    steps = [did("received", "2021-01-04"), did("accepted", "2021-01-11")]
    steps += [did("prolonged", "2021-02-05", 30), did("prolonged", "2021-03-05", 30)]
    found = clock(facts, "denunciation.resolve", *steps)
    counted = sum(line.amount for line in found.reading.lines)
    assert counted == last


def test_a_denunciation_is_classified_in_seven_working_days_ten_when_in_several_places():
    """25/2018/QH14, Điều 24.1."""
    received = did("received", "2021-03-01")
    assert due(DENUNCIATION, "denunciation.classify", received) == date(2021, 3, 10)
    several = replace(DENUNCIATION, several_places=True)
    assert due(several, "denunciation.classify", received) == date(2021, 3, 15)


def test_only_what_is_not_competent_has_a_forwarding_clock():
    """25/2018/QH14, Điều 24.2; 20/2008/NĐ-CP, Điều 9.1 d: five working days each."""
    for facts, key in ((DENUNCIATION, "denunciation.forward"), (FEEDBACK, "feedback.forward")):
        assert key not in {one.key for one in clocks_of(facts)}
        unfit = replace(facts, competent=False)
        assert due(unfit, key, did("received", "2021-03-01")) == date(2021, 3, 8)


def test_the_acceptance_of_a_denunciation_is_told_within_five_working_days():
    """25/2018/QH14, Điều 29.3."""
    steps = did("received", "2021-03-01"), did("accepted", "2021-03-08"), did("notified", "2021-03-16")
    found = clock(DENUNCIATION, "denunciation.notify", *steps)
    assert found.reading.lawful_due_on == date(2021, 3, 15)
    assert found.outcome
    assert (found.outcome.ending, found.outcome.days) == (Ending.LATE, 1)


def test_what_was_said_at_a_reception_is_answered_within_ten_working_days():
    """42/2013/QH13, Điều 28.1; only for what came at a reception."""
    heard = replace(COMPLAINT, channel=Channel.RECEPTION)
    assert due(heard, "reception.reply", did("received", "2021-03-01")) == date(2021, 3, 15)
    assert not [one for one in clocks_of(COMPLAINT) if one.key == "reception.reply"]


def test_the_portals_days_hold_for_the_portal_alone():
    """Description of the service index, 766/QĐ-TTg: reject 2, ask 5, handle 15, publish 2 working days."""
    steps = did("received", "2026-03-02"), did("settled", "2026-03-20"), did("published", "2026-03-24")
    told = {one.clock.key: one for one in clocks(FEEDBACK, *steps)}
    assert {key: one.reading.rule.total for key, one in told.items()} == {
        "feedback.reject": 2, "feedback.ask": 5, "feedback.handle": 15, "feedback.publish": 2,
    }  # fmt: skip
    assert told["feedback.handle"].reading.lawful_due_on == date(2026, 3, 23)
    published = told["feedback.publish"].outcome
    assert published
    assert published.ending is Ending.ON_TIME
    assert clocks(replace(FEEDBACK, channel=Channel.PHONE), *steps) == ()


def test_no_portal_limit_is_made_up_for_a_year_before_it_was_set():
    assert clocks(FEEDBACK, did("received", "2021-03-01")) == ()


def test_the_portal_counts_from_the_latest_transfer():
    steps = did("received", "2026-03-02"), did("transferred", "2026-03-04")
    assert due(FEEDBACK, "feedback.handle", *steps) == date(2026, 3, 25)
    assert due(FEEDBACK, "feedback.ask", *steps) == date(2026, 3, 9), "its text tells of handling only"


def test_a_suspension_stops_the_clock_and_resuming_goes_on_never_from_the_start():
    """155/2026/NĐ-CP, Điều 28b: the period goes on on the day of the decision to continue."""
    start = did("received", "2026-08-03"), did("accepted", "2026-08-10")
    whole = due(COMPLAINT, "complaint.resolve", *start)
    steps = *start, did("suspended", "2026-08-20"), did("resumed", "2026-08-30")
    found = clock(COMPLAINT, "complaint.resolve", *steps)
    assert (whole, found.reading.lawful_due_on) == (date(2026, 9, 9), date(2026, 9, 21))
    assert {line.round for line in found.reading.lines} == {1}
    stopped = [line for line in found.reading.lines if line.holder == SUSPENDED]
    assert (stopped[0].day, stopped[-1].day) == (date(2026, 8, 20), date(2026, 8, 29))
    assert stopped[0].why == "đang tạm đình chỉ: không tính"
    assert stopped[0].source.article == "Điều 11a, Điều 28"


def test_each_decision_to_suspend_or_stop_is_sent_within_three_working_days():
    """155/2026/NĐ-CP, Điều 28b; no such rule is held for 2021."""
    start = did("received", "2026-08-03"), did("accepted", "2026-08-10"), did("suspended", "2026-08-20")
    sent = *start, did("sent", "2026-08-24")
    found = clock(COMPLAINT, "complaint.suspension.send", *sent)
    assert found.reading.lawful_due_on == date(2026, 8, 24), "Saturday 22/08/2026 is worked"
    assert found.outcome
    again = clock(COMPLAINT, "complaint.suspension.send", *sent, did("stopped", "2026-09-07"))
    assert (again.reading.lawful_due_on, again.outcome) == (date(2026, 9, 10), None)
    before = did("received", "2021-03-01"), did("accepted", "2021-03-11"), did("suspended", "2021-03-20")
    told = clocks(COMPLAINT, *before, when=at("2021-04-01"))
    assert [one.clock.key for one in told] == ["complaint.accept", "complaint.resolve"]


def test_while_suspended_there_is_no_due_date():
    steps = did("received", "2026-08-03"), did("accepted", "2026-08-10"), did("suspended", "2026-08-20")
    found = clock(COMPLAINT, "complaint.resolve", *steps, when=at("2026-10-01"))
    assert (found.reading.lawful_due, found.reading.state) == (None, State.WAITING)


def test_a_unit_that_counts_suspended_time_by_its_own_document_counts_it():
    own = Value("yes", "", OLD, None, Citation("1/QĐ-UBND"), Sure.READ)
    [resolve] = [one for one in clocks_of(COMPLAINT) if one.prolongable]
    rule = clock_rule(resolve, COMPLAINT, {**law(OLD), "complaint.suspension.counted": own})
    assert rule
    assert SUSPENDED in rule.counted


def test_a_withdrawal_ends_no_clock():
    """31/2019/NĐ-CP, Điều 4.4 as amended by 156/2026/NĐ-CP; law.md, T-30."""
    start = did("received", "2026-08-03"), did("accepted", "2026-08-10")
    withdrawn = clock(DENUNCIATION, "denunciation.resolve", *start, did("withdrawn", "2026-08-20"))
    assert withdrawn.outcome is None
    assert (
        withdrawn.reading.lawful_due == clock(DENUNCIATION, "denunciation.resolve", *start).reading.lawful_due
    )


def test_a_value_that_nobody_read_is_said_to_be_unverified():
    found = clock(DENUNCIATION, "denunciation.classify", did("received", "2026-08-03"))
    assert [one.code for one in found.remarks] == ["law_unverified"]
    assert "chưa đọc được điều này" in found.remarks[0].text


def test_a_year_without_calendar_gives_no_date_and_says_so():
    found = clock(
        COMPLAINT, "complaint.accept", did("received", "2027-12-31"), when=at("2027-12-31", hour=10)
    )
    assert found.reading.lawful_due is None
    assert [one.text for one in found.remarks] == ["Chưa có lịch nghỉ năm 2028 nên chưa tính được hạn."]


def test_what_happens_later_than_the_moment_is_not_looked_at():
    steps = did("received", "2021-03-01"), did("accepted", "2021-03-11")
    assert [one.clock.key for one in clocks(COMPLAINT, *steps, when=at("2021-03-02"))] == ["complaint.accept"]


def test_a_mixed_letter_has_no_clock_until_it_is_split():
    """154/2026/NĐ-CP, Điều 14.4; law.md, T-31."""
    assert clocks_of(Facts(Kind.MIXED, Channel.POST)) == ()


def test_no_clock_serves_two_laws():
    """Law.md, T-31: complaints, denunciations and feedback share no deadline, but the answer after reception."""
    shared = {one.key for one in CLOCKS if len({*one.kinds} - {Kind.SUGGESTION}) > 1}
    assert shared == {"reception.reply"}
    assert len({one.key for one in CLOCKS}) == len({one.title for one in CLOCKS}) == len(CLOCKS)


@pytest.mark.parametrize("on", [OLD, NEW])
def test_every_clock_with_a_value_makes_a_rule(on: date):
    for one in CLOCKS:
        facts = Facts(min(one.kinds), min(one.channels or {Channel.POST}), competent=False)
        assert (clock_rule(one, facts, law(on)) is None) == (one.key not in law(on))
