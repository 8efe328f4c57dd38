"""How many may be outstanding: base named, both readings, said before the vote."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.law.ranking import ranking_law
from chuan.rules.law import Value
from chuan.rules.ranking import TEAMS, GroupCap, Level, capped, head_against_unit
from chuan.rules.refusals.ranking import HeadAboveUnit, LevelsMiscounted
from chuan.rules.types import Sure

LAW = ranking_law(date(2026, 12, 31)).values
WORDS = ranking_law(date(2021, 12, 31)).values


def changed(key: str, value: str, sure: Sure = Sure.READ) -> dict[str, Value]:
    return {**LAW, key: replace(LAW[key], value=value, sure=sure)}


def cap(excellent: int, good: int, law: dict[str, Value] | None = None, **more: bool) -> GroupCap:
    levels = {Level.EXCELLENT: excellent, Level.GOOD: good, Level.COMPLETED: 3}
    return capped({"staff": levels}, law or LAW, names={"staff": "không giữ chức vụ"}, **more).groups[0]


@pytest.mark.parametrize(
    ("excellent", "good", "allowed", "other", "lower"),
    [
        (2, 10, 2, 2, 0), (3, 10, 2, 2, 1), (3, 14, 2, 3, 1), (1, 4, 0, 1, 1), (1, 5, 1, 1, 0),
        (0, 0, 0, 0, 0), (6, 0, 0, 1, 5), (12, 0, 0, 2, 10),
    ],
)  # fmt: skip
def test_a_fifth_of_those_ranked_good_rounded_down(
    excellent: int, good: int, allowed: int, other: int, lower: int
):
    """335/2025/NĐ-CP, Điều 20 khoản 5: of "hoàn thành tốt nhiệm vụ", not of all."""
    found = cap(excellent, good)
    assert (found.held.allowed, found.other.allowed, found.lower) == (allowed, other, lower)
    assert found.fits is (excellent <= allowed)


def test_the_arithmetic_is_said_before_the_vote_with_both_readings_where_they_differ():
    found = cap(3, 14)
    assert found.readings_differ
    assert found.warning == (
        "Nhóm “không giữ chức vụ” đề nghị 3 người “hoàn thành xuất sắc nhiệm vụ”. 20 % của 14 người “hoàn thành "
        "tốt nhiệm vụ” được tối đa 2 người. Nếu tính cả số đề nghị xuất sắc: 20 % của 14 người “hoàn thành tốt "
        "nhiệm vụ” và 3 người đề nghị xuất sắc được tối đa 3 người. Cần giảm ít nhất 1 người trước khi bỏ phiếu; "
        "số hạ xuống “hoàn thành tốt nhiệm vụ” được cộng vào số làm mẫu."
    )


def test_where_both_readings_agree_only_one_is_said():
    assert "Nếu" not in cap(3, 10).warning
    assert cap(2, 10).warning == ""


def test_what_fits_by_the_reading_held_alone_is_still_warned_of():
    found = cap(1, 4, changed("cap.base.excellent_inside", "yes", Sure.UNVERIFIED))
    assert found.fits
    assert found.warning.endswith("chưa đủ để xếp người nào.")
    assert "không tính số đề nghị xuất sắc vào số làm mẫu" in found.warning


def test_a_reading_that_a_document_settled_stands_alone():
    found = cap(3, 14, changed("cap.base.excellent_inside", "no"))
    assert not found.readings_differ
    assert "Nếu" not in found.warning


def test_an_outstanding_body_may_rank_a_quarter():
    assert cap(2, 8, outstanding=True).fits
    assert not cap(2, 8).fits


def test_before_2026_the_same_share_stands_unverified_and_no_quarter_is_known():
    found = capped({"staff": {Level.EXCELLENT: 2, Level.GOOD: 8}}, WORDS, outstanding=True).groups[0]
    assert (found.held.allowed, found.sure, found.citation.number) == (1, Sure.UNVERIFIED, "90/2020/NĐ-CP")


@pytest.mark.parametrize(
    ("how", "allowed"), [("down", 1), ("up", 2), ("nearest", 2)], ids=["down", "up", "nearest"]
)
def test_rounding_is_a_value_of_the_unit(how: str, allowed: int):
    assert cap(1, 8, changed("cap.rounding", how)).held.allowed == allowed


def test_groups_are_counted_apart():
    levels = {Level.EXCELLENT: 1, Level.GOOD: 2}
    found = capped({"leader": levels, "staff": {Level.EXCELLENT: 1, Level.GOOD: 9}}, LAW)
    assert [one.fits for one in found.groups] == [False, True]
    assert not found.fits
    assert len(found.warnings) == 1


@pytest.mark.parametrize(
    ("excellent", "good", "allowed", "lower"), [(1, 3, 1, 0), (2, 2, 1, 1), (1, 4, 0, 1)]
)
def test_few_sub_units_have_one_instead_of_a_share(excellent: int, good: int, allowed: int, lower: int):
    """233/2026/NĐ-CP: fewer than 5 sub-units."""
    found = capped({TEAMS: {Level.EXCELLENT: excellent, Level.GOOD: good}}, LAW).groups[0]
    assert (found.held.allowed, found.lower) == (allowed, lower)
    assert found.by_number is (excellent + good < 5)
    if found.by_number and lower:
        assert "dưới 5, nên được tối đa 1" in found.warning
        assert found.warning.endswith("Cần giảm ít nhất 1 đơn vị trước khi bỏ phiếu.")


def test_a_rule_on_few_units_is_not_known_before_2026():
    assert not capped({TEAMS: {Level.GOOD: 3}}, WORDS).groups[0].by_number


def test_people_under_zero_are_refused():
    with pytest.raises(LevelsMiscounted, match="số người âm"):
        cap(0, -1)


@pytest.mark.parametrize(("head", "unit"), [("excellent", "good"), ("good", "failed")])
def test_a_head_is_not_ranked_above_his_unit(head: str, unit: str):
    with pytest.raises(HeadAboveUnit, match="cao hơn đơn vị"):
        head_against_unit(Level(head), Level(unit), LAW)
    head_against_unit(Level(unit), Level(head), LAW)
    head_against_unit(Level(head), Level(unit), changed("head.not_above_unit", "no"))


@given(st.integers(0, 60), st.integers(0, 60), st.sampled_from(["yes", "no"]))
def test_putting_down_as_many_as_said_fits_and_one_fewer_does_not(excellent: int, good: int, inside: str):
    law = changed("cap.base.excellent_inside", inside)
    lower = cap(excellent, good, law).lower
    assert cap(excellent - lower, good + lower, law).fits
    assert not lower or not cap(excellent - lower + 1, good + lower - 1, law).fits
