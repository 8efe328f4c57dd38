"""How dossiers stand by law and by what was promised: pictures in, columns of `Standing` out. No Django in here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime

from chuan.dossiers.lawful import Claim, Period, lawful_dues, portal_due, portal_end
from chuan.dossiers.merging import Picture
from chuan.dossiers.stories import Moment, Steps, read_steps
from chuan.rules.deadlines import ClockUnit, Ending, Happening, Outcome, ended, ended_by_day
from chuan.rules.working_time import MINUTES, Calendar, day_of

_OUTCOMES = {Ending.EARLY: "early", Ending.ON_TIME: "on_time", Ending.LATE: "late"}


@dataclass(frozen=True, slots=True)
class Case:
    """A dossier to be judged. ``period``: its confirmed time limit, if it has one, by the law it was accepted under.

    ``elsewhere``: another unit solves it; ``taken_elsewhere``: another unit's counter took it in.
    """

    picture: Picture
    period: Period | None = None
    elsewhere: bool = False
    taken_elsewhere: bool = False
    typed: tuple[Happening, ...] = ()
    field: str = ""
    procedure_name: str = ""


@dataclass(frozen=True, slots=True)
class Judged:
    """The columns of `dossiers.models.Standing`, by the same names."""

    present: bool
    status: str
    channel: str
    elsewhere: bool
    field: str
    procedure_code: str
    procedure_name: str
    handler_name: str
    received_at: datetime | None
    received_on: date | None
    promised_on: date | None
    promised_first_on: date | None
    lawful_due_on: date | None
    judged_due_on: date | None
    due_basis: str
    asked_on: date | None
    supplied_on: date | None
    ready_on: date | None
    returned_on: date | None
    settled_at: datetime | None
    settled_on: date | None
    outcome: str
    late_days: int | None
    outcome_now: str
    portal: str
    portal_due_on: date | None
    promise_differs: bool
    changed_after_due: bool


COLUMNS = tuple(one.name for one in fields(Judged))
"""Names of the columns, in the order of `Judged`."""


def judge(cases: Sequence[Case], calendar: Calendar) -> list[Judged]:
    """Judge them all, in order. Settled, lateness never depends on the day of asking; a case in work has no outcome."""
    steps = [read_steps(one.picture.values, taken_elsewhere=one.taken_elsewhere) for one in cases]
    claims = [Claim(two, one.period, one.typed) for one, two in zip(cases, steps, strict=True)]
    dues = lawful_dues(claims, calendar)
    return [_judged(case, told, due, calendar) for case, told, due in zip(cases, steps, dues, strict=True)]


def _judged(case: Case, steps: Steps, due: int | None, calendar: Calendar) -> Judged:
    picture, values, settled = case.picture, case.picture.values, steps.settled
    promised = steps.promised.day if steps.promised else None
    first = _first_promise(picture, steps)
    lawful = None if due is None else day_of(due)
    basis, judged_due = _basis(case, steps, lawful, first)
    counts = settled is not None and steps.status != "withdrawn"
    found = _outcome(case, steps, due, judged_due, calendar) if counts else None
    now = _by_promise(promised, settled, calendar) if counts else None
    portal, portal_day = _portal(steps, due)
    return Judged(
        present=True,
        status=steps.status,
        channel=values.get("channel", "")[:20],
        elsewhere=case.elsewhere,
        field=(values.get("field") or case.field)[:200],
        procedure_code=values.get("procedure_code", "")[:60],
        procedure_name=(values.get("procedure_name") or case.procedure_name)[:500],
        handler_name=values.get("handler", "")[:160],
        received_at=steps.received.at if steps.received else None,
        received_on=_day(steps.received),
        promised_on=promised,
        promised_first_on=first,
        lawful_due_on=lawful,
        judged_due_on=judged_due,
        due_basis=basis,
        asked_on=_day(steps.asked),
        supplied_on=_day(steps.supplied),
        ready_on=_day(steps.ready),
        returned_on=_day(steps.returned),
        settled_at=settled.at if settled else None,
        settled_on=_day(settled),
        outcome=_OUTCOMES[found.ending] if found else "",
        late_days=_late_days(found),
        outcome_now=_OUTCOMES[now.ending] if now else "",
        portal=portal,
        portal_due_on=portal_day,
        promise_differs=lawful is not None and first is not None and lawful != first,
        changed_after_due=picture.changed_after_due,
    )


def _day(at: Moment | None) -> date | None:
    return at.day if at else None


def _first_promise(picture: Picture, steps: Steps) -> date | None:
    """The promise first seen. It follows the source only where papers were asked for by then, and only to a day
    that was seen before the earlier one had passed: a new date after an apology is an appointment, and moves no
    due day (NĐ 61/2018 Điều 19 khoản 9)."""
    first: date | None = None
    for one in picture.promises:
        day = date.fromisoformat(one.day)
        if first is None or (steps.asked is not None and steps.asked.day <= one.seen <= first):
            first = day
    return first


def _basis(case: Case, steps: Steps, lawful: date | None, first: date | None) -> tuple[str, date | None]:
    """What lateness is judged by. While papers are awaited, a case with a confirmed period has no due day at all."""
    if lawful is not None:
        return "law", lawful
    if case.period is not None and steps.status == "waiting":
        return "law", None
    return ("promise", first) if first is not None else ("", None)


def _outcome(
    case: Case, steps: Steps, due: int | None, judged_due: date | None, calendar: Calendar
) -> Outcome | None:
    settled, period = steps.settled, case.period
    if settled is None:
        return None
    if due is None or period is None:
        return _by_promise(judged_due, settled, calendar)
    if not settled.exact:
        return ended_by_day(day_of(due), settled.day, calendar=calendar)
    return ended(due, settled.minute, hours=period.unit is ClockUnit.WORKING_HOUR, calendar=calendar)


def _by_promise(promised: date | None, settled: Moment | None, calendar: Calendar) -> Outcome | None:
    if promised is None or settled is None:
        return None
    return ended_by_day(promised, settled.day, calendar=calendar)


def _late_days(found: Outcome | None) -> int | None:
    if found is None or found.days is None:
        return None
    return max(-found.days if found.ending is Ending.EARLY else found.days, -32_000)


def _portal(steps: Steps, due: int | None) -> tuple[str, date | None]:
    """The portal's verdict once it cannot change any more, and the last day it counts as within time."""
    last = portal_due(steps, due)
    if last is None:
        return "", None
    end = portal_end(steps)
    if end is None:
        return "", date.fromordinal(last // MINUTES)
    return "on_time" if end <= last else "overdue", date.fromordinal(last // MINUTES)
