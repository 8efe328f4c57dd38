"""Prolongations and dialogues: a signed document first, before the period runs out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chuan.rules.deadlines import Remark
from chuan.rules.law import Value
from chuan.rules.petitions.clocks import Complexity, Facts, longest_prolongation, prolongations
from chuan.rules.petitions.kinds import Kind
from chuan.rules.petitions.reading import ClockDates
from chuan.rules.petitions.steps import Happening, Step
from chuan.rules.refusals.petitions import (
    CriteriaTooMany,
    NoticeTooShort,
    NotProlongable,
    ProlongedPlain,
    ProlongedTooEarly,
    ProlongedTooLate,
    ProlongedTooLong,
    ProlongedTooOften,
    ProlongedUnsigned,
)
from chuan.rules.wording import said


def complexity_of(kind: Kind, met: int, law: Mapping[str, Value]) -> Complexity:
    """How hard a case is with so many criteria of the law met.

    A complaint is complex from one criterion (124/2020/NĐ-CP, Điều 3a: seven of them since 01/07/2026); a
    denunciation from one, and especially complex from two (31/2019/NĐ-CP, Điều 3). Raises `CriteriaTooMany`.
    """
    most = law.get(f"{kind}.complex.criteria")
    if most and met > most.whole:
        raise CriteriaTooMany(most=most.whole, met=met)
    if met < 1 or kind not in (Kind.COMPLAINT, Kind.DENUNCIATION):
        return Complexity.PLAIN
    especially = law.get(f"{kind}.especially.criteria")
    return Complexity.ESPECIALLY if especially and met >= especially.whole else Complexity.COMPLEX


@dataclass(frozen=True, slots=True)
class Prolongation:
    """A prolongation as asked for: its document (number and symbol), when it was signed, how many days."""

    document: str
    signed_at: datetime
    days: int


def prolong(
    dates: ClockDates, facts: Facts, law: Mapping[str, Value], earlier: int, asked: Prolongation
) -> Happening:
    """The step that a lawful prolongation makes; it moves the lawful due date, never an appointment.

    ``earlier``: how many there were; ``law`` of the day the clock started. Signed on the due day is still in
    time. Raises `NotProlongable`, `ProlongedUnsigned`, `ProlongedPlain`, `ProlongedTooOften`,
    `ProlongedTooLong`, `ProlongedTooEarly` or `ProlongedTooLate`.
    """
    if not dates.clock.prolongable:
        raise NotProlongable(clock=dates.clock.title)
    if not asked.document.strip():
        raise ProlongedUnsigned
    if facts.complexity is Complexity.PLAIN:
        raise ProlongedPlain
    times = prolongations(dates.clock, facts, law)
    if earlier >= times:
        raise ProlongedTooOften(most=times)
    most = longest_prolongation(dates.clock, facts, law)
    if not 1 <= asked.days <= most:
        raise ProlongedTooLong(days=asked.days, most=most)
    step = Happening(asked.signed_at, Step.PROLONGED, asked.days)
    _in_time(dates, step)
    return step


def _in_time(dates: ClockDates, step: Happening) -> None:
    started, due = dates.reading.started_on, dates.reading.lawful_due_on
    if started and step.on < started:
        raise ProlongedTooEarly(signed=step.on, accepted=started)
    if due and step.on > due:
        raise ProlongedTooLate(signed=step.on, due=due)


def entered_late(step: Happening, due: date | None, entered_on: date) -> Remark | None:
    """What to remark of a prolongation signed in time but entered only after the period had run out."""
    if due is None or entered_on <= due:
        return None
    signed = f"Văn bản gia hạn ký ngày {said(step.on)} nhưng nhập ngày {said(entered_on)}"
    return Remark("prolongation_entered_late", f"{signed}, sau khi đã hết hạn {said(due)}.")


def last_notice_day(held: date, law: Mapping[str, Value]) -> date | None:
    """The last day to announce a dialogue held on a day; None while no law held sets one."""
    least = law.get("complaint.dialogue.notice")
    return held - timedelta(days=least.whole) if least else None


def check_notice(notified: date, held: date, law: Mapping[str, Value]) -> None:
    """Raises `NoticeTooShort` when a dialogue is announced too late (155/2026/NĐ-CP: 05 days before)."""
    last = last_notice_day(held, law)
    if last and notified > last:
        days = (held - last).days
        raise NoticeTooShort(
            notified=notified, held=held, least=days, earliest=notified + timedelta(days=days)
        )
