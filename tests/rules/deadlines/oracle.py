"""A second opinion: the due minute found by walking through every single minute, knowing nothing of stages.

Slow and plain on purpose. It reads the same events, calendar and rule, and shares no code with the clock
but the calendar's rows.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from chuan.rules.deadlines import CaseEvent, ClockRule, ClockUnit, Verb
from chuan.rules.working_time import VIETNAM, Calendar

LIMIT = 80 * 1440
"""Minutes walked at most: the cases tried end before."""


def due_by_walking(rule: ClockRule, calendar: Calendar, events: Sequence[CaseEvent]) -> datetime | None:
    """The due moment, or None when nobody whose time counts brings it about."""
    waiting = sorted(_without_refused_grants(rule, calendar, events), key=lambda event: event.at)
    total, used, holder, zero = rule.total, 0, None, None
    total += sum(event.amount for event in waiting if event.verb is Verb.GRANT)
    needed = total * 60 if rule.unit is ClockUnit.WORKING_HOUR else total
    now = waiting[0].at
    for _ in range(LIMIT):
        while waiting and waiting[0].at <= now:
            event = waiting.pop(0)
            if event.verb is Verb.END:
                holder = holder if holder in rule.counted else "office"
            elif event.verb in (Verb.TAKE, Verb.RESTART):
                holder = event.holder
                if event.verb is Verb.RESTART or (zero is None and holder in rule.counted):
                    used, zero = 0, _zero(rule, calendar, event.at)
        ours = zero is not None and zero <= now and holder in rule.counted
        if rule.unit is ClockUnit.WORKING_HOUR:
            if ours and _open(calendar, now):
                used += 1
                if used >= needed:
                    return now if needed == 0 else now + timedelta(minutes=1)
        elif zero is not None and holder in rule.counted and now == _close(calendar, now.date()):
            day = calendar.day(now.date())
            if now.date() > zero.date() and (day.counts or rule.unit is ClockUnit.CALENDAR_DAY):
                used += 1
            last_may_be_off = rule.unit is ClockUnit.CALENDAR_DAY and not rule.roll
            if used >= needed and now.date() >= zero.date() and (day.counts or last_may_be_off):
                return now
        now += timedelta(minutes=1)
    return None


def _without_refused_grants(
    rule: ClockRule, calendar: Calendar, events: Sequence[CaseEvent]
) -> list[CaseEvent]:
    """Prolongations count once, and only when made a day before the date that stood then."""
    kept: list[CaseEvent] = []
    for event in sorted(events, key=lambda one: one.at):
        if event.verb is not Verb.GRANT:
            kept.append(event)
            continue
        due = due_by_walking(rule, calendar, kept)
        made = sum(one.verb is Verb.GRANT for one in kept)
        if made < rule.grants and (due is None or (due.date() - event.at.date()).days >= rule.notice_days):
            kept.append(event)
    return kept


def _zero(rule: ClockRule, calendar: Calendar, at: datetime) -> datetime:
    if rule.cutoff is None or at.time() <= rule.cutoff:
        return at
    day = at.date() + timedelta(days=1)
    while not calendar.day(day).counts:
        day += timedelta(days=1)
    return _moment(day, calendar.day(day).spans[0].start)


def _open(calendar: Calendar, now: datetime) -> bool:
    day, minute = calendar.day(now.date()), now.hour * 60 + now.minute
    return day.counts and any(start <= minute < end for start, end in day.spans)


def _close(calendar: Calendar, day: date) -> datetime:
    spans = calendar.day(day).spans
    return _moment(day, spans[-1].end if spans else 1439)


def _moment(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(*divmod(minute, 60)), VIETNAM)
