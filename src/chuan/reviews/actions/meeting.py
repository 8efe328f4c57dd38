"""The meeting written down; with it the inputs are frozen as of its day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.reviews import refusals
from chuan.reviews.actions.calling import require_serving
from chuan.reviews.collecting import ask, freeze, latest
from chuan.reviews.models import Attendance, Minutes, Review
from chuan.reviews.permissions import require_own
from chuan.reviews.reminding import remind
from chuan.reviews.steps import locked, step
from chuan.rules.reviews import Seat, check_meeting
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Came:
    """One official who was called: whether he came, else why not."""

    official: Official
    present: bool
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What is written of a meeting; ``guests``: names of others who came, one each."""

    held_on: date
    chair: Official
    secretary: Official
    came: Sequence[Came]
    guests: Sequence[str] = ()
    began: str = ""
    ended: str = ""
    place: str = ""
    opinions: str = ""


def hold(review: Review, meeting: Meeting, *, seen: int, by: Viewer, at: datetime) -> Minutes:
    """Write the meeting; the inputs are collected as of its day and frozen. Written again, a new version stands.

    ``seen``: the version the writer had before him (0: none): of two secretaries writing at once the second is told.
    The rooms are asked before the act. Raises ``NotAllowed``, ``NotFound``, ``WrittenMeanwhile``, ``StrangerCalled``,
    ``WrongMove``, and as ``rules.reviews.check_meeting`` does.
    """
    require_own(by, review)
    _check(meeting, at)
    require_serving(by.unit, (meeting.chair, meeting.secretary), meeting.held_on)
    standing = latest(review)
    heard = None
    if standing is None or standing.as_of != meeting.held_on:
        heard = ask(review, meeting.held_on, by=by, at=at)
    with act("reviews.hold", Subject("review", review.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = locked(review)
        last = held.minutes.select_related("by").order_by("-version").first()
        if (last.version if last else 0) != seen:
            raise refusals.WrittenMeanwhile(name=last.by.name if last and last.by else "…")
        held.held_on = meeting.held_on
        step(held, "hold", by=by, at=at)
        frozen = freeze(held, heard, meeting.held_on, by=by, at=at) if heard is not None else standing
        row = _write(held, meeting, seen + 1, by=by, at=at)
        remind(held, at)
        digest = frozen.digest if frozen else ""
        doing.detail = {"on": meeting.held_on.isoformat(), "version": row.version, "inputs": digest}
    return row


def _check(meeting: Meeting, at: datetime) -> None:
    seats = [Seat(one.official.pk, one.official.name, one.present, one.reason) for one in meeting.came]
    seats += [Seat(name, name, True) for name in meeting.guests]
    check_meeting(
        seats, chair=meeting.chair.pk, secretary=meeting.secretary.pk, held_on=meeting.held_on,
        today=timezone.localtime(at).date(),
    )  # fmt: skip


def _write(held: Review, meeting: Meeting, version: int, *, by: Viewer, at: datetime) -> Minutes:
    row = Minutes.objects.create(
        review=held, version=version, held_on=meeting.held_on, began=meeting.began.strip(),
        ended=meeting.ended.strip(), place=meeting.place.strip(), chair=meeting.chair,
        secretary=meeting.secretary, opinions=meeting.opinions.strip(), by=by.official, recorded_at=at,
    )  # fmt: skip
    rows = [
        Attendance(minutes=row, position=n, official=one.official, present=one.present,
                   reason="" if one.present else one.reason.strip())
        for n, one in enumerate(meeting.came, 1)
    ]  # fmt: skip
    rows += [
        Attendance(minutes=row, position=len(rows) + n, guest=name, present=True)
        for n, name in enumerate(meeting.guests, 1)
    ]
    Attendance.objects.bulk_create(rows, batch_size=200)
    return row
