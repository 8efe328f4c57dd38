"""An objective over its children: 21/21 over 20 bullets with 22 values (Bắc Hồng 2021, objective 1)."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from chuan.rules.targets import reason_sentence, roll_up
from chuan.rules.targets.types import Outcome, Quantity, Reason, Verdict
from tests.rules.targets import promises as p

MET = Verdict(Outcome.MET, True, Reason.DECIDED)
SEEMS_MET = Verdict(Outcome.MET, False, Reason.ONLY_ESTIMATE)
EXCEEDED = Verdict(Outcome.EXCEEDED, True, Reason.DECIDED)
NOT_MET = Verdict(Outcome.NOT_MET, True, Reason.DECIDED)
SEEMS_NOT_MET = Verdict(Outcome.NOT_MET, False, Reason.ONLY_ESTIMATE)
ON_TRACK = Verdict(Outcome.ON_TRACK, False, Reason.STANDS)
AT_RISK = Verdict(Outcome.AT_RISK, False, Reason.STANDS)
UNMEASURED = Verdict(Outcome.UNMEASURED, False, Reason.NO_FIGURE)

ALL_OF_21 = p.k_of_n(21, 21)
NINE_OF_TEN = p.k_of_n(9, 10)
BULLETS = [[0], [1], [2], [3, 4], [5, 6], *([at] for at in range(7, 22))]


def short(verdict: Verdict) -> tuple[Outcome, bool, Reason]:
    return verdict.outcome, verdict.final, verdict.reason


def test_while_the_question_of_21_20_or_22_is_open_nothing_is_said() -> None:
    verdict = roll_up([MET] * 22, ALL_OF_21, open_question=True)
    assert short(verdict) == (Outcome.UNMEASURED, False, Reason.OPEN_QUESTION)
    assert reason_sentence(verdict) == "Chưa đo được: còn câu hỏi chưa trả lời."


def test_21_of_21_means_all_whether_20_bullets_or_22_values_are_counted() -> None:
    assert short(roll_up([MET] * 22, ALL_OF_21)) == (Outcome.MET, True, Reason.DECIDED)
    by_bullet = roll_up([MET] * 22, ALL_OF_21, groups=BULLETS)
    assert short(by_bullet) == (Outcome.MET, True, Reason.DECIDED)
    assert by_bullet.detail == "đã đạt 20 trong 20 mục, cần 20"


def test_a_bullet_of_two_values_is_kept_only_if_both_are() -> None:
    children = [MET] * 22
    children[4] = ON_TRACK
    verdict = roll_up(children, ALL_OF_21, groups=BULLETS)
    assert verdict.outcome is Outcome.ON_TRACK
    assert verdict.margin == -1
    children[4] = NOT_MET
    assert short(roll_up(children, ALL_OF_21, groups=BULLETS)) == (Outcome.NOT_MET, True, Reason.DECIDED)


def test_one_bullet_lost_by_both_its_values_is_one_bullet_lost() -> None:
    children = [MET, MET, NOT_MET, NOT_MET]
    grouped = roll_up(children, p.k_of_n(2, 3), groups=[[0], [1], [2, 3]])
    assert short(grouped) == (Outcome.MET, True, Reason.DECIDED)


def test_a_group_with_one_value_still_open_is_not_kept_for_good() -> None:
    verdict = roll_up([MET, SEEMS_MET], None, groups=[[0, 1]])
    assert short(verdict) == (Outcome.MET, False, Reason.STANDS)


def test_a_child_in_no_group_is_not_counted() -> None:
    assert roll_up([MET, NOT_MET], None, groups=[[0], []]).outcome is Outcome.MET


def test_exceeded_counts_as_kept() -> None:
    assert short(roll_up([MET, EXCEEDED], None)) == (Outcome.MET, True, Reason.DECIDED)


def test_nine_of_ten_are_decided_as_soon_as_nothing_can_change_it() -> None:
    assert short(roll_up([MET] * 9 + [UNMEASURED], NINE_OF_TEN)) == (Outcome.MET, True, Reason.DECIDED)
    assert short(roll_up([NOT_MET] * 2 + [ON_TRACK] * 8, NINE_OF_TEN)) == (
        Outcome.NOT_MET,
        True,
        Reason.DECIDED,
    )
    assert short(roll_up([MET] * 10, NINE_OF_TEN)) == (Outcome.EXCEEDED, True, Reason.DECIDED)


@pytest.mark.parametrize(
    ("children", "expected"),
    [
        ([MET] * 8 + [SEEMS_MET, NOT_MET], (Outcome.MET, False, Reason.STANDS)),
        ([MET] * 8 + [SEEMS_NOT_MET] * 2, (Outcome.NOT_MET, False, Reason.ONLY_ESTIMATE)),
        ([MET] * 8 + [ON_TRACK, AT_RISK], (Outcome.ON_TRACK, False, Reason.STANDS)),
        ([MET] * 8 + [UNMEASURED, AT_RISK], (Outcome.UNMEASURED, False, Reason.CHILD_UNMEASURED)),
        ([MET] * 8 + [AT_RISK] * 2, (Outcome.AT_RISK, False, Reason.STANDS)),
        ([UNMEASURED] * 10, (Outcome.UNMEASURED, False, Reason.CHILD_UNMEASURED)),
        ([MET] * 8, (Outcome.UNMEASURED, False, Reason.CHILD_UNMEASURED)),
    ],
)
def test_while_it_is_open_the_likely_end_is_said_but_never_over_what_is_unmeasured(
    children: Sequence[Verdict], expected: tuple[Outcome, bool, Reason]
) -> None:
    assert short(roll_up(children, NINE_OF_TEN)) == expected


@pytest.mark.parametrize(
    ("children", "outcome"),
    [
        ([MET, ON_TRACK], Outcome.ON_TRACK),
        ([MET, ON_TRACK, UNMEASURED], Outcome.UNMEASURED),
        ([MET, ON_TRACK, UNMEASURED, AT_RISK], Outcome.AT_RISK),
        ([MET, ON_TRACK, UNMEASURED, AT_RISK, NOT_MET], Outcome.NOT_MET),
    ],
)
def test_without_a_target_the_worst_decides(children: Sequence[Verdict], outcome: Outcome) -> None:
    assert roll_up(children, None).outcome is outcome


def test_a_target_of_another_kind_asks_for_all() -> None:
    assert roll_up([MET, NOT_MET], p.on_time()).outcome is Outcome.NOT_MET
    assert roll_up([MET, MET], p.by_the_book()).final


def test_a_k_of_n_without_its_k_asks_for_all() -> None:
    assert roll_up([MET, ON_TRACK], p.target(Quantity.K_OF_N, n=10)).outcome is Outcome.ON_TRACK


def test_nothing_below_is_nothing_to_measure() -> None:
    assert short(roll_up([], ALL_OF_21)) == (Outcome.UNMEASURED, False, Reason.NOTHING_TO_MEASURE)


def test_the_outcomes_of_the_children_stay_visible() -> None:
    assert roll_up([MET, EXCEEDED, NOT_MET], None).children == (
        Outcome.MET,
        Outcome.EXCEEDED,
        Outcome.NOT_MET,
    )
