"""The first line of a petition: inside the act of whoever takes it in, by hand, by split or by file."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from chuan.offers.subjects import Subject
from chuan.people.models import Official, Unit
from chuan.people.viewer import Viewer
from chuan.petitions.actions.recording import check_day
from chuan.petitions.codes import next_code
from chuan.petitions.events import add_event
from chuan.petitions.models import Concerned, Petition
from chuan.petitions.projecting import KIND, project
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Given:
    """What is known of a letter when it is taken in. ``text`` tells of no denouncer."""

    kind: str
    channel: str
    received_on: date
    text: str = ""
    field: str = ""
    place: str = ""
    signers: int = 1
    anonymous: bool = False
    remote: bool = False
    several_places: bool = False
    envelope: str = ""
    concerned: tuple[Official, ...] = ()


def begin(
    given: Given, *, unit: Unit, at: datetime, by: Viewer | None, code: str = "", parent: Petition | None = None,
    receipt: str = "",
) -> Petition:  # fmt: skip
    """Write a petition, its receipt and its first state. Only inside an act.

    Raises ``StepToCome`` for a day of receipt that has not come.
    """
    check_day(given.received_on, at)
    petition = Petition.objects.create(
        unit=unit, owner_unit=unit, code=code or next_code(unit, given.received_on), kind=given.kind,
        channel=given.channel, received_on=given.received_on, text=given.text, field=given.field, place=given.place,
        signers=given.signers, anonymous=given.anonymous, remote=given.remote, several_places=given.several_places,
        envelope=given.envelope, parent=parent, receipt=receipt, created_at=at,
    )  # fmt: skip
    Concerned.objects.bulk_create(
        Concerned(petition=petition, official=one, recorded_at=at) for one in given.concerned
    )
    add_event(petition, "receive", on=given.received_on, by=by, at=at)
    project(petition, at=at, why="receive")
    return petition


def take_in(given: Given, *, by: Viewer, at: datetime, receipt: str = "") -> Petition:
    """Take one letter in, as one act. Who may, and what may not be taken in at all, is asked before."""
    subject_of = Subject(KIND, by.unit_uid)
    with act("petition.receive", subject_of, by=by, unit_uid=by.unit_uid, at=at) as doing:
        petition = begin(given, unit=by.unit, at=at, by=by, receipt=receipt)
        doing.subject = Subject(KIND, petition.uid)
        doing.detail = {"kind": given.kind, "channel": given.channel, "on": given.received_on.isoformat()}
    return petition
