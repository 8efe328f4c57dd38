"""What all sources say of one dossier, together: one picture, and how it came about. No Django in here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from chuan.rules.working_time import VIETNAM

DATES = ("promised_at", "ready_at", "returned_at")
"""Dates that should not change once the case was due."""

Values = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a row of one source, brought by an import that stands.

    ``values`` None: from then on the source no longer listed it.
    """

    source: str
    number: int
    values: Values | None
    recorded_at: datetime


@dataclass(frozen=True, slots=True)
class Promise:
    """A day the sources promised, and the day on which a file first showed it here."""

    seen: date
    day: str


@dataclass(frozen=True, slots=True)
class Picture:
    """A dossier as all sources together show it. ``promises`` in the order they were seen, each day once in a row.

    ``changed_after_due``: a date that was already there became another one after the promised day had passed.
    """

    values: Values
    promises: tuple[Promise, ...]
    changed_after_due: bool


def merge(versions: Iterable[Version]) -> Picture | None:
    """The picture that these versions of all sources give; None when no source lists the dossier any more.

    Of each source its last version counts; of each field the value recorded last, empty ones aside. A bare day
    never takes the hour away from a moment of the same day. The same versions in any order give the same picture.
    """
    told = sorted(versions, key=lambda one: (one.recorded_at, one.source, one.number))
    standing = {one.source: one for one in told}
    last = sorted(standing.values(), key=lambda one: (one.recorded_at, one.source, one.number))
    seen = [one.values for one in last if one.values is not None]
    if not seen:
        return None
    values = seen[0] if len(seen) == 1 else _together(seen)
    return Picture(values, tuple(_promises(told)), _changed_after_due(told))


def _together(seen: Sequence[Values]) -> dict[str, str]:
    values: dict[str, str] = {}
    for one in seen:
        for name, value in one.items():
            if value and not same_day(values.get(name, ""), value):
                values[name] = value
    return values


def same_day(held: str, said: str) -> bool:
    """Whether ``said`` is the bare day of the moment that is held: 2021-03-05 beside 2021-03-05T09:30:00."""
    return len(said) == 10 and len(held) > 10 and held.startswith(said)


def _promises(told: Sequence[Version]) -> Iterable[Promise]:
    """The days promised, one after another, as whoever read all files on the day would have seen them."""
    by_source: dict[str, str] = {}
    shown = ""
    for one in told:
        by_source.pop(one.source, None)
        day = one.values.get("promised_at", "")[:10] if one.values else ""
        if day:
            by_source[one.source] = day
        now = next(reversed(by_source.values()), "")
        if now and now != shown:
            shown = now
            yield Promise(local_day(one.recorded_at), now)


def _changed_after_due(told: Sequence[Version]) -> bool:
    """By the versions that stand alone: what a withdrawn file said is nothing to have been changed."""
    before: dict[str, Values] = {}
    for one in told:
        if one.values is None:
            continue
        held = before.get(one.source)
        if held is not None and held != one.values and _changed(held, one.values, one.recorded_at):
            return True
        before[one.source] = one.values
    return False


def _changed(before: Values, after: Values, at: datetime) -> bool:
    """Whether a date that was there is another one from ``at`` on, which is after the promised day.

    A date filled in for the first time is no change.
    """
    due = before.get("promised_at", "")[:10]
    if not due or not any(_another(before, after, name) for name in DATES):
        return False
    return local_day(at).isoformat() > due


def _another(before: Values, after: Values, name: str) -> bool:
    held, said = before.get(name), after.get(name)
    return held is not None and held != "" and said is not None and held[:10] != said[:10]


def local_day(at: datetime) -> date:
    """The day of a moment in Viet Nam."""
    return at.astimezone(VIETNAM).date()
