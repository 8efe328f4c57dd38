"""Judgments of a management review (TCVN ISO 9001:2015, 9.3): missing inputs, meetings, decisions, drift, days."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.law import review_inputs
from chuan.offers.review_inputs import Letter
from chuan.rules import reviews
from chuan.rules.refusals import reviews as no
from chuan.rules.reviews import Known, OutputKind, Seat

DAY = date(2021, 12, 15)
SEATS = (
    Seat(1, "Chủ trì", True),
    Seat(2, "Thư ký", True),
    Seat(3, "Dự họp", True),
    Seat(4, "Vắng", False, "ốm"),
)


def check(seats=SEATS, *, chair=1, secretary=2, held_on=DAY, today=DAY) -> None:
    reviews.check_meeting(seats, chair=chair, secretary=secretary, held_on=held_on, today=today)


def test_the_law_data_names_every_letter_and_every_kind_of_decision_once_in_order():
    assert list(review_inputs.inputs()) == [one.value for one in Letter]
    assert list(review_inputs.outputs()) == list(OutputKind)
    assert review_inputs.inputs()["c1"].number == "9.3.2 c1"
    assert review_inputs.sure().value == "reported"


def test_a_letter_is_known_by_a_sentence_that_tells_or_by_a_persons_words_not_by_what_is_lacking_alone():
    known = [Known("a", 2), Known("c1", 0, lacking=1), Known("c4", 0, words=1), Known("f", 0)]
    assert reviews.missing(known) == ["c1", "f"]
    with pytest.raises(no.InputsMissing, match="Không ký khi thiếu đầu vào: c1, f"):
        reviews.require_answered(known)
    reviews.require_answered(known[:1])


def test_a_review_without_any_input_is_not_signed():
    with pytest.raises(no.InputsMissing, match="a đến f"):
        reviews.require_answered([])


def test_a_meeting_with_chair_secretary_somebody_else_and_absences_explained_stands():
    check()


@pytest.mark.parametrize(
    ("given_", "refusal"),
    [
        ({"held_on": date(2021, 12, 16)}, no.HeldLater),
        ({"secretary": 1}, no.ChairIsSecretary),
        ({"chair": 4}, no.ChairAway),
        ({"secretary": 4}, no.SecretaryAway),
        ({"seats": SEATS[:2]}, no.NobodyElse),
        ({"seats": (*SEATS, Seat(5, "Không lời", False, " "))}, no.AbsenceUnexplained),
        ({"seats": (*SEATS, Seat(5, "Cả hai", True, "ốm"))}, no.ThereAndAway),
    ],
)
def test_a_meeting_that_was_not_one_is_refused(given_, refusal):
    with pytest.raises(refusal):
        check(**given_)


def test_a_decision_says_what_by_whom_and_by_when_not_before_the_meeting():
    reviews.check_resolution("Mở quầy", is_owned=True, due_on=DAY, held_on=DAY)
    with pytest.raises(no.WordsMissing):
        reviews.check_resolution(" ", is_owned=True, due_on=DAY, held_on=DAY)
    for is_owned, due in ((False, DAY), (True, None)):
        with pytest.raises(no.OwnerMissing):
            reviews.check_resolution("Mở quầy", is_owned=is_owned, due_on=due, held_on=DAY)
    with pytest.raises(no.DueBeforeMeeting, match="Hạn 14/12/2021 trước ngày họp 15/12/2021"):
        reviews.check_resolution("Mở quầy", is_owned=True, due_on=date(2021, 12, 14), held_on=DAY)


def test_each_kind_of_decision_is_spoken_of_or_named():
    assert reviews.unanswered([OutputKind.CHANGE]) == [OutputKind.IMPROVEMENT, OutputKind.RESOURCE]


def test_a_review_may_be_held_within_the_days_it_looks_back_on_but_not_before_them():
    reviews.check_period(date(2021, 1, 1), date(2021, 12, 31), DAY)
    with pytest.raises(no.PeriodBackwards):
        reviews.check_period(date(2021, 12, 31), date(2021, 1, 1), DAY)
    with pytest.raises(no.PlannedBeforeStart):
        reviews.check_period(date(2022, 1, 1), date(2022, 12, 31), DAY)


def test_what_reads_otherwise_later_is_told_by_letter():
    frozen = {"a": ["một", "hai"], "b": ["ba"]}
    [change, other] = reviews.drift(frozen, {"a": ["hai", "bốn"], "b": ["ba"], "f": ["mới"]})
    assert (change.letter, change.gone, change.new) == ("a", ("một",), ("bốn",))
    assert (other.letter, other.gone, other.new) == ("f", (), ("mới",))


@settings(max_examples=25, deadline=None)
@given(st.dictionaries(st.sampled_from("abc"), st.lists(st.text(max_size=3), max_size=4)))
def test_nothing_drifts_from_itself_in_whatever_order(told):
    assert reviews.drift(told, {letter: said[::-1] for letter, said in told.items()}) == []


CALL = reviews.Appointed(DAY, "Phòng họp 1", date(2021, 1, 1), date(2021, 12, 31))


def test_a_call_is_moved_to_a_day_to_come_or_to_another_room_but_not_to_nothing_new():
    today = date(2021, 12, 20)
    reviews.check_moved(CALL, replace(CALL, place="Hội trường"), today=today)
    reviews.check_moved(CALL, replace(CALL, planned_on=today), today=today)
    with pytest.raises(no.NothingMoved):
        reviews.check_moved(CALL, CALL, today=today)
    with pytest.raises(no.MovedToPast, match="đã qua"):
        reviews.check_moved(CALL, replace(CALL, planned_on=date(2021, 12, 19)), today=today)
    with pytest.raises(no.PeriodBackwards):
        reviews.check_moved(CALL, replace(CALL, last=date(2020, 12, 31)), today=today)
