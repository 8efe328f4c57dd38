"""Answering the reader's questions: each answer is trailed, may be changed, and changes what was read."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction

import pytest

from chuan.documents import actions, asking
from chuan.documents.lines import line_of
from chuan.documents.models import Question, Reading
from chuan.documents.standing import data_of, proposed_of, result_of
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.decision_text import DecisionReading
from chuan.rules.targets.types import Target
from chuan.trail.models import Detail, Entry
from tests.documents.papers import decision
from tests.people import Ward


def asked(reading: Reading, code: str) -> Question:
    return reading.questions.select_related("reading__document__owner_unit").get(code=code)


def told(verb: str) -> dict:
    return json.loads(Detail.objects.get(entry=Entry.objects.filter(verb=verb).latest("pk")).body)


def target(reading: DecisionReading, ordinal: str) -> Target:
    line = line_of(reading, ordinal)
    assert line is not None
    return line.targets[0]


def offered(question: Question) -> list[str]:
    return [value for value, _words in asking.choices(question)]


def test_each_question_may_be_left_for_later(reading: Reading) -> None:
    for question in reading.questions.all():
        assert offered(question)[-1] == "later"


def test_a_blank_number_may_stay_blank(reading: Reading, clerk: Viewer, now: datetime) -> None:
    question = actions.answer(asked(reading, "number_missing"), "blank", by=clerk, at=now)
    assert (question.answer, question.answered_by, question.answered_at) == ("blank", clerk.official, now)
    reading.refresh_from_db()
    assert result_of(reading).number is None
    assert asking.words_of(question) == "Chưa có số, giữ trống"


def test_a_number_that_is_given_stands_in_the_reading_and_on_the_document(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    actions.answer(asked(reading, "number_missing"), "given", {"number": " 36 "}, by=clerk, at=now)
    reading.refresh_from_db()
    number = result_of(reading).number
    assert number is not None
    assert (number.value, number.how) == ("36", "person")
    assert reading.text[number.span.start : number.span.end].startswith("Số:")
    reading.document.refresh_from_db()
    assert reading.document.full_number == "36/QĐ-UBND"


def test_the_machines_reading_stays_as_it_was(reading: Reading, clerk: Viewer, now: datetime) -> None:
    before = reading.proposed
    actions.answer(asked(reading, "number_missing"), "given", {"number": "36"}, by=clerk, at=now)
    reading.refresh_from_db()
    assert reading.proposed == before
    assert proposed_of(reading).number is None


def test_a_decrease_is_counted_from_what_the_person_names(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    given = {"value": "", "base": "năm 2020", "basevalue": "12,5"}
    actions.answer(asked(reading, "decrease_without_figure"), "given", given, by=clerk, at=now)
    reading.refresh_from_db()
    promised = target(result_of(reading), "1.13")
    assert promised.value is None
    assert promised.baseline is not None
    assert (promised.baseline.label, promised.baseline.value) == ("năm 2020", Fraction(25, 2))


def test_how_an_objective_counts_is_an_answer_and_changes_no_value(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    for choice in ("lines", "values", "written"):
        question = actions.answer(asked(reading, "count_mismatch"), choice, by=clerk, at=now)
        assert question.answer == choice
    reading.refresh_from_db()
    assert reading.result == reading.proposed


def test_groups_made_by_hand_are_as_many_as_the_decision_says(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    labels = asking.labels_below(result_of(reading), "1")
    assert len(labels) == 22
    question = asked(reading, "count_mismatch")
    with pytest.raises(refusals.GroupsMiscounted, match="22 chỉ tiêu, văn bản ghi 21"):
        actions.answer(question, "written", {"groups": "\n".join(labels)}, by=clerk, at=now)
    joined = [label for label in labels if label != "1.4b"]
    joined[joined.index("1.4a")] = "1.4a, 1.4b"
    question = actions.answer(question, "written", {"groups": "\n".join(joined)}, by=clerk, at=now)
    assert len(data_of(question)["groups"].splitlines()) == 21


def test_groups_may_wait(reading: Reading, clerk: Viewer, now: datetime) -> None:
    question = actions.answer(
        asked(reading, "count_mismatch"), "written", {"groups": " \n "}, by=clerk, at=now
    )
    assert data_of(question) == {}


def test_labels_name_a_target_of_several_with_a_letter(reading: Reading) -> None:
    labels = asking.labels_below(result_of(reading), "1")
    assert labels[:7] == ["1.1", "1.2", "1.3", "1.4a", "1.4b", "1.5a", "1.5b"]


def test_an_answer_may_be_changed_and_both_stand_in_the_trail(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    question = asked(reading, "count_mismatch")
    actions.answer(question, "lines", by=clerk, at=now)
    actions.answer(question, "later", by=clerk, at=now)
    assert Entry.objects.filter(verb="reading.answer").count() == 2
    (change,) = told("reading.answer")["answers"]
    assert change["question"] == question.key
    assert change["before"] == {"answer": "lines", "data": {}}
    assert change["after"] == {"answer": "later", "data": {}}


def test_the_answer_tells_the_reading_as_its_subject(reading: Reading, clerk: Viewer, now: datetime) -> None:
    actions.answer(asked(reading, "number_missing"), "blank", by=clerk, at=now)
    entry = Entry.objects.get(verb="reading.answer")
    assert (entry.subject_kind, entry.subject_uid, entry.actor) == ("reading", reading.uid, clerk.trail_name)


@pytest.mark.parametrize("choice", ["", "yes", "all of them", "given"])
def test_a_choice_that_is_not_offered_is_refused(
    reading: Reading, clerk: Viewer, now: datetime, choice: str
) -> None:
    with pytest.raises(refusals.AnswerNotOffered):
        actions.answer(asked(reading, "count_mismatch"), choice, by=clerk, at=now)
    assert asked(reading, "count_mismatch").answered_at is None
    assert not Entry.objects.filter(verb="reading.answer").exists()


def test_a_choice_that_needs_a_figure_is_refused_without_it(
    reading: Reading, clerk: Viewer, now: datetime
) -> None:
    with pytest.raises(refusals.AnswerMissing, match="số của văn bản"):
        actions.answer(asked(reading, "number_missing"), "given", {"number": "  "}, by=clerk, at=now)
    with pytest.raises(refusals.AnswerMissing, match="so với"):
        actions.answer(asked(reading, "decrease_without_figure"), "given", {"value": "2"}, by=clerk, at=now)


def test_a_figure_that_is_none_is_refused(reading: Reading, clerk: Viewer, now: datetime) -> None:
    given = {"base": "năm 2020", "basevalue": "mười hai"}
    with pytest.raises(refusals.NumberUnreadable):
        actions.answer(asked(reading, "decrease_without_figure"), "given", given, by=clerk, at=now)
    assert asked(reading, "decrease_without_figure").answered_at is None


def test_boxes_of_another_choice_are_left_aside(reading: Reading, clerk: Viewer, now: datetime) -> None:
    question = actions.answer(asked(reading, "number_missing"), "blank", {"number": "99"}, by=clerk, at=now)
    assert data_of(question) == {}
    reading.refresh_from_db()
    assert result_of(reading).number is None


def test_an_answer_of_endless_words_is_refused(reading: Reading, clerk: Viewer, now: datetime) -> None:
    with pytest.raises(refusals.TextTooLongForField):
        actions.answer(asked(reading, "number_missing"), "given", {"number": "9" * 2000}, by=clerk, at=now)


def test_a_date_that_cannot_be_is_asked_for_and_given(clerk: Viewer, now: datetime) -> None:
    reading = actions.receive(decision(on="31 tháng 02 năm 2022"), "q.txt", by=clerk, at=now)
    question = asked(reading, "date_impossible")
    assert offered(question) == ["given", "later"], "an impossible date cannot simply be kept"
    with pytest.raises(refusals.DateImpossible):
        actions.answer(question, "given", {"date": "31/02/2022"}, by=clerk, at=now)
    actions.answer(question, "given", {"date": "28/2/2022"}, by=clerk, at=now)
    reading.document.refresh_from_db()
    assert reading.document.issued_on == date(2022, 2, 28)
    assert reading.document.effective_from == date(2022, 2, 28)


@pytest.mark.parametrize("who", ["auditor", "one_stop"])
def test_only_those_who_read_in_answer(
    who: str, reading: Reading, ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    with pytest.raises(refusals.NotAllowed):
        actions.answer(asked(reading, "number_missing"), "blank", by=view(getattr(ward, who)), at=now)
    actions.answer(asked(reading, "number_missing"), "blank", by=view(ward.secretary), at=now)


def test_another_ward_cannot_answer(
    reading: Reading, other_ward: Ward, view: Callable[[Official], Viewer], now: datetime
) -> None:
    with pytest.raises(refusals.NotFound):
        actions.answer(asked(reading, "number_missing"), "blank", by=view(other_ward.clerk), at=now)
    assert asked(reading, "number_missing").answered_at is None


def test_a_confirmed_reading_takes_no_answer(answered: Reading, clerk: Viewer, now: datetime) -> None:
    actions.confirm(answered, by=clerk, at=now)
    with pytest.raises(refusals.ReadingAlreadyConfirmed):
        actions.answer(asked(answered, "number_missing"), "blank", by=clerk, at=now)
