"""Whom an incoming document waits for and until when; the day it is presented by (NĐ 30/2020/NĐ-CP art 23)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from chuan.clocks import actions as clocks
from chuan.clocks.offices import calendar_of
from chuan.documents.models import Assignment, Document
from chuan.law.documents import document_value
from chuan.offers.subjects import Subject
from chuan.people.models import RoleGrant, Unit
from chuan.people.practice import days_of_practice
from chuan.people.roles import Role
from chuan.rules.law import Value

KIND, PART = "incoming", "assignment"
"""Subjects of the clocks: the document itself (registering, assigning), and each person's part."""

ASSIGN_DAYS, KNOW_DAYS = "incoming.assign_days", "incoming.know_days"
_OPEN = ("assigned", "in_work")


def within(urgency: str, on: date) -> Value:
    """The law's time to register and present: the same or the next working day, urgent ones at once."""
    urgent = urgency != Document.Urgency.NORMAL
    return document_value("incoming.present_urgent_within" if urgent else "incoming.present_within", on)


def present_by(document: Document) -> date | None:
    """The last day to register and present; None where the calendar of that year is not held."""
    arrived = document.arrived_on
    if arrived is None:
        return None
    return working_day_after(document.owner_unit, arrived, within(document.urgency, arrived).whole)


def working_day_after(unit: Unit, on: date, days: int) -> date | None:
    """The day that many working days after a day, on the office's calendar; that day itself for 0.

    None where the calendar does not reach.
    """
    calendar, day = calendar_of(unit), on
    for _each in range(days):
        following = calendar.next_working(day)
        if following is None:
            return None
        day = following.day
    return day


def acknowledge_by(document: Document) -> date | None:
    """The day by which the sender of an electronic document is told that it is here: the day it came (art 21.2c)."""
    if document.electronic is not True or document.arrived_on is None:
        return None
    days = document_value("incoming.acknowledge_within", document.arrived_on).whole
    return working_day_after(document.owner_unit, document.arrived_on, days)


def keep_clock(document: Document, before: str, *, on: date) -> None:
    """End the clock of the stage ``before`` and start that of the stage now. Inside the act of the step.

    To register and present is due by law; to assign, by the office's own practice.
    """
    subject, unit = Subject(KIND, document.uid), document.owner_unit
    if before and before != document.stage:
        clocks.settle(subject, on=on, kind=before)
    if document.stage == "arrived":
        opened = document.arrived_on or on
        held = clocks.Reckoned(subject, opened, present_by(document), role=registry_of(unit, on))
        clocks.keep_all([held], unit=unit, kind="arrived")
    elif document.stage == "registered":
        urgent = document.urgency != Document.Urgency.NORMAL
        days = 0 if urgent else days_of_practice(ASSIGN_DAYS, unit, on)
        due, role = on + timedelta(days=days), Role.CHAIRMAN.value
        clocks.start(subject, unit=unit, opened_on=on, due_on=due, kind="registered", role=role)


def keep_parts(document: Document, parts: Iterable[Assignment], *, on: date) -> None:
    """A clock for each part that was given, in Việc của tôi of whoever holds it. Inside the act.

    The day that a leader has set is counted in the office's working days.
    """
    unit = document.owner_unit
    for one in parts:
        due = one.due_on or on + timedelta(days=days_of_practice(KNOW_DAYS, unit, on))
        held = clocks.Reckoned(
            Subject(PART, one.uid), one.given_on, due, first_promise_on=due, official=one.official,
            post=one.post if one.official_id is None else None,
        )  # fmt: skip
        clocks.keep_all([held], unit=unit)


def end_parts(parts: Iterable[Assignment], *, on: date) -> None:
    """No part of these waits any more."""
    clocks.settle_all(PART, [one.uid for one in parts], on=on)


def is_open(document: Document) -> bool:
    """Whether somebody still works on it."""
    return document.stage in _OPEN


def registry_of(unit: Unit, on: date) -> str:
    """Văn thư where the ward has one on the day, else the office clerk."""
    held = RoleGrant.objects.on(on).filter(unit=unit, role=Role.REGISTRY_CLERK).exists()
    return (Role.REGISTRY_CLERK if held else Role.OFFICE_CLERK).value
