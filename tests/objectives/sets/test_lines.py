"""Canonical lines of a set, and what differs between two sets; no database."""

from __future__ import annotations

from dataclasses import replace

import pytest

from chuan.rules.figure_sets import Cause, SetUnreadable, differences, read_lines, short_digest
from tests.objectives.sets.made import EMPTY, FIGURE, HEAD, TARGET, UID, a_set


def test_lines_are_read_back_as_they_were_with_the_same_digest() -> None:
    made = a_set()
    back = read_lines(made.text)
    assert back.text == made.text
    assert back.digest == made.digest
    assert [one.label for one in back.missing] == ["2"]
    assert short_digest(made.digest) == "-".join(made.digest[at : at + 4] for at in (0, 4, 8, 12))


def test_any_other_figure_gives_another_digest() -> None:
    other = replace(TARGET, figures=(replace(FIGURE, numerator="1241"),))
    assert a_set(other, EMPTY).digest != a_set().digest
    assert a_set(head=replace(HEAD, name="Tên khác")).digest != a_set().digest


@pytest.mark.parametrize(
    "text", ["", "{}\n", '{"line":"set"}\n', "không phải\n", "[1]\n", '{"line":"khác"}\n']
)
def test_what_is_no_set_is_refused(text: str) -> None:
    with pytest.raises(SetUnreadable):
        read_lines(text)


def test_a_set_of_another_format_is_refused() -> None:
    with pytest.raises(SetUnreadable):
        read_lines(a_set(head=replace(HEAD, format="chuan-figure-set/0")).text)


def test_equal_sets_do_not_differ() -> None:
    assert differences(a_set(), a_set(head=replace(HEAD, name="Bộ sau"))) == ()


def test_a_corrected_figure_changes_value_stage_and_verdict() -> None:
    fresh = replace(FIGURE, uid=UID.format(6), version=2, numerator="1200", stage="official")
    before = replace(TARGET, stage="estimate", figures=(replace(FIGURE, stage="estimate"),))
    after = replace(TARGET, numerator="1200", outcome="not_met", figure_words="93,46 %", figures=(fresh,))
    (found,) = differences(a_set(before, EMPTY), a_set(after, EMPTY))
    assert (found.value_changed, found.stage_changed, found.verdict_changed) == (True, True, True)
    assert [
        (one.cause, one.before and one.before.version, one.after and one.after.version)
        for one in found.figures
    ] == [(Cause.CORRECTED, 1, 2)]


def test_figures_that_came_or_went_are_told_by_period() -> None:
    more = replace(FIGURE, uid=UID.format(7), start="2021-04-01", end="2021-07-01")
    (came,) = differences(a_set(TARGET), a_set(replace(TARGET, figures=(FIGURE, more))))
    assert [one.cause for one in came.figures] == [Cause.ADDED]
    (gone,) = differences(a_set(replace(TARGET, figures=(FIGURE, more))), a_set(TARGET))
    assert [one.cause for one in gone.figures] == [Cause.GONE]


def test_a_promised_figure_that_only_one_set_holds_is_told() -> None:
    found = differences(a_set(TARGET, EMPTY), a_set(TARGET))
    assert [(one.shown.label, one.after) for one in found] == [("2", None)]
