"""Risks scored and treated: scales, levels by table, who may leave what, when to look again (6.1)."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.law.risk_scale import levels_of, scale_on, shipped_scales
from chuan.rules import refusals
from chuan.rules.law import NotInForce
from chuan.rules.lifecycles import RISK
from chuan.rules.refusals import risks as no
from chuan.rules.risks import (
    Nature,
    Step,
    Treatment,
    allowed_for,
    check_due,
    check_finish,
    check_look_moved,
    check_scored_on,
    check_treatment,
    made_scale,
    months_later,
)
from chuan.rules.types import Sure

ON = date(2021, 10, 5)
SCALE = scale_on(ON).scale
WORDS = ("chấp nhận", "rủi ro")


def test_the_shipped_scale_says_of_itself_that_nobody_verified_it():
    assert {one.sure for one in shipped_scales()} == {Sure.UNVERIFIED}
    assert len(SCALE.likelihood) == len(SCALE.effect) == 5
    with pytest.raises(NotInForce):
        scale_on(date(2015, 9, 14))


@pytest.mark.parametrize(
    ("likelihood", "effect", "key"),
    [
        (1, 1, "low"),
        (2, 2, "low"),
        (1, 5, "medium"),
        (3, 3, "medium"),
        (2, 5, "high"),
        (4, 4, "high"),
        (5, 4, "severe"),
    ],
)
def test_the_level_is_what_the_table_says(likelihood, effect, key):
    assert SCALE.level_of(likelihood, effect).key == key


def test_the_table_is_whole_and_never_falls_where_a_score_rises():
    order = [one.key for one in SCALE.levels]
    for row in range(1, 6):
        places = [order.index(SCALE.level_of(row, column).key) for column in range(1, 6)]
        assert places == sorted(places)
    assert {key for row in SCALE.table for key in row} == set(order)


@pytest.mark.parametrize("pair", [(0, 1), (6, 1), (1, 0), (1, 6)])
def test_a_step_off_the_scale_is_refused(pair):
    with pytest.raises(no.ScoreOffScale, match="chỉ có mức từ 1 đến 5"):
        SCALE.level_of(*pair)


THREE = [Step("ít"), Step("vừa"), Step("nhiều")]


def test_a_unit_may_have_a_scale_of_three_with_its_own_months():
    levels = levels_of(SCALE, [12, 9, 6, 2])
    scale = made_scale(THREE, THREE, levels, [3, 4, 9])
    assert scale.level_of(3, 3).review_months == 2
    assert scale.level_of(1, 3).key == "medium"


@pytest.mark.parametrize(
    ("steps", "bounds", "refusal"),
    [
        (THREE[:2], [3, 4, 9], no.ScaleTooShort),
        (THREE * 2, [3, 4, 9], no.ScaleTooShort),
        ([*THREE, Step("ÍT")], [3, 4, 9], no.ScaleRepeats),
        (THREE, [4, 4, 9], no.BoundsWrong),
        (THREE, [1, 4, 9], no.BoundsWrong),
        (THREE, [3, 4, 10], no.BoundsWrong),
        (THREE, [3, 4], no.BoundsWrong),
    ],
)
def test_a_scale_that_does_not_hold_together_is_refused(steps, bounds, refusal):
    with pytest.raises(refusal):
        made_scale(steps, THREE, SCALE.levels, bounds)


HIGH, LOW = SCALE.level("high"), SCALE.level("low")


@pytest.mark.parametrize(
    ("nature", "treatment", "level", "reason", "leads", "refusal"),
    [
        (Nature.RISK, Treatment.REDUCE, None, "", True, no.NotScoredYet),
        (Nature.RISK, Treatment.SEIZE, LOW, "", True, no.TreatmentOfOthers),
        (Nature.OPPORTUNITY, Treatment.REDUCE, LOW, "", True, no.TreatmentOfOthers),
        (Nature.RISK, Treatment.ACCEPT, LOW, " ", True, no.ReasonForLeaving),
        (Nature.OPPORTUNITY, Treatment.LEAVE, HIGH, "", True, no.ReasonForLeaving),
        (Nature.RISK, Treatment.ACCEPT, HIGH, "hết cách", False, no.AcceptedAboveOnesPlace),
    ],
)
def test_a_treatment_that_may_not_be_decided_is_refused(nature, treatment, level, reason, leads, refusal):
    with pytest.raises(refusal):
        check_treatment(nature, treatment, level, reason=reason, leads=leads, words=WORDS)


@pytest.mark.parametrize(
    ("nature", "treatment", "level", "leads"),
    [
        (Nature.RISK, Treatment.ACCEPT, HIGH, True),
        (Nature.RISK, Treatment.ACCEPT, LOW, False),
        (Nature.RISK, Treatment.AVOID, HIGH, False),
        (Nature.OPPORTUNITY, Treatment.LEAVE, HIGH, False),
    ],
)
def test_a_treatment_is_decided_by_who_may(nature, treatment, level, leads):
    check_treatment(nature, treatment, level, reason="vì sao", leads=leads, words=WORDS)
    assert treatment in allowed_for(nature)


def test_a_treatment_is_over_when_all_is_done_and_what_is_left_was_scored():
    check_finish(done=1, open_=0, residual=True)
    for given, refusal in (
        ({"done": 1, "open_": 2, "residual": True}, no.ActionsOpen),
        ({"done": 0, "open_": 0, "residual": True}, no.NothingPlanned),
        ({"done": 1, "open_": 0, "residual": False}, no.ResidualMissing),
    ):
        with pytest.raises(refusal):
            check_finish(**given)


def test_an_action_is_not_due_before_it_was_planned():
    check_due(ON, planned=ON)
    with pytest.raises(no.RiskDueBeforePlanned, match="Hạn 04/10/2021 trước ngày lập 05/10/2021"):
        check_due(date(2021, 10, 4), planned=ON)


def test_scores_follow_one_another():
    check_scored_on(ON, found=ON, last=ON, today=ON)
    check_scored_on(ON, found=ON, last=None, today=ON)
    for day, refusal in (
        (date(2021, 10, 6), no.InFuture),
        (date(2021, 8, 31), no.BeforeItWasFound),
        (date(2021, 9, 3), no.BeforeLastScore),
    ):
        with pytest.raises(refusal):
            check_scored_on(day, found=date(2021, 9, 1), last=date(2021, 9, 4), today=ON)


def test_months_later_keeps_the_day_or_takes_the_months_last():
    assert months_later(date(2021, 11, 30), 3) == date(2022, 2, 28)
    assert months_later(date(2021, 10, 5), 12) == date(2022, 10, 5)


def test_what_was_closed_is_scored_anew_when_it_is_opened_again():
    assert RISK.next("closed", "reopen") == "noted"
    with pytest.raises(refusals.WrongMove):
        RISK.next("noted", "treat")


def test_the_next_look_is_moved_within_what_the_level_lets_it_wait():
    before = date(2021, 11, 1)
    check_look_moved(date(2022, 1, 5), before=before, today=ON, months=3)
    with pytest.raises(no.LookMovedTooFar, match="3 tháng"):
        check_look_moved(date(2022, 1, 6), before=before, today=ON, months=3)
    with pytest.raises(no.LookNotMoved):
        check_look_moved(before, before=before, today=ON, months=3)
    with pytest.raises(no.RiskDueBeforePlanned):
        check_look_moved(ON, before=before, today=ON, months=3)
