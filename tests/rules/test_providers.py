"""Outside providers judged: what a judgment rests on, what follows, when it is due anew (8.4.1)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from chuan.law.providers import criteria_on, criteria_sets
from chuan.rules.law import NotInForce
from chuan.rules.providers import Answer, Met, Result, check_evaluation, is_due
from chuan.rules.refusals import providers as no
from chuan.rules.types import Sure

ON = date(2021, 11, 15)
FIRST, SECOND, *_REST = criteria_on(ON).criteria


def check(*answers: Answer, result: Result = Result.KEEP, **other: Any) -> None:
    told: dict[str, Any] = {
        "why": "", "evidence": "Sổ giao nhận (minh họa)", "on": ON, "next_on": date(2022, 11, 15),
        "listed": date(2021, 1, 4), "today": ON,
    }  # fmt: skip
    check_evaluation(answers or (Answer(FIRST, Met.YES),), result, **(told | other))


def test_the_criteria_say_of_themselves_that_nobody_verified_them():
    assert {one.sure for one in criteria_sets()} == {Sure.UNVERIFIED}
    assert criteria_on(ON).months == 12
    with pytest.raises(NotInForce):
        criteria_on(date(2015, 9, 14))


def test_a_judgment_rests_on_something_seen():
    check()
    check(Answer(FIRST, Met.PARTLY))
    with pytest.raises(no.NothingJudged):
        check(Answer(FIRST, Met.UNSEEN), Answer(SECOND, Met.UNSEEN))
    with pytest.raises(no.ProviderEvidenceMissing):
        check(evidence=" ")


def test_what_was_not_met_is_not_passed_over_and_a_change_is_explained():
    failed = Answer(SECOND, Met.NO)
    with pytest.raises(no.ResultAgainstAnswers, match=SECOND.words):
        check(Answer(FIRST, Met.YES), failed)
    with pytest.raises(no.ResultUnexplained):
        check(failed, result=Result.MEND)
    check(failed, result=Result.MEND, why="Gửi văn bản yêu cầu")


@pytest.mark.parametrize(
    ("other", "refusal"),
    [
        ({"on": ON + timedelta(days=1)}, no.JudgedInFuture),
        ({"listed": ON + timedelta(days=1)}, no.JudgedBeforeListed),
        ({"next_on": ON}, no.NextLookWrong),
        ({"next_on": ON + timedelta(days=367)}, no.NextLookWrong),
    ],
)
def test_days_follow_one_another(other, refusal):
    with pytest.raises(refusal):
        check(**other)


@pytest.mark.parametrize(
    ("last", "listed", "due"),
    [
        (None, date(2020, 1, 1), True),
        (None, date(2021, 6, 1), False),
        (date(2020, 11, 14), date(2019, 1, 1), True),
        (date(2020, 11, 15), date(2019, 1, 1), False),
    ],
)
def test_a_provider_is_due_once_a_year_is_over(last, listed, due):
    assert is_due(last, listed, on=ON, limit=date(2020, 11, 15)) is due
