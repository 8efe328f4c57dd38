"""Who held a case when: the events of a clock as spans of custody, in whole minutes."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from chuan.rules.deadlines.types import OFFICE, CaseEvent, ClockRule, Verb
from chuan.rules.working_time import Calendar, day_of, minute_of


@dataclass(frozen=True, slots=True)
class Stage:
    """From ``since`` (a minute) on, ``holder`` has the case, in the ``round``-th count (0: not begun).

    ``zero``: the first minute from which time counts in this round; for days, its date is day zero.
    """

    since: int
    holder: str
    round: int
    zero: int


@dataclass(frozen=True, slots=True)
class Custody:
    """Spans of custody in order, and the minute the case ended (None: it runs)."""

    stages: tuple[Stage, ...]
    ended: int | None
    sinces: tuple[int, ...] = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "sinces", tuple(stage.since for stage in self.stages))

    def at(self, minute: int) -> Stage | None:
        """The stage in force at the minute; None before the first."""
        index = bisect_right(self.sinces, minute)
        return self.stages[index - 1] if index else None

    def within(self, start: int, end: int) -> list[tuple[int, int, Stage]]:
        """The range [start, end) of minutes cut where custody changes: (from, to, stage)."""
        cuts = [start, *(s.since for s in self.stages if start < s.since < end), end]
        pieces = ((one, two, self.at(one)) for one, two in pairwise(cuts) if one < two)
        return [(one, two, stage) for one, two, stage in pieces if stage]


def in_order(events: Iterable[CaseEvent]) -> tuple[CaseEvent, ...]:
    """Events by minute; those of one minute stay as given."""
    return tuple(sorted(events, key=lambda event: minute_of(event.at)))


def custody(rule: ClockRule, calendar: Calendar, events: Sequence[CaseEvent]) -> Custody:
    """The spans of custody that the events (in order) tell of.

    After the end the case counts as the office's: the days that were left show how early it was settled.
    """
    stages: list[Stage] = []
    ended = None
    for event in events:
        at, before = minute_of(event.at), (stages[-1] if stages else Stage(0, "", 0, 0))
        if event.verb is Verb.END:
            ended = at
            holder = before.holder if before.holder in rule.counted else OFFICE
            stages.append(Stage(at, holder, before.round, before.zero))
        elif event.verb in (Verb.TAKE, Verb.RESTART):
            begins = event.verb is Verb.RESTART or (before.round == 0 and event.holder in rule.counted)
            zero = start_of(rule, calendar, at) if begins else before.zero
            holder = event.holder or OFFICE
            stages.append(Stage(at, holder, before.round + begins, zero))
    return Custody(tuple(stages), ended)


def start_of(rule: ClockRule, calendar: Calendar, at: int) -> int:
    """The minute the count starts from: ``at``, or the next working day's opening when after the cutoff."""
    if rule.cutoff is None or at % 1440 <= rule.cutoff.hour * 60 + rule.cutoff.minute:
        return at
    following = calendar.next_working(day_of(at))
    return following.start if following else at
