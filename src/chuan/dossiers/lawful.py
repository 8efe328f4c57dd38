"""Lawful due moments of very many dossiers: plain ones from one table, the others by their whole story.

No Django in here.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from chuan.dossiers.stories import Moment, Steps, happenings
from chuan.law.clock_rules import DossierLaw
from chuan.rules.deadlines import (
    OFFICE,
    ClockUnit,
    DueTable,
    Happening,
    Supplement,
    due_table,
    read_clock,
    tell,
)
from chuan.rules.refusals import Refused
from chuan.rules.working_time import MINUTES, Calendar, minute_of


@dataclass(frozen=True, slots=True)
class Period:
    """How long a case may take: ``total`` of ``unit``, by the law it was accepted under."""

    total: int
    unit: ClockUnit
    law: DossierLaw


@dataclass(frozen=True, slots=True)
class Claim:
    """What is asked of the clock: the steps, the period, and steps that people typed here (a prolongation)."""

    steps: Steps
    period: Period | None
    typed: tuple[Happening, ...] = ()


def lawful_dues(claims: Sequence[Claim], calendar: Calendar) -> list[int | None]:
    """The lawful due minute of each (`minute_of`), in order; None while nobody can say it.

    None: no period, papers are awaited, the calendar's year is not held, or the dates contradict each other.
    """
    tables = _Tables(calendar, max((one.period.total for one in claims if one.period), default=1))
    dues: list[int | None] = [None] * len(claims)
    groups: dict[tuple[ClockUnit, bool, int], list[int]] = {}
    for row, claim in enumerate(claims):
        if claim.period is None or claim.steps.received is None:
            continue
        if (block := tables.block_of(claim, calendar)) is None:
            dues[row] = lawful_due(claim, calendar)
        else:
            restart = claim.period.law.supplement is Supplement.RESTART
            groups.setdefault((claim.period.unit, restart, block), []).append(row)
    for (unit, restart, block), rows in groups.items():
        found = _by_table(tables.table(block), [claims[row] for row in rows], unit, restart=restart)
        for row, day in zip(rows, found, strict=True):
            dues[row] = calendar.day(date.fromordinal(day)).close if day else None
    return dues


def lawful_due(claim: Claim, calendar: Calendar) -> int | None:
    """The lawful due minute of one case by its whole story."""
    period, steps = claim.period, claim.steps
    if period is None or steps.received is None or (_hours(period) and not steps.received.exact):
        return None
    try:
        told = tell(
            (*happenings(steps, calendar), *claim.typed),
            supplement=period.law.supplement,
            competent_start=period.law.competent_start,
        )
    except Refused:
        return None
    rule = period.law.clock(period.unit, period.total)
    reading = read_clock(rule, calendar, told.events, at=max(one.at for one in told.events))
    return None if reading.lawful_due is None else minute_of(reading.lawful_due)


def _hours(period: Period) -> bool:
    return period.unit is ClockUnit.WORKING_HOUR


def _by_table(table: DueTable, claims: Sequence[Claim], unit: ClockUnit, *, restart: bool) -> list[int]:
    """Due days as ordinals, 0 where there is none."""
    starts = [one.steps.received.day.toordinal() for one in claims if one.steps.received]
    totals = [one.period.total for one in claims if one.period]
    if unit is ClockUnit.CALENDAR_DAY:
        return table.calendar(starts, totals)
    asked = [one.steps.asked.day.toordinal() if one.steps.asked else 0 for one in claims]
    supplied = [one.steps.supplied.day.toordinal() if one.steps.supplied else 0 for one in claims]
    return table.supplemented(starts, totals, asked, supplied, restart=restart)


class _Tables:
    """The table of each run of years that the calendar holds, made when first asked for."""

    def __init__(self, calendar: Calendar, longest: int) -> None:
        self._calendar, self._longest = calendar, longest
        self._blocks: dict[int, tuple[int, int]] = {}
        self._made: dict[int, DueTable] = {}
        self._fast: dict[int, bool] = {}
        first = 0
        for year in sorted(calendar.years):
            first = first if year - 1 in calendar.years else year
            self._blocks[year] = (first, year)
        self._last = {first: year for year, (first, _) in sorted(self._blocks.items())}

    def table(self, block: int) -> DueTable:
        """The table of the years from ``block`` on."""
        if block not in self._made:
            last = date(self._last[block], 12, 31)
            self._made[block] = due_table(
                self._calendar, date(block, 1, 1), last, longest=max(400, self._longest + 1)
            )
        return self._made[block]

    def block_of(self, claim: Claim, calendar: Calendar) -> int | None:
        """The first year of the table that answers this claim; None when only its whole story can."""
        steps, period = claim.steps, claim.period
        if period is None or steps.received is None or claim.typed or steps.competent or _hours(period):
            return None
        if period.total < 1 or not self._plain_law(period.law):
            return None
        found = self._blocks.get(steps.received.day.year)
        if found is None or not self._simple(steps, period.unit, found[0], calendar):
            return None
        return found[0]

    def _plain_law(self, law: DossierLaw) -> bool:
        """Whether this law has nothing that the table does not know."""
        if id(law) not in self._fast:
            rule = law.clock(ClockUnit.WORKING_DAY, 1)
            self._fast[id(law)] = rule.cutoff is None and rule.roll and OFFICE in rule.counted
        return self._fast[id(law)]

    def _simple(self, steps: Steps, unit: ClockUnit, block: int, calendar: Calendar) -> bool:
        """In order, nothing in the evening (which counts for the next day), at most one supplement of working days."""
        received, asked, supplied, settled = steps.received, steps.asked, steps.supplied, steps.settled
        assert received is not None
        if asked is None:
            return supplied is None and (settled is None or not _before(settled, received))
        if unit is not ClockUnit.WORKING_DAY or (settled is not None and supplied is None):
            return False
        told = [received, asked, *([supplied] if supplied else []), *([settled] if settled else [])]
        within = all(
            one.exact and one.minute < calendar.day(one.day).close and self._blocks.get(one.day.year, (0,))[0] == block
            for one in (asked, supplied) if one is not None
        )  # fmt: skip
        return within and all(one.minute < two.minute for one, two in pairwise(told))


def _before(one: Moment, other: Moment) -> bool:
    """Whether ``one`` cannot have come after ``other``; a bare day may lie anywhere in its day."""
    return one.minute < other.minute if one.exact else one.day < other.day


def portal_end(steps: Steps) -> int | None:
    """The end that the national portal looks at; None while the case runs (QĐ 766/QĐ-TTg).

    Papers that never came end it on the day they were asked for.
    """
    if steps.asked is not None and steps.supplied is None:
        return steps.asked.minute
    return steps.settled.minute if steps.settled else None


def portal_due(steps: Steps, lawful: int | None) -> int | None:
    """The last minute at which the portal counts the case as within time: its promise moved on by the citizen's time.

    Without a promise the procedure's own period decides, of a case that no papers were asked for.
    """
    wait = steps.supplied.minute - steps.asked.minute if steps.asked and steps.supplied else 0
    promised = steps.promised
    if promised is None:
        return lawful if steps.asked is None else None
    return (promised.minute if promised.exact else promised.minute + MINUTES - 1) + max(wait, 0)
