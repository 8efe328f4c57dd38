"""A review called, or called off."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from chuan.offers.subjects import Subject
from chuan.people.models import Appointment, Official, Unit
from chuan.people.viewer import Viewer
from chuan.reviews import refusals, searching
from chuan.reviews.models import Review, ReviewEvent
from chuan.reviews.permissions import require_keep, require_own
from chuan.reviews.reminding import remind, stop
from chuan.reviews.steps import locked, step
from chuan.rules.refusals.reviews import ChairIsSecretary
from chuan.rules.reviews import check_period
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Call:
    """What a call says: the days looked back on (first and last), the day and place of the meeting, who leads."""

    first: date
    last: date
    planned_on: date
    chair: Official
    secretary: Official
    invited: Sequence[Official] = ()
    place: str = ""
    citation: str = ""


def call(wanted: Call, *, by: Viewer, at: datetime) -> Review:
    """Call a review. Chair and secretary are always invited.

    Raises ``NotAllowed``, ``PeriodBackwards``, ``PlannedBeforeStart``, ``ChairIsSecretary``, ``StrangerCalled``,
    ``ReviewOpen``.
    """
    require_keep(by)
    check_period(wanted.first, wanted.last, wanted.planned_on)
    if wanted.chair.pk == wanted.secretary.pk:
        raise ChairIsSecretary()
    everybody = {one.pk: one for one in (wanted.chair, wanted.secretary, *wanted.invited)}
    require_serving(by.unit, everybody.values(), by.on)
    row = Review(
        unit=by.unit, owner_unit=by.unit, starts=wanted.first, ends=wanted.last + timedelta(days=1),
        planned_on=wanted.planned_on, place=wanted.place.strip(), citation=wanted.citation.strip(),
        chair=wanted.chair, secretary=wanted.secretary, recorded_at=at,
    )  # fmt: skip
    with act("reviews.call", Subject("review", row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        Unit.objects.select_for_update().get(pk=by.unit.pk)
        if still := Review.objects.filter(
            owner_unit=by.unit, status__in=("called", "held", "decided")
        ).first():
            raise refusals.ReviewOpen(which=still.code)
        row.code = _next_code(by.unit, wanted.planned_on.year)
        row.save()
        row.invited.set(everybody.values())
        ReviewEvent.objects.create(review=row, seq=1, verb="call", by=by.official, recorded_at=at)
        remind(row, at)
        searching.put([row])
        doing.detail = {"code": row.code, "on": wanted.planned_on.isoformat(), "invited": len(everybody)}
    return row


def call_off(review: Review, reason: str, *, by: Viewer, at: datetime) -> Review:
    """The meeting does not take place. Raises ``NotAllowed``, ``NotFound``, ``ReasonMissing``, ``WrongMove``."""
    require_own(by, review)
    if not reason.strip():
        raise refusals.ReasonMissing()
    with act("reviews.call_off", Subject("review", review.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = step(locked(review), "call_off", by=by, at=at, note=reason.strip())
        stop(held, at)
        searching.drop(held)
    return held


def require_serving(unit: Unit, officials: Iterable[Official], on: date) -> None:
    """Raises ``StrangerCalled`` for the first who holds no post of the unit on the day; one statement."""
    asked = list(officials)
    there = set(
        Appointment.objects.on(on).filter(post__unit=unit, official__in=[one.pk for one in asked])
        .values_list("official_id", flat=True)
    )  # fmt: skip
    for one in asked:
        if one.pk not in there:
            raise refusals.StrangerCalled(name=one.name)


def _next_code(unit: Unit, year: int) -> str:
    count = Review.objects.filter(unit=unit, code__endswith=f"/{year}").count()
    return f"XX-{count + 1:02d}/{year}"
