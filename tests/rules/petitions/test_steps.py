"""A story of a petition that cannot be is refused with a sentence."""

from __future__ import annotations

import pytest

from chuan.rules.petitions import STEP_NAMES, Kind, Step
from chuan.rules.petitions.steps import in_order
from chuan.rules.refusals import (
    NotAccepted,
    PetitionEnded,
    PetitionNotReceived,
    PetitionStepTooEarly,
    ResumedUnsuspended,
    StillSuspended,
    SuspendedTwice,
)
from tests.rules.petitions.letters import did

START = did("received", "2021-03-01"), did("accepted", "2021-03-08")


def test_steps_are_told_in_the_order_of_time_the_receipt_first_in_its_minute():
    told = in_order(Kind.COMPLAINT, [did("accepted", "2021-03-01"), did("received", "2021-03-01")])
    assert [one.step for one in told] == [Step.RECEIVED, Step.ACCEPTED]


def test_without_receipt_there_is_no_story():
    with pytest.raises(PetitionNotReceived, match="ngày nhận đơn"):
        in_order(Kind.COMPLAINT, [did("accepted", "2021-03-01")])


def test_a_date_before_the_receipt_is_refused_with_both_days():
    with pytest.raises(PetitionStepTooEarly, match=r"thụ lý.*28/02/2021.*01/03/2021"):
        in_order(Kind.COMPLAINT, [did("received", "2021-03-01"), did("accepted", "2021-02-28")])


@pytest.mark.parametrize("kind", [Kind.COMPLAINT, Kind.DENUNCIATION])
def test_a_result_needs_acceptance_first(kind: Kind):
    """The period runs from acceptance: 02/2011/QH13, Điều 28; 25/2018/QH14, Điều 30."""
    with pytest.raises(NotAccepted, match="chưa thụ lý"):
        in_order(kind, [START[0], did("settled", "2021-03-05")])


def test_feedback_is_answered_without_acceptance():
    assert in_order(Kind.FEEDBACK, [START[0], did("settled", "2021-03-05")])


@pytest.mark.parametrize("step", ["prolonged", "suspended", "resumed", "stopped", "notified"])
def test_a_step_of_solving_needs_acceptance_first(step: str):
    with pytest.raises(NotAccepted):
        in_order(Kind.COMPLAINT, [START[0], did(step, "2021-03-05")])


@pytest.mark.parametrize("last", ["forwarded", "guided", "returned", "kept", "refused"])
def test_what_was_forwarded_or_kept_is_not_solved_afterwards(last: str):
    """Law.md, T-29."""
    with pytest.raises(PetitionEnded, match=r"có kết quả giải quyết.*đã kết thúc ngày 05/03/2021"):
        in_order(Kind.FEEDBACK, [START[0], did(last, "2021-03-05"), did("settled", "2021-03-09")])


def test_a_result_may_be_published_and_a_letter_withdrawn_after_the_end():
    after = did("settled", "2021-03-20"), did("published", "2021-03-22"), did("withdrawn", "2021-03-23")
    assert len(in_order(Kind.DENUNCIATION, [*START, *after])) == 5


def test_what_is_suspended_is_not_suspended_again():
    with pytest.raises(SuspendedTwice, match="từ ngày 10/03/2021"):
        in_order(Kind.COMPLAINT, [*START, did("suspended", "2021-03-10"), did("suspended", "2021-03-11")])


def test_what_was_not_suspended_is_not_resumed():
    with pytest.raises(ResumedUnsuspended):
        in_order(Kind.COMPLAINT, [*START, did("resumed", "2021-03-10")])


def test_a_suspended_case_has_no_result_but_may_be_stopped():
    halted = *START, did("suspended", "2021-03-10")
    with pytest.raises(StillSuspended, match="10/03/2021"):
        in_order(Kind.COMPLAINT, [*halted, did("settled", "2021-03-20")])
    assert in_order(Kind.COMPLAINT, [*halted, did("stopped", "2021-03-20")])


def test_every_step_has_a_name():
    assert set(STEP_NAMES) == set(Step)
