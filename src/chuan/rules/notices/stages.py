"""Which stage a thing has reached on a day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from chuan.rules.notices.facts import LATE, NEW, SOON, Due
from chuan.rules.working_time import Calendar


def stage_on(thing: Due, on: date, *, until: date, steps: Sequence[int]) -> int:
    """The furthest stage reached. ``until``: the last day called soon. After the last step nothing new is reached."""
    if thing.due < on:
        days = (on - thing.due).days
        return LATE + max((step for step in steps if step <= days), default=1)
    return SOON if thing.due <= until else NEW


def soon_until(calendar: Calendar, on: date, ahead: int) -> date:
    """The ``ahead``-th working day after ``on``; days as they come where no calendar is held."""
    until = on
    for _step in range(ahead):
        following = calendar.next_working(until)
        if following is None:
            return on + timedelta(days=ahead)
        until = following.day
    return until
