"""Splitting and joining lines by hand: the words stay the paper's, ordinals follow the places."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.documents.lines import cleaned, join, line_of, places, split, with_new_target, without_target
from chuan.law.lexicons import reader_lexicon
from chuan.rules.decision_text import DecisionReading, Line, read_decision
from chuan.rules.refusals import LineNotJoined, LineNotSplit
from chuan.rules.targets.types import Quantity
from chuan.rules.types import Span
from tests.documents.papers import REFERENCE

TEXT = REFERENCE.decode()
READ = read_decision(TEXT, lexicon=reader_lexicon())


def line(reading: DecisionReading, ordinal: str) -> Line:
    found = line_of(reading, ordinal)
    assert found is not None, ordinal
    return found


def ordinals(reading: DecisionReading) -> list[str]:
    return [one.ordinal for one in reading.objectives]


def place_of(ordinal: str, words: str) -> int:
    return next(place.at for place in places(line(READ, ordinal), TEXT) if place.words.startswith(words))


def test_a_line_may_be_split_where_its_clauses_part() -> None:
    offered = [place.words for place in places(line(READ, "1.4"), TEXT)]
    assert any(words.startswith("năng suất đạt 51 tạ/ha") for words in offered)


def test_a_number_is_never_a_place_to_split_inside() -> None:
    for one in READ.objectives:
        for place in places(one, TEXT):
            around = TEXT[place.at - 1 : place.at + 1]
            assert not (around[0].isdigit() and around[1].isdigit()), one.text


def test_splitting_parts_words_and_targets_at_the_place() -> None:
    moved = split(READ, "1.4", place_of("1.4", "năng suất"), TEXT)
    first, second = line(moved.reading, "1.4"), line(moved.reading, "1.5")
    assert first.text == "Tổng diện tích gieo trồng lúa cả năm 49 ha"
    assert second.text.startswith("năng suất đạt 51 tạ/ha")
    assert [target.unit for target in first.targets] == ["ha"]
    assert [target.unit for target in second.targets] == ["tạ/ha"]
    assert first.span.end == second.span.start
    assert second.parent == "1"


def test_the_lines_after_a_split_move_down_one_and_others_stay() -> None:
    moved = split(READ, "1.4", place_of("1.4", "năng suất"), TEXT)
    assert len(moved.reading.objectives) == len(READ.objectives) + 1
    assert ordinals(moved.reading)[:8] == ["1", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7"]
    assert line(moved.reading, "1.21").text == line(READ, "1.20").text
    assert line(moved.reading, "2").text == line(READ, "2").text
    assert moved.ordinals == {f"1.{n}": f"1.{n + 1}" for n in range(5, 21)}


def test_splitting_an_objective_moves_the_objectives_after_it_with_their_lines() -> None:
    at = place_of("3", "trên 95%")
    moved = split(READ, "3", at, TEXT)
    tops = [one.ordinal for one in moved.reading.objectives if not one.parent]
    assert tops == ["1", "2", "3", "4", "5", "6", "7", "8"]
    assert line(moved.reading, "4").text.startswith("trên 95% hồ sơ")
    assert line(moved.reading, "8").text == line(READ, "7").text
    assert "1.4" not in moved.ordinals


def test_splitting_objective_one_keeps_its_bullets_before_the_new_objective() -> None:
    at = places(line(READ, "1"), TEXT)[0].at
    moved = split(READ, "1", at, TEXT)
    assert ordinals(moved.reading).index("2") == ordinals(moved.reading).index("1.20") + 1


@pytest.mark.parametrize("at", [-1, 0, 10**6])
def test_a_place_that_is_not_offered_is_refused(at: int) -> None:
    with pytest.raises(LineNotSplit, match=r"dòng 1\.4"):
        split(READ, "1.4", at, TEXT)


def test_a_line_that_does_not_exist_cannot_be_split_or_joined() -> None:
    with pytest.raises(LineNotSplit):
        split(READ, "9.9", 5, TEXT)
    with pytest.raises(LineNotJoined):
        join(READ, "9.9", TEXT)


def test_joining_puts_words_and_targets_together() -> None:
    moved = join(READ, "1.18", TEXT)
    joined = line(moved.reading, "1.18")
    assert joined.text == f"{line(READ, '1.18').text} {line(READ, '1.19').text}"
    assert joined.targets == line(READ, "1.18").targets + line(READ, "1.19").targets
    assert line(moved.reading, "1.19").text == line(READ, "1.20").text
    assert moved.ordinals == {"1.19": "1.18", "1.20": "1.19"}


def test_the_last_line_has_nothing_to_be_joined_with() -> None:
    with pytest.raises(LineNotJoined, match=r"Sau dòng 1\.20"):
        join(READ, "1.20", TEXT)


def test_joining_an_objective_to_one_with_bullets_keeps_the_bullets_below_it() -> None:
    first, rest = READ.objectives[0], READ.objectives[1:]
    swapped = replace(
        READ,
        objectives=(
            replace(line(READ, "7"), ordinal="1"),
            replace(first, ordinal="2"),
            *(replace(one, ordinal=f"2.{one.ordinal[2:]}", parent="2") for one in rest if one.parent == "1"),
        ),
    )
    moved = join(swapped, "1", TEXT)
    below = [one for one in moved.reading.objectives if one.parent]
    assert {one.parent for one in below} == {"1"}
    assert [one.ordinal for one in below] == [f"1.{n}" for n in range(1, 21)]


@pytest.mark.parametrize("ordinal", ["1.4", "1.5", "3", "4"])
def test_split_and_join_are_each_others_reverse(ordinal: str) -> None:
    at = places(line(READ, ordinal), TEXT)[0].at
    back = join(split(READ, ordinal, at, TEXT).reading, ordinal, TEXT).reading
    assert ordinals(back) == ordinals(READ)
    assert line(back, ordinal).targets == line(READ, ordinal).targets
    assert line(back, ordinal).span == line(READ, ordinal).span
    assert [one.targets for one in back.objectives] == [one.targets for one in READ.objectives]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.booleans(), st.integers(0, 40), st.integers(0, 5)), max_size=8))
def test_ordinals_stay_unique_and_no_target_is_lost_whatever_is_done(
    steps: list[tuple[bool, int, int]],
) -> None:
    reading = READ
    wanted = sum(len(one.targets) for one in READ.objectives)
    for splits, which, where in steps:
        one = reading.objectives[which % len(reading.objectives)]
        try:
            if splits and (offered := places(one, TEXT)):
                reading = split(reading, one.ordinal, offered[where % len(offered)].at, TEXT).reading
            else:
                reading = join(reading, one.ordinal, TEXT).reading
        except LineNotJoined:
            continue
        known = ordinals(reading)
        assert len(known) == len(set(known))
        assert all(not up.parent or up.parent in known for up in reading.objectives)
        assert sum(len(up.targets) for up in reading.objectives) == wanted


def test_a_target_may_be_added_and_taken_away() -> None:
    more = with_new_target(READ, "1.13")
    assert len(line(more, "1.13").targets) == 2
    new = line(more, "1.13").targets[1]
    assert (new.quantity, new.value) == (Quantity.LEVEL, None)
    assert without_target(more, "1.13", 1) == READ
    assert without_target(READ, "1.13", 9) == READ
    assert line(without_target(READ, "1.4", 0), "1.4").targets == line(READ, "1.4").targets[1:]


def test_marks_of_markdown_are_no_words() -> None:
    assert cleaned("**Điều 1.** Ban hành *mục tiêu* \n chất lượng;") == "Điều 1. Ban hành mục tiêu chất lượng"
    assert cleaned("- 49 ha;") == "49 ha"


def test_a_text_without_clauses_offers_no_place() -> None:
    bare = Line("1", "", "Duy trì an ninh", Span(0, 15))
    assert places(bare, "Duy trì an ninh") == []
