"""The Chairman's days of reception: planned, moved or called off with a reason, held, their line tried."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time

from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions import refusals_reception as refusals
from chuan.petitions.lawful import Bench, bench_of
from chuan.petitions.models import ReceptionChange, ReceptionDay
from chuan.petitions.reception.days import (
    DAY,
    DELEGATE,
    LINE,
    ONLINE,
    last_test_day,
    require_schedule,
    words_of,
)
from chuan.petitions.reception.terms import Chairman, chairman_of
from chuan.petitions.refusals import WordsMissing
from chuan.rules.law import Value
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Sitting:
    """When, where and by whom citizens are received."""

    day: date
    starts: time
    ends: time
    place: str
    online: bool
    receiver: Official


def plan(sittings: Iterable[Sitting], *, by: Viewer, at: datetime) -> list[ReceptionDay]:
    """Put days into the schedule; those that are there already stay as they are.

    Raises ``NotAllowed``, ``NothingPlanned``, ``ReceptionHoursBackwards``, ``ReceptionDelegated``, ``OnlineNotYet``,
    ``PetitionLawNotHeld``.
    """
    require_schedule(by)
    wanted = list(sittings)
    _check(wanted, by)
    with act("reception.plan", Subject("unit", by.unit_uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        there = set(ReceptionDay.objects.standing().filter(unit=by.unit).values_list("day", "starts"))
        made = [_made(one, by, at) for one in wanted if (one.day, one.starts) not in there]
        if not made:
            raise refusals.NothingPlanned()
        for row in made:
            row.save()
            _note(row, "plan", "", by, at)
        _keep_clocks(made, at)
        doing.detail = {
            "count": len(made),
            "start": made[0].day.isoformat(),
            "last": made[-1].day.isoformat(),
        }
    return made


def move(row: ReceptionDay, to: Sitting, reason: str, *, by: Viewer, at: datetime) -> ReceptionDay:
    """Put a planned day elsewhere, with the reason; what was planned stays beside it.

    Raises as ``plan`` does, and ``WordsMissing``, ``ReceptionSettled``, ``ReceptionDayTaken``.
    """
    require_schedule(by)
    why = _reason(reason)
    _check([to], by)
    with _changing(row, "move", why, by, at) as held:
        _require_free(held, to)
        if held.day != to.day or not to.online:
            held.tested_on = None
        held.day, held.starts, held.ends = to.day, to.starts, to.ends
        held.place, held.online, held.receiver = to.place, to.online, to.receiver
    return held


def call_off(row: ReceptionDay, reason: str, *, by: Viewer, at: datetime) -> ReceptionDay:
    """Take a planned day out of the schedule, with the reason. Raises ``WordsMissing``, ``ReceptionSettled``."""
    require_schedule(by)
    with _changing(row, "call_off", _reason(reason), by, at) as held:
        held.state = ReceptionDay.State.CANCELLED
    return held


def hold(row: ReceptionDay, receiver: Official, *, by: Viewer, at: datetime) -> ReceptionDay:
    """Say that the day was held, and who received in fact: only the Chairman's own days count.

    Raises ``ReceptionToCome``, ``ReceptionSettled``.
    """
    require_schedule(by)
    if row.day > timezone.localtime(at).date():
        raise refusals.ReceptionToCome(day=row.day)
    with _changing(row, "hold", "", by, at) as held:
        held.state, held.receiver = ReceptionDay.State.HELD, receiver
    return held


def try_line(row: ReceptionDay, on: date, *, by: Viewer, at: datetime) -> ReceptionDay:
    """Say on which day the line of an online sitting was tried (154/2026/NĐ-CP). Raises ``LineNotTried``."""
    require_schedule(by)
    if not row.online or on > min(row.day, timezone.localtime(at).date()):
        raise refusals.LineNotTried(day=row.day)
    with _changing(row, "try_line", "", by, at) as held:
        held.tested_on = on
    return held


@contextmanager
def _changing(row: ReceptionDay, verb: str, reason: str, by: Viewer, at: datetime) -> Iterator[ReceptionDay]:
    """One change of a planned day, as one act: locked, written with its words before and after and its reason.

    The trail does not repeat the reason, since it is typed.
    """
    if row.unit_id not in by.unit_ids:
        raise NotFound(thing="buổi tiếp này")
    subject = Subject(DAY, row.uid)
    with act(f"reception.{verb}", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = ReceptionDay.objects.select_for_update().select_related("receiver", "unit").get(pk=row.pk)
        if held.state != ReceptionDay.State.PLANNED:
            raise refusals.ReceptionSettled()
        before = words_of(held)
        yield held
        held.save()
        _note(held, verb, before, by, at, reason=reason)
        _keep_clocks([held], at)
        doing.detail = {"on": held.day.isoformat()}
    row.refresh_from_db()


def _note(row: ReceptionDay, verb: str, before: str, by: Viewer, at: datetime, *, reason: str = "") -> None:
    last = row.changes.order_by("-seq").values_list("seq", flat=True).first() or 0
    ReceptionChange.objects.create(
        reception_day=row, seq=last + 1, verb=verb, before=before, after=words_of(row), reason=reason, by=by.official,
        recorded_at=at,
    )  # fmt: skip


def _made(one: Sitting, by: Viewer, at: datetime) -> ReceptionDay:
    return ReceptionDay(
        unit=by.unit, day=one.day, starts=one.starts, ends=one.ends, place=" ".join(one.place.split()),
        online=one.online, receiver=one.receiver, recorded_at=at,
    )  # fmt: skip


def _check(sittings: Iterable[Sitting], by: Viewer) -> None:
    bench, chairman = bench_of(by.unit), chairman_of([by.unit.pk])
    for one in sittings:
        if one.ends <= one.starts:
            raise refusals.ReceptionHoursBackwards()
        values = bench.values(one.day)
        if one.online and ONLINE not in values:
            raise refusals.OnlineNotYet(day=one.day)
        _check_receiver(one, chairman, values)


def _check_receiver(one: Sitting, chairman: Chairman, values: Mapping[str, Value]) -> None:
    """From 01/07/2026 a deputy may not receive in the Chairman's place (Luật Tiếp công dân, Điều 15)."""
    rule = values.get(DELEGATE)
    if rule and rule.value == "no" and not chairman.is_chairman(one.receiver.pk, one.day):
        raise refusals.ReceptionDelegated(
            day=one.day, act=rule.citation.number, article=rule.citation.article
        )


