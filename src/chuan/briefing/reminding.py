"""What stands in Việc của tôi for the brief: the head's, the lines told beforehand, what the head asked for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from chuan.briefing.choices import Choice
from chuan.briefing.models import Answer, Brief, Foreseen
from chuan.clocks import actions as clocks
from chuan.clocks.models import Clock
from chuan.clocks.offices import calendar_of
from chuan.law import harms as law
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.rules.briefs import Verb

BRIEF, FORESEEN, ANSWER = "brief", "brief_foreseen", "brief_answer"


def bring(brief: Brief, choice: Choice) -> None:
    """The brief stands before its readers for the day; earlier ones and what was told for this day are over."""
    earlier = Clock.objects.running().filter(unit=brief.unit, subject_kind__in=(BRIEF, FORESEEN))
    for kind, uid, clock_kind in earlier.values_list("subject_kind", "subject_uid", "kind"):
        clocks.settle(Subject(kind, uid), on=brief.on, kind=clock_kind)
    if brief.lines.exists():
        for role in choice.readers:
            clocks.start(
                Subject(BRIEF, brief.uid), unit=brief.unit, opened_on=brief.on, due_on=brief.on, kind=role, role=role
            )  # fmt: skip


def put_by(brief: Brief, on: date) -> None:
    """Every line is answered: it stands before nobody any more."""
    running = Clock.objects.running().filter(subject_kind=BRIEF, subject_uid=brief.uid)
    for kind in list(running.values_list("kind", flat=True)):
        clocks.settle(Subject(BRIEF, brief.uid), on=on, kind=kind)


def tell_before(rows: Iterable[Foreseen], opened: date) -> None:
    """One reminder for each official, whatever number of lines names him."""
    first = {row.official_id: row for row in reversed(list(rows))}
    for row in first.values():
        clocks.start(
            Subject(FORESEEN, row.uid), unit=row.unit, opened_on=opened, due_on=row.on, official=row.official
        )


def explained(row: Foreseen, on: date) -> None:
    """When every line of the day that names him is explained, the reminder ends."""
    mine = Foreseen.objects.filter(unit=row.unit, official=row.official, on=row.on)
    if not mine.filter(explanations__isnull=True).exists():
        clocks.settle_all(FORESEEN, mine.values_list("uid", flat=True), on=on)


def ask(answer: Answer, on: date) -> None:
    """What the head asked for stands before whom he asked."""
    assert answer.due_on is not None
    clocks.start(
        Subject(ANSWER, answer.uid), unit=answer.unit, opened_on=on, due_on=answer.due_on, official=answer.official
    )  # fmt: skip


def over(answer: Answer, on: date) -> None:
    """It waits no longer."""
    clocks.settle(Subject(ANSWER, answer.uid), on=on)


def working_days_after(unit: Unit, on: date, days: int) -> date:
    """The day so many working days later by the unit's calendar; calendar days where the calendar is not held."""
    calendar, day = calendar_of(unit), on
    for _step in range(days):
        following = calendar.next_working(day)
        if following is None:
            return on + timedelta(days=days)
        day = following.day
    return day


def usual_due(unit: Unit, verb: Verb, on: date) -> date:
    """The day proposed: so many working days from today (``law/harms.toml``)."""
    days = law.days("rest.remind" if verb is Verb.REMIND else "answer.days", on)
    return working_days_after(unit, on, days)
