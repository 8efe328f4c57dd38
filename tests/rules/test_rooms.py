"""Which rooms a unit does without on a day, and what each of them needs."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.rooms import Switched, off_on, still_needed_by, with_needs

DAY = date(2026, 3, 2)
NEEDS = {"processes": (), "corrections": (), "audits": ("processes", "corrections"), "risks": ("processes",)}


def off(room: str, since: date = DAY) -> Switched:
    return Switched(room, since, on=False)


def on(room: str, since: date = DAY) -> Switched:
    return Switched(room, since, on=True)


def test_what_was_never_switched_is_on():
    assert off_on([], DAY) == frozenset()
    assert off_on([off("risks")], DAY) == {"risks"}


def test_a_switch_counts_from_its_day_on():
    assert off_on([off("risks")], DAY - timedelta(days=1)) == frozenset()
    assert off_on([off("risks")], DAY + timedelta(days=400)) == {"risks"}


def test_of_two_the_later_day_counts_whichever_was_recorded_first():
    later = DAY + timedelta(days=7)
    assert off_on([on("risks", later), off("risks")], later) == frozenset()
    assert off_on([on("risks", later), off("risks")], DAY) == {"risks"}


def test_of_two_for_one_day_the_later_record_counts():
    assert off_on([off("risks"), on("risks")], DAY) == frozenset()
    assert off_on([on("risks"), off("risks")], DAY) == {"risks"}


def test_a_room_comes_after_what_it_needs():
    assert with_needs("audits", NEEDS) == ("processes", "corrections", "audits")
    assert with_needs("corrections", NEEDS) == ("corrections",)
    assert with_needs("no_such_room", NEEDS) == ("no_such_room",)


def test_needs_that_go_in_a_circle_end():
    assert set(with_needs("a", {"a": ("b",), "b": ("a",)})) == {"a", "b"}


def test_what_two_needs_share_stands_once():
    assert with_needs("d", {"d": ("b", "c"), "b": ("a",), "c": ("a",)}) == ("a", "b", "c", "d")


@pytest.mark.parametrize(
    ("room", "closed", "needing"),
    [
        ("processes", (), ("audits", "risks")),
        ("processes", ("audits",), ("risks",)),
        ("processes", ("audits", "risks"), ()),
        ("audits", (), ()),
    ],
)
def test_a_room_is_held_open_by_those_that_need_it_and_are_on(room, closed, needing):
    assert still_needed_by(room, NEEDS, closed) == needing


SWITCHES = st.lists(
    st.builds(Switched, st.sampled_from("abc"), st.dates(date(2026, 1, 1), date(2026, 1, 9)), st.booleans()),
    max_size=12,
)


@given(SWITCHES, st.dates(date(2026, 1, 1), date(2026, 1, 12)), st.sampled_from("abc"))
def test_a_switch_of_today_decides_alone_and_touches_no_other_room(before, day, room):
    earlier = [one for one in before if one.since <= day]
    after = off_on([*earlier, off(room, day)], day)
    assert after == off_on(earlier, day) | {room}
    assert off_on([*earlier, on(room, day)], day) == off_on(earlier, day) - {room}
