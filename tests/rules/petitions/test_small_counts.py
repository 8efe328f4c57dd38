"""Counts below five are hidden from overseers, and cannot be computed from what is shown."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.rules.petitions import shown_counts


def test_a_small_number_is_hidden_and_a_zero_is_shown():
    shown = shown_counts({"feedback": 40, "complaint": 9, "denunciation": 2, "suggestion": 0}, least=5)
    assert shown.cells == {"feedback": 40, "complaint": None, "denunciation": None, "suggestion": 0}
    assert shown.total == 51


def test_numbers_that_are_not_small_are_all_shown():
    shown = shown_counts({"feedback": 40, "complaint": 5}, least=5)
    assert (dict(shown.cells), shown.total) == ({"feedback": 40, "complaint": 5}, 45)


def test_two_small_numbers_that_add_up_to_a_small_one_take_a_third_along():
    shown = shown_counts({"a": 1, "b": 2, "c": 30, "d": 50}, least=5)
    assert (shown.cells["c"], shown.cells["d"], shown.total) == (None, 50, 83)


def test_two_small_numbers_that_add_up_to_five_hide_each_other():
    assert shown_counts({"a": 2, "b": 3, "c": 30}, least=5).cells["c"] == 30


def test_a_single_small_number_hides_the_total_too():
    shown = shown_counts({"denunciation": 3, "complaint": 0}, least=5)
    assert (shown.cells["denunciation"], shown.cells["complaint"], shown.total) == (None, 0, None)


def test_an_empty_table_has_nothing_to_hide():
    assert shown_counts({}, least=5).total == 0


@settings(max_examples=80, deadline=None)
@given(st.dictionaries(st.text("abcdef", min_size=1, max_size=2), st.integers(0, 12), max_size=6))
def test_what_is_shown_never_tells_a_small_number(counts: dict[str, int]):
    shown = shown_counts(counts, least=5)
    hidden = [key for key, count in shown.cells.items() if count is None]
    assert all(count is None or count == 0 or count >= 5 for count in shown.cells.values())
    assert all(shown.cells[key] in (None, count) for key, count in counts.items())
    if shown.total is not None and hidden:
        left = shown.total - sum(count for count in shown.cells.values() if count)
        assert len(hidden) >= 2
        assert left >= 5
