"""Which things are told now: each once a stage, the furthest only, nothing that is settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chuan.rules.notices.facts import HELD, LATE, NEW, Channel, Choice, Due, Practice, Told, Way, way_of
from chuan.rules.notices.stages import soon_until, stage_on
from chuan.rules.notices.turns import opens
from chuan.rules.working_time import VIETNAM, Calendar


@dataclass(frozen=True, slots=True)
class Line:
    """One thing told: at which stage."""

    thing: Due
    stage: int


@dataclass(frozen=True, slots=True)
class Bundle:
    """``lines``: the most pressing first. ``held``: things that are no news, to be remembered as known."""

    lines: tuple[Line, ...] = ()
    held: tuple[Due, ...] = ()


@dataclass(frozen=True, slots=True)
class Looked:
    """``last``: when a bundle was last told here; ``chosen``: when the choice that stands was made."""

    last: datetime | None = None
    chosen: datetime | None = None

    @property
    def first(self) -> bool:
        """Whether nobody has looked here for this choice yet."""
        return self.last is None or (self.chosen is not None and self.last < self.chosen)

    @property
    def since(self) -> datetime | None:
        """From when a turn counts: nobody gets a bundle of a morning before he asked for it."""
        known = [one for one in (self.last, self.chosen) if one is not None]
        return max(known, default=None)


def tell(
    dues: Iterable[Due], told: Iterable[Told], choice: Choice, channel: Channel, *, looked: Looked, at: datetime,
    calendar: Calendar, practice: Practice,
) -> Bundle | None:  # fmt: skip
    """What is told at the moment; None: not now. An empty bundle is a turn with nothing to say.

    ``dues``: what waits for him now, so that nothing settled is told. Machines that were off change only the moment.
    """
    if not may_now(choice, channel, looked=looked, at=at, calendar=calendar, practice=practice):
        return None
    on = at.astimezone(VIETNAM).date()
    known_before = on - practice.fresh if looked.first else None
    return bundle_on(
        dues, told, choice, on=on, calendar=calendar, practice=practice, known_before=known_before
    )


def may_now(
    choice: Choice, channel: Channel, *, looked: Looked, at: datetime, calendar: Calendar, practice: Practice
) -> bool:
    """Whether it is the moment, whatever there is to tell."""
    way = way_of(choice, channel)
    last = looked.last if way is Way.AT_ONCE else looked.since
    gap = practice.gap if channel is Channel.LETTER else timedelta(0)
    return opens(way, choice, calendar, last=last, at=at, gap=gap)


def bundle_on(
    dues: Iterable[Due], told: Iterable[Told], choice: Choice, *, on: date, calendar: Calendar, practice: Practice,
    known_before: date | None = None,
) -> Bundle:  # fmt: skip
    """What a bundle of the day holds. ``known_before``: what was his before that day is no news."""
    reached, known = _reached(told), {one.key for one in told}
    until = soon_until(calendar, on, choice.ahead)
    lines, held = [], []
    for thing in dues:
        stage = stage_on(thing, on, until=until, steps=practice.steps)
        if thing.kind in choice.without or not _is_news(thing, stage, reached, known):
            continue
        if stage == NEW and known_before is not None and thing.since < known_before:
            held.append(thing)
        else:
            lines.append(Line(thing, stage))
    return Bundle(tuple(sorted(lines, key=_place)), tuple(held))


def _reached(told: Iterable[Told]) -> Mapping[tuple[int, date], int]:
    """The furthest stage told of each thing and due day."""
    found: dict[tuple[int, date], int] = {}
    for one in told:
        found[one.key, one.due] = max(one.stage, found.get((one.key, one.due), HELD))
    return found


def _is_news(thing: Due, stage: int, reached: Mapping[tuple[int, date], int], known: set[int]) -> bool:
    """Newly his: never told of before. Soon and late: further than was told of this due day."""
    if stage == NEW:
        return thing.key not in known
    return stage > reached.get((thing.key, thing.due), HELD)


def _place(line: Line) -> tuple[int, date, int]:
    """Overdue first, then soon, then new; within, the earliest day first."""
    return (-min(line.stage, LATE), line.thing.due, line.thing.key)
