"""Surveys of satisfaction thought through: what is asked, what an answer holds, how it is counted (9.1.2)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.law.surveys import questionnaire_on, questionnaires
from chuan.rules.law import NotInForce
from chuan.rules.refusals import surveys as no
from chuan.rules.surveys import Question, Told, check_days, checked, counted, questions_of
from chuan.rules.types import Sure

ASKED = (Question("whole", "Hài lòng?"), Question("time", "Đúng hẹn?"))
TODAY = date(2026, 11, 20)


def test_every_proposed_question_says_that_nobody_verified_it_and_the_first_is_the_one_that_counts():
    assert {one.sure for one in questionnaires()} == {Sure.UNVERIFIED}
    assert {one.questions[0].key for one in questionnaires()} == {"whole"}
    assert questionnaire_on(date(2025, 6, 30)).citation.number == "TT 01/2018/TT-VPCP"
    assert questionnaire_on(date(2025, 7, 1)).citation.number == "NĐ 118/2025/NĐ-CP"
    with pytest.raises(NotInForce):
        questionnaire_on(date(2018, 12, 30))


def test_a_units_own_questions_stand_last_are_few_and_cite_a_paper():
    found = questions_of(ASKED, ["time"], ["  Chỗ để   xe ", "", "Chỗ để xe"], "KH 5/KH-UBND")
    assert [(one.key, one.words) for one in found[1:]] == [("time", "Đúng hẹn?"), ("own1", "Chỗ để xe")]
    assert [one.key for one in questions_of(ASKED, [], [], "")] == ["whole"]
    with pytest.raises(no.OwnQuestionsUncited):
        questions_of(ASKED, [], ["Chỗ để xe"], " ")
    with pytest.raises(no.TooManyOwnQuestions, match="4 câu"):
        questions_of(ASKED, [], list("abcd"), "KH 5")


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (date(2026, 11, 19), date(2026, 12, 1)),
        (date(2026, 12, 1), date(2026, 11, 30)),
        (TODAY, date(2027, 11, 21)),
    ],
)
def test_a_survey_opens_today_or_later_and_ends_within_a_year(first, last):
    check_days(TODAY, TODAY, today=TODAY)
    check_days(TODAY, date(2027, 11, 20), today=TODAY)
    with pytest.raises(no.SurveyDaysWrong):
        check_days(first, last, today=TODAY)


def test_an_answer_holds_the_first_mark_and_nothing_that_was_not_asked():
    told = checked(ASKED, Told({"whole": 5, "rank": 3}, "  Tốt ", "Đất đai"), ["Hộ tịch"])
    assert told == Told({"whole": 5}, "Tốt", "")
    with pytest.raises(no.FirstMarkMissing):
        checked(ASKED, Told({"time": 5}))
    with pytest.raises(no.MarkOffScale):
        checked(ASKED, Told({"whole": 6}))
    with pytest.raises(no.WordsTooLong, match="501"):
        checked(ASKED, Told({"whole": 1}, "a" * 501))


def test_a_question_is_counted_of_those_who_answered_it():
    whole, time = counted(ASKED, [{"whole": 5, "time": 2}, {"whole": 4}, {"whole": 1}])
    assert (whole.counts, whole.hits, whole.answered) == ((1, 0, 0, 1, 1), 2, 3)
    assert (time.hits, time.answered) == (0, 1)


@given(st.lists(st.integers(1, 5), max_size=30))
def test_who_looks_from_above_sees_no_count_of_fewer_than_five_people(marks):
    (line,) = counted(ASKED[:1], [{"whole": mark} for mark in marks], least=5)
    shown = [*line.counts] if line.hidden else [*line.counts, line.hits, line.answered - line.hits]
    assert all(count == 0 or count >= 5 for count in [*shown, line.answered])
