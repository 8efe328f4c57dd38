"""Matters of a ward for the tests: dossiers and petitions as due dates only, given to officials."""

from __future__ import annotations

import uuid
from datetime import date, datetime, time

from django.utils import timezone

from chuan.briefing import actions, running
from chuan.briefing.choices import Choice
from chuan.briefing.models import Brief
from chuan.clocks import actions as clocks
from chuan.clocks.models import Clock
from chuan.offers.subjects import Subject
from chuan.people.models import Official, Unit
from tests.people import Ward


def at(day: date, hour: int = 7, minute: int = 5) -> datetime:
    """A moment of a local day."""
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def switch_on(ward: Ward, when: datetime, *, readers: tuple[str, ...] = ("chairman",)) -> None:
    """The chairman chooses seven o'clock."""
    viewer = ward.viewer(ward.chairman, timezone.localtime(when).date())
    actions.choose_brief(Choice(True, time(7), readers), by=viewer, at=when)


def late(unit: Unit, official: Official | None, due: date, *, kind: str = "dossier", role: str = "") -> Clock:
    """A case of a kind that runs out on the day, in an official's hands."""
    return clocks.start(
        Subject(kind, uuid.uuid4()), unit=unit, opened_on=due, due_on=due, official=official, role=role
    )


def brief(ward: Ward, when: datetime) -> Brief:
    """What the programme makes at the moment."""
    assert running.make_due(at=when) == 1
    return Brief.objects.get(unit=ward.unit, on=timezone.localtime(when).date())
