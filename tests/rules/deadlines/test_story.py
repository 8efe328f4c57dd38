"""The steps of a dossier as registers tell them: what they make of the clock, and stories that cannot be."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.rules.deadlines import CITIZEN, COUNTER, OFFICE, Supplement, Verb, tell
from chuan.rules.refusals.clocks import (
    AppointmentNotLater,
    CameBackUnsent,
    ReceiptMissing,
    ReceivedTooOften,
    StepAfterEnd,
    StepBeforeReceipt,
    SuppliedUnasked,
)
from tests.rules.deadlines.office import step

RECEIVED = step("received", "05-04 10:00")


def told(*steps, supplement=Supplement.RESTART, competent_start=True):
    return tell((RECEIVED, *steps), supplement=supplement, competent_start=competent_start)


def shape(story):
    return [(event.verb.value, event.holder) for event in story.events]


def test_a_supplement_restarts_or_goes_on_by_the_rule():
    steps = (step("asked", "05-05 09:00"), step("supplied", "05-07 09:00"))
    assert shape(told(*steps)) == [("take", OFFICE), ("take", CITIZEN), ("restart", OFFICE)]
    assert shape(told(*steps, supplement=Supplement.PAUSE)) == [
        ("take", OFFICE),
        ("take", CITIZEN),
        ("take", OFFICE),
    ]


def test_a_case_comes_back_to_the_agency_it_was_at_when_papers_were_asked_for():
    steps = (step("sent_out", "05-05 09:00"), step("asked", "05-06 09:00"), step("supplied", "05-07 09:00"))
    assert shape(told(*steps))[-1] == ("restart", "other_agency")


def test_a_case_sent_out_while_papers_are_awaited_stays_with_the_citizen():
    story = told(
        step("asked", "05-05 09:00"), step("sent_out", "05-06 09:00"), step("came_back", "05-07 09:00")
    )
    assert [holder for _, holder in shape(story)] == [OFFICE, CITIZEN, CITIZEN, CITIZEN]


def test_the_second_receipt_is_that_of_the_competent_body():
    """Nghị định 118/2025/NĐ-CP, Điều 17.3."""
    assert shape(told(step("received", "05-05 09:00"))) == [("take", COUNTER), ("take", OFFICE)]


def test_where_the_law_starts_at_the_first_receipt_the_second_changes_nothing():
    story = told(step("received", "05-05 09:00"), competent_start=False)
    assert shape(story) == [("take", OFFICE)]
    assert [remark.code for remark in story.remarks] == ["second_receipt"]


def test_papers_asked_for_at_the_counter_start_no_round():
    steps = (step("asked", "05-04 11:00"), step("supplied", "05-05 09:00"), step("received", "05-06 09:00"))
    assert [verb for verb, _ in shape(told(*steps))] == ["take"] * 4


def test_a_third_receipt_is_refused():
    with pytest.raises(ReceivedTooOften, match="07/05/2021"):
        told(step("received", "05-05 09:00"), step("received", "05-07 09:00"))


def test_a_second_request_is_remarked():
    steps = ("asked", "05-05 09:00"), ("supplied", "05-06 09:00"), ("asked", "05-07 09:00")
    story = told(*(step(*one) for one in steps))
    assert story.asks == 2
    assert [remark.code for remark in story.remarks] == ["asked_again"]
    assert "lần thứ 2" in story.remarks[0].text


def test_steps_are_told_in_order_of_time_and_the_receipt_first_of_its_minute():
    story = tell(
        [step("supplied", "05-07 09:00"), step("asked", "05-04 10:00"), RECEIVED],
        supplement=Supplement.PAUSE, competent_start=True,
    )  # fmt: skip
    assert [one.step.value for one in story.happenings] == ["received", "asked", "supplied"]


def test_a_prolongation_and_an_apology_are_events_of_their_own():
    story = told(
        step("prolonged", "05-05 09:00", amount=3), step("apologised", "05-06 09:00", until=date(2021, 5, 20))
    )
    assert [(event.verb, event.amount, event.until) for event in story.events[1:]] == [
        (Verb.GRANT, 3, None), (Verb.REAPPOINT, 0, date(2021, 5, 20)),
    ]  # fmt: skip


@pytest.mark.parametrize("verb", ["finished", "withdrawn"])
def test_a_case_ends_by_being_solved_or_withdrawn(verb: str):
    assert shape(told(step(verb, "05-05 09:00")))[-1] == ("end", "")


def test_a_case_finished_while_papers_were_awaited_is_remarked():
    waiting = step("asked", "05-05 09:00")
    assert [one.code for one in told(waiting, step("finished", "05-06 09:00")).remarks] == [
        "finished_waiting"
    ]
    assert told(waiting, step("withdrawn", "05-06 09:00")).remarks == ()


def test_a_story_needs_a_receipt():
    with pytest.raises(ReceiptMissing):
        tell([step("asked", "05-05 09:00")], supplement=Supplement.PAUSE, competent_start=True)


def test_nothing_happens_before_the_receipt():
    with pytest.raises(StepBeforeReceipt, match="“giải quyết xong” ngày 03/05/2021 10:00"):
        told(step("finished", "05-03 10:00"))


def test_nothing_happens_after_the_end():
    with pytest.raises(StepAfterEnd, match="“bổ sung” ngày 07/05/2021 09:00"):
        told(step("withdrawn", "05-06 09:00"), step("supplied", "05-07 09:00"))


def test_papers_nobody_asked_for_are_refused():
    with pytest.raises(SuppliedUnasked, match="asked@"):
        told(step("supplied", "05-05 09:00"))
    with pytest.raises(SuppliedUnasked):
        told(step("supplied", "05-05 09:00"), step("asked", "05-06 09:00"))


def test_a_case_cannot_come_back_without_having_gone():
    with pytest.raises(CameBackUnsent):
        told(step("came_back", "05-05 09:00"))


@pytest.mark.parametrize("until", [None, date(2021, 5, 6), date(2021, 5, 1)])
def test_a_new_date_has_to_be_later(until: date | None):
    with pytest.raises(AppointmentNotLater):
        told(step("apologised", "05-06 09:00", until=until))
