"""Years before 2026: a person ticks criteria and proposes a level; contradictions are shown, no level is made."""

from __future__ import annotations

from datetime import date

import pytest

from chuan.law.ranking import ranking_law
from chuan.rules.ranking import Level, checked, criteria_for
from chuan.rules.refusals.ranking import CriterionUnknown, RegimeWithoutWords

CRITERIA = ranking_law(date(2021, 12, 31)).criteria


def ticks(group: str, *levels: Level, **changed: bool | None) -> dict[str, bool | None]:
    met: dict[str, bool | None] = {
        one.key: one.level is not Level.FAILED for one in criteria_for(group, CRITERIA) if one.level in levels
    }
    return met | {key.replace("_", "."): value for key, value in changed.items()}


ALL = tuple(Level)


def test_leaders_are_asked_more_than_others():
    staff, leader = ({one.key for one in criteria_for(group, CRITERIA)} for group in ("staff", "leader"))
    assert "words.excellent.leader.unit" in leader - staff
    assert "words.excellent.staff.above" in staff - leader


@pytest.mark.parametrize("group", ["staff", "leader"])
def test_a_level_whose_criteria_are_all_met_has_nothing_against_it(group: str):
    found = checked(Level.EXCELLENT, group, ticks(group, *ALL), CRITERIA)
    assert (found.contradictions, found.remarks, found.asked) == ((), (), ())


def test_outstanding_with_a_criterion_missing_is_a_contradiction():
    given = ticks("staff", *ALL) | {"words.excellent.staff.above": False}
    found = checked(Level.EXCELLENT, "staff", given, CRITERIA)
    assert found.contradictions == (
        "Đề nghị “hoàn thành xuất sắc nhiệm vụ” nhưng tiêu chí “Ít nhất một nửa nhiệm vụ hoàn thành vượt mức” "
        "đánh dấu là không đạt.",
    )


def test_a_criterion_nobody_ticked_is_asked_not_taken_as_met():
    given = ticks("staff", *ALL) | {"words.excellent.any.tasks": None}
    found = checked(Level.EXCELLENT, "staff", given, CRITERIA)
    assert found.contradictions == ()
    assert [one.key for one in found.asked] == ["words.excellent.any.tasks"]


def test_a_ground_of_failing_contradicts_every_better_level():
    given = ticks("staff", *ALL) | {"words.failed.any.discipline": True}
    found = checked(Level.GOOD, "staff", given, CRITERIA)
    assert "là trường hợp không hoàn thành nhiệm vụ" in found.contradictions[0]
    assert found.remarks == ()


def test_failing_needs_one_ground_and_one_is_enough():
    none = checked(Level.FAILED, "staff", ticks("staff", Level.FAILED), CRITERIA)
    assert none.contradictions == (
        "Đề nghị “không hoàn thành nhiệm vụ” nhưng chưa đánh dấu trường hợp nào của mức này.",
    )
    one = checked(Level.FAILED, "staff", {"words.failed.any.tasks": True}, CRITERIA)
    assert (one.contradictions, one.asked) == ((), ())


def test_a_lower_level_than_the_ticks_allow_wants_a_reason():
    found = checked(Level.COMPLETED, "staff", ticks("staff", Level.COMPLETED, Level.GOOD), CRITERIA)
    assert found.contradictions == ()
    assert [one[:47] for one in found.remarks] == ["Mọi tiêu chí của mức “hoàn thành tốt nhiệm vụ” "]


def test_a_criterion_of_another_group_is_refused():
    with pytest.raises(CriterionUnknown, match="staff"):
        checked(Level.GOOD, "staff", {"words.good.leader.unit": True}, CRITERIA)


def test_since_2026_there_are_no_words():
    with pytest.raises(RegimeWithoutWords, match="xếp loại theo điểm"):
        checked(Level.GOOD, "staff", {}, ranking_law(date(2026, 1, 1)).criteria)
