"""Every clock of a petition at a moment: dates, ledger, outcome, what to remark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from chuan.rules.deadlines import (
    OFFICE,
    SUSPENDED,
    CaseEvent,
    ClockReading,
    Outcome,
    Remark,
    Verb,
    outcome,
    read_clock,
)
from chuan.rules.law import Value
from chuan.rules.petitions.clocks import Clock, Facts, clock_rule, clocks_of, longest_prolongation
from chuan.rules.petitions.steps import Happening, Step, in_order
from chuan.rules.types import Sure
from chuan.rules.working_time import Calendar, minute_of

Law = Callable[[date], Mapping[str, Value]]
"""The law for a clock that starts on a day."""


@dataclass(frozen=True, slots=True)
class ClockDates:
    """One clock of a petition. ``outcome`` is None until it ended."""

    clock: Clock
    reading: ClockReading
    outcome: Outcome | None
    remarks: tuple[Remark, ...]


def petition_dates(
    law: Law, calendar: Calendar, facts: Facts, happenings: Iterable[Happening], *, at: datetime
) -> tuple[ClockDates, ...]:
    """The clocks that have started by ``at``, in the order of `CLOCKS`.

    Each takes the law of the day it starts on: a complaint received in June 2026 and accepted in July is
    accepted by the old law and resolved by the new. Raises the `Refused` of `in_order`.
    """
    past = [one for one in in_order(facts.kind, happenings) if minute_of(one.at) <= minute_of(at)]
    found = (_dated(clock, law, calendar, facts, past, at) for clock in clocks_of(facts))
    return tuple(one for one in found if one)


def clock_named(dates: Iterable[ClockDates], key: str) -> ClockDates | None:
    """The clock of that key; None when it has not started."""
    return next((one for one in dates if one.clock.key == key), None)


def _dated(
    clock: Clock, law: Law, calendar: Calendar, facts: Facts, past: list[Happening], at: datetime
) -> ClockDates | None:
    starts = [n for n, one in enumerate(past) if one.step in clock.starts]
    if not starts:
        return None
    start = starts[-1] if clock.latest else starts[0]
    values = law(past[start].on)
    rule = clock_rule(clock, facts, values)
    if rule is None:
        return None
    most = longest_prolongation(clock, facts, values)
    reading = read_clock(rule, calendar, _events(clock, past[start:], most), at=at)
    ended = next((one.at for one in past[start:] if one.step in clock.ends), None)
    told = outcome(reading, ended, calendar=calendar) if ended else None
    return ClockDates(clock, reading, told, (*reading.remarks, *_remarks(reading, past[start:], most)))


def _events(clock: Clock, past: list[Happening], most: int) -> Iterator[CaseEvent]:
    """What the steps from the start on do to the clock; nothing after its end."""
    yield CaseEvent(past[0].at, Verb.TAKE, OFFICE)
    for one in past[1:]:
        if one.step in clock.ends:
            yield CaseEvent(one.at, Verb.END)
            return
        if clock.again and one.step is clock.again:
            yield CaseEvent(one.at, Verb.RESTART, OFFICE)
        elif clock.suspendable and one.step in _HOLDERS:
            yield CaseEvent(one.at, Verb.TAKE, _HOLDERS[one.step])
        elif clock.prolongable and one.step is Step.PROLONGED:
            yield CaseEvent(one.at, Verb.GRANT, amount=min(one.days, most))


_HOLDERS = {Step.SUSPENDED: SUSPENDED, Step.RESUMED: OFFICE}


def _remarks(reading: ClockReading, past: list[Happening], most: int) -> Iterator[Remark]:
    if most and any(one.days > most for one in past):
        yield Remark(
            "prolonged_too_long", f"Có lần gia hạn quá {most} ngày: chỉ {most} ngày được tính vào hạn."
        )
    if reading.rule.sure is Sure.UNVERIFIED:
        source = reading.rule.source
        yield Remark("law_unverified", f"Thời hạn chưa xác minh: {source.number}, {source.article}.")
    if reading.missing_year is not None:
        year = f"{reading.missing_year:04d}"
        yield Remark("calendar_missing", f"Chưa có lịch nghỉ năm {year} nên chưa tính được hạn.")
