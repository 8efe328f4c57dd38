"""`read_clock`: events, a rule and a calendar become the dates, the state and the ledger."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from chuan.rules.deadlines.custody import Custody, Stage, custody, in_order
from chuan.rules.deadlines.types import (
    CaseEvent,
    ClockReading,
    ClockRule,
    ClockUnit,
    LedgerLine,
    Moves,
    Remark,
    State,
    Verb,
)
from chuan.rules.deadlines.walking import NOBODY, Walk, walk
from chuan.rules.wording import said
from chuan.rules.working_time import Calendar, day_of, minute_of, moment_of


def read_clock(
    rule: ClockRule, calendar: Calendar, events: Iterable[CaseEvent], *, at: datetime
) -> ClockReading:
    """The dates, ledger and state of a case at a moment. Events later than ``at`` are not looked at.

    Once due, always due: what happens after the due minute (a request, a restart, a prolongation) moves
    nothing and is remarked. Raises ValueError without an event, or for a moment without zone.
    """
    until = minute_of(at)
    told = tuple(event for event in in_order(events) if minute_of(event.at) <= until)
    if not told:
        raise ValueError("a clock needs at least the event that starts it")
    allowed, appointment, remarks = _granted(rule, calendar, told)
    held = custody(rule, calendar, allowed)
    total = _total(rule, allowed)
    found = walk(rule, calendar, held, total, until)
    looked = until if held.ended is None else min(until, held.ended)
    over = found.due is not None and looked >= found.due
    used = found.total if over else _used(rule, calendar, held, total, looked)
    stage = held.at(until) or NOBODY
    return ClockReading(
        rule=rule,
        lawful_due=moment_of(found.due) if found.due is not None else None,
        appointment=appointment,
        lines=(*_settled(found.lines, held), *_overdue_lines(rule, calendar, held, found)),
        holder=stage.holder,
        state=_state(rule, held, found, used, until),
        used=used,
        total=total,
        started_on=_started_on(held),
        missing_year=found.missing_year,
        unconfirmed=tuple(sorted(found.unconfirmed)),
        remarks=(*remarks, *_after_due(allowed, found)),
    )


def first_promise(rule: ClockRule, calendar: Calendar, events: Iterable[CaseEvent]) -> datetime | None:
    """The date that could be printed when the case was accepted: the start alone, by the calendar known then.

    None before the clock starts, or when the calendar's year is not held.
    """
    told = in_order(event for event in events if event.verb is Verb.TAKE)
    starts = next((n for n, event in enumerate(told) if event.holder in rule.counted), None)
    if starts is None:
        return None
    begun = told[: starts + 1]
    known = calendar.known_by(day_of(minute_of(begun[-1].at)))
    return read_clock(rule, known, begun, at=begun[-1].at).lawful_due


def _total(rule: ClockRule, events: Sequence[CaseEvent]) -> int:
    return rule.total + sum(event.amount for event in events if event.verb is Verb.GRANT)


def _due(rule: ClockRule, calendar: Calendar, events: Sequence[CaseEvent], *, more: int = 0) -> date | None:
    """The due day that the events give; None while somebody else holds the case."""
    held = custody(rule, calendar, events)
    if not held.stages:
        return None
    found = walk(rule, calendar, held, _total(rule, events) + more, held.stages[-1].since)
    return day_of(found.due) if found.due is not None else None


@dataclass
class _Granting:
    """What is collected while prolongations and new dates are looked at, in order of time."""

    allowed: list[CaseEvent]
    remarks: list[Remark]
    appointment: date | None = None
    grants: int = 0
    reappointments: int = 0


def _granted(
    rule: ClockRule, calendar: Calendar, events: Sequence[CaseEvent]
) -> tuple[tuple[CaseEvent, ...], date | None, tuple[Remark, ...]]:
    """The events without the prolongations that were not allowed, the appointment, and what to remark."""
    so_far = _Granting([], [])
    for event in events:
        if event.verb is Verb.GRANT:
            _grant(rule, calendar, event, so_far)
        elif event.verb is Verb.REAPPOINT:
            _reappoint(rule, calendar, event, so_far)
        else:
            so_far.allowed.append(event)
    return tuple(so_far.allowed), so_far.appointment, tuple(so_far.remarks)


def _grant(rule: ClockRule, calendar: Calendar, event: CaseEvent, so_far: _Granting) -> None:
    due = _due(rule, calendar, so_far.allowed)
    if so_far.grants >= rule.grants:
        so_far.remarks.append(
            Remark("prolonged_again", f"Gia hạn quá {rule.grants} lần: lần này không được tính.")
        )
        return
    if due and (remark := _too_late(rule, event, due, "Gia hạn", "prolonged_late")):
        so_far.remarks.append(replace(remark, text=f"{remark.text} Hạn giữ nguyên."))
        return
    so_far.grants += 1
    if rule.moves is Moves.LAWFUL_DUE:
        so_far.allowed.append(event)
    else:
        so_far.appointment = _due(rule, calendar, so_far.allowed, more=event.amount)


def _reappoint(rule: ClockRule, calendar: Calendar, event: CaseEvent, so_far: _Granting) -> None:
    """A new date is a fact for the citizen even when it came late; a second one is not allowed."""
    if so_far.reappointments >= rule.grants:
        so_far.remarks.append(
            Remark("apologised_again", f"Hẹn lại quá {rule.grants} lần: ngày hẹn giữ theo lần đầu.")
        )
        return
    due = _due(rule, calendar, so_far.allowed)
    if due and (remark := _too_late(rule, event, due, "Xin lỗi", "apologised_late")):
        so_far.remarks.append(remark)
    so_far.reappointments += 1
    so_far.appointment = event.until


def _too_late(rule: ClockRule, event: CaseEvent, due: date, what: str, code: str) -> Remark | None:
    on = day_of(minute_of(event.at))
    if on <= due - timedelta(days=rule.notice_days):
        return None
    asked = f"phải trước ngày hết hạn ({said(due)}) ít nhất {rule.notice_days} ngày"
    return Remark(code, f"{what} ngày {said(on)} là muộn: {asked}.")


def _after_due(events: Sequence[CaseEvent], found: Walk) -> tuple[Remark, ...]:
    """A request or a restart after the due minute does not make a late case timely."""
    late = [
        event
        for event in events
        if found.due is not None and minute_of(event.at) > found.due and event.verb is not Verb.END
    ]
    if not late:
        return ()
    day = said(day_of(minute_of(late[0].at)))
    return (Remark("moved_after_due", f"Việc ngày {day} xảy ra sau khi đã hết hạn: hạn giữ nguyên."),)


def _started_on(held: Custody) -> date | None:
    zero = next((stage.zero for stage in held.stages if stage.round == 1), None)
    return day_of(zero) if zero is not None else None


def _used(rule: ClockRule, calendar: Calendar, held: Custody, total: int, until: int) -> int:
    """What the round in force had counted at the minute: whole days closed, or minutes worked."""
    stage = held.at(until) or NOBODY
    after = until if rule.unit is ClockUnit.WORKING_HOUR else until + 1
    told = tuple(one for one in held.stages if one.since < after)
    stopped = Custody((*told, Stage(after, "", stage.round, stage.zero)), None)
    return walk(rule, calendar, stopped, total, until).used


def _state(rule: ClockRule, held: Custody, found: Walk, used: int, until: int) -> State:
    if held.ended is not None:
        return State.ENDED
    if found.due is not None and until > found.due:
        return State.OVERDUE
    stage = held.at(until) or NOBODY
    if not (stage.round and stage.holder in rule.counted):
        return State.WAITING
    soon = found.due is not None and (
        day_of(found.due) <= day_of(until) or used >= rule.warn_at * found.total
    )
    return State.DUE_SOON if soon else State.RUNNING


def _settled(lines: Sequence[LedgerLine], held: Custody) -> list[LedgerLine]:
    """The ledger, saying of days after the end that they only show what time was left."""
    if held.ended is None:
        return list(lines)
    end = day_of(held.ended)
    after = f" (đã xong {said(end)}; tính tiếp để biết hạn)"
    return [replace(one, why=one.why + after) if one.day > end else one for one in lines]


def _overdue_lines(rule: ClockRule, calendar: Calendar, held: Custody, found: Walk) -> list[LedgerLine]:
    """The days from the due day to the day a late case was settled: not counted, but somebody held it."""
    if found.due is None or held.ended is None:
        return []
    days = range(found.due // 1440 + 1, held.ended // 1440 + 1)
    return [_overdue(rule, calendar, held, date.fromordinal(ordinal), found.round) for ordinal in days]


def _overdue(rule: ClockRule, calendar: Calendar, held: Custody, day: date, count: int) -> LedgerLine:
    info = calendar.day(day)
    stage = held.at(info.close) or NOBODY
    why = "quá hạn" if info.counts else f"quá hạn; {info.why}"
    return LedgerLine(day, count, stage.holder, 0, why, rule.source if info.counts else info.source)