def _require_free(row: ReceptionDay, to: Sitting) -> None:
    others = ReceptionDay.objects.standing().filter(unit=row.unit, day=to.day, starts=to.starts)
    if others.exclude(pk=row.pk).exists():
        raise refusals.ReceptionDayTaken(day=to.day)


def _reason(text: str) -> str:
    said = " ".join(text.split())
    if not said:
        raise WordsMissing(thing="lý do thay đổi")
    return said[:500]


def _keep_clocks(rows: Sequence[ReceptionDay], at: datetime) -> None:
    """Each planned day stands in the work of who receives; the test of its line in that of who keeps the register."""
    if not rows:
        return
    unit, today = rows[0].unit, timezone.localtime(at).date()
    clocks.keep_all((_day_clock(row, today) for row in rows), unit=unit)
    bench = bench_of(unit)
    clocks.keep_all((_line_clock(row, bench, today) for row in rows), unit=unit, kind=LINE)


def _day_clock(row: ReceptionDay, today: date) -> clocks.Reckoned:
    over = row.state != ReceptionDay.State.PLANNED
    return clocks.Reckoned(
        Subject(DAY, row.uid), opened_on=min(today, row.day), due_on=row.day, first_promise_on=row.day,
        settled_on=today if over else None, official=row.receiver,
    )  # fmt: skip


def _line_clock(row: ReceptionDay, bench: Bench, today: date) -> clocks.Reckoned:
    """An online sitting's line is tried a working day before (value ``reception.online.test``)."""
    waits = row.online and row.tested_on is None and row.state == ReceptionDay.State.PLANNED
    due = last_test_day(row, bench) if waits else row.day
    return clocks.Reckoned(
        Subject(DAY, row.uid), opened_on=min(today, due), due_on=due, first_promise_on=due,
        settled_on=None if waits else today, role=Role.PETITION_CLERK,
    )  # fmt: skip
