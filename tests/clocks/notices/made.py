"""Due things of a ward, choices, and looks at a moment."""

from __future__ import annotations

import uuid
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from chuan.clocks import actions as clocks
from chuan.clocks.models import Clock, NoticeTold
from chuan.clocks.notices import actions, running
from chuan.documents.models import MailAddress
from chuan.documents.own_letters_running import send_due
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.rules.notices import HELD, Channel, Choice, Way
from tests.people import Ward

FRIDAY = date(2021, 10, 1)
MONDAY, TUESDAY, WEDNESDAY = (date(2021, 10, day) for day in (4, 5, 6))
SATURDAY = date(2021, 10, 9)
ROOT = "https://chuan.vi-du/"


class Server:
    """A mail server that may be away."""

    def __init__(self):
        self.taken, self.away = [], None

    def __call__(self, message):
        if self.away:
            raise self.away
        self.taken.append(message)

    def send(self, at: datetime) -> int:
        return send_due(send=self, clock=lambda: at)


def at(day: date, hour: int = 8, minute: int = 0) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(hour, minute)))


def due(ward: Ward, day: date, *, opened: date = MONDAY, kind: str = "dossier", **owner) -> Clock:
    """A case that runs out on the day."""
    subject = Subject(kind, uuid.uuid4())
    return clocks.start(subject, unit=ward.unit, opened_on=opened, due_on=day, **owner)


def settle(clock: Clock, on: date) -> None:
    clocks.settle(Subject(clock.subject_kind, clock.subject_uid), on=on)


def look(when: datetime) -> int:
    return running.look(at=when)


def told(official: Official, channel: Channel = Channel.INSIDE) -> list[tuple[int, int]]:
    """Key of the clock and stage of all that was told, in order."""
    rows = NoticeTold.objects.filter(official=official, channel=channel.value, stage__gt=HELD)
    return list(rows.order_by("pk").values_list("clock_id", "stage"))


def choose(ward: Ward, official: Official, way: Way, when: datetime, **more) -> None:
    """The official chooses letters, and has given an address."""
    viewer = ward.viewer(official, timezone.localtime(when).date())
    MailAddress.objects.get_or_create(
        official=official, defaults={"address": f"{official.uid}@vi-du.test", "since": when}
    )
    actions.choose_notices(replace(Choice(), letter=way, **more), root=ROOT, by=viewer, at=when)


def days_after(day: date, n: int) -> date:
    return day + timedelta(days=n)
