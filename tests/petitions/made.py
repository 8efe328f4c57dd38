"""Petitions for tests, made by the actions that people use; everything in them is invented."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from chuan.people.models import Account, Appointment, Official, Post, RoleGrant
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.petitions.actions.beginning import Given, take_in
from chuan.petitions.actions.recording import Paper, record
from chuan.petitions.models import Petition
from tests.people import PAPER, START, VN, Ward

DECISION = Paper("15/QĐ-UBND")


def petition_clerk(ward: Ward, name: str = "Hà Tiếp Dân", username: str = "tiep-dan") -> Official:
    """An official who receives citizens and keeps the register, added to a ward."""
    account = Account.objects.create(username=ward.unit.place + username, password="!")
    official = Official.objects.create(unit=ward.unit, name=name, account=account, example=True)
    post = Post.objects.create(unit=ward.unit, code=username, title="Tiếp công dân")
    Appointment.objects.create(official=official, post=post, valid_from=START, citation=PAPER)
    RoleGrant.objects.create(
        official=official, unit=ward.unit, role=Role.PETITION_CLERK, valid_from=START, citation=PAPER
    )
    return official


def on_day(day: date, hour: int = 9) -> datetime:
    """A moment of a day on the office's clock."""
    return datetime.combine(day, time(hour, tzinfo=VN))


def received(by: Viewer, kind: str = "complaint", on: date = date(2021, 9, 6), **more: Any) -> Petition:
    """A petition taken in on the day it was received. Wants the clock frozen at or after ``on`` (``at_now``)."""
    given = Given(kind=kind, channel=more.pop("channel", "post"), received_on=on, **more)
    return take_in(given, by=by, at=more.pop("at", None) or now())


def now() -> datetime:
    """The machine's clock: an act is refused when it began more than 30 s ago."""
    from django.utils import timezone

    return timezone.now()


def done(petition: Petition, verb: str, on: date, *, by: Viewer, **more: Any) -> Petition:
    """One more step of a petition; returned as it stands then."""
    record(petition, verb, on=on, by=by, at=now(), **more)
    petition.refresh_from_db()
    return petition
