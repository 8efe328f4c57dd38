"""What the telling rests on: things that are due, what was told, what a person chose, what is practice."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

HELD, NEW, SOON, LATE = 0, 1, 2, 3
"""Stages of one thing, in the order they are reached. HELD: it was his before he was told of anything, so it is not
news. LATE + n: overdue for n days; n is one of the steps of practice."""


class Channel(StrEnum):
    """Where somebody is told."""

    INSIDE = "inside"
    LETTER = "letter"


class Way(StrEnum):
    """How often."""

    NONE = "none"
    AT_ONCE = "at_once"
    DAILY = "daily"
    WEEKLY = "weekly"


@dataclass(frozen=True, slots=True)
class Due:
    """A thing that waits for a person, his since ``since`` at the earliest; ``key`` names it while it lives."""

    key: int
    kind: str
    due: date
    since: date


@dataclass(frozen=True, slots=True)
class Told:
    """What was told of a thing before: the stage, and the due day it was told of."""

    key: int
    stage: int
    due: date


@dataclass(frozen=True, slots=True)
class Choice:
    """A person's choice. ``hour``: of a bundle; nothing is told from ``quiet_from`` to ``quiet_to`` (the same hour
    twice: no quiet), nor on days off unless ``days_off``; ``ahead``: working days called soon; ``without``: kinds.
    """

    inside: bool = True
    letter: Way = Way.NONE
    hour: time = time(7, 30)
    quiet_from: time = time(18, 0)
    quiet_to: time = time(7, 0)
    days_off: bool = False
    ahead: int = 3
    without: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Practice:
    """``steps``: days overdue at which it is said again, the first is 1; ``gap``: the least time between two letters
    that go at once; ``fresh``: how long something is news to somebody who is told for the first time."""

    steps: tuple[int, ...]
    gap: timedelta
    fresh: timedelta


def way_of(choice: Choice, channel: Channel) -> Way:
    """Inside it is told as it comes, or not at all."""
    if channel is Channel.LETTER:
        return choice.letter
    return Way.AT_ONCE if choice.inside else Way.NONE


def late_days(stage: int) -> int:
    """How many days overdue a stage says; 0 for one that is not late."""
    return max(stage - LATE, 0)
