"""A called review moved to another day or place, or to look back on other days, before it is held."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.reviews import refusals, searching
from chuan.reviews.models import Review
from chuan.reviews.permissions import require_own
from chuan.reviews.reminding import remind
from chuan.reviews.steps import locked, step
from chuan.rules.reviews import Appointed, check_moved
from chuan.rules.wording import said
from chuan.trail.actions import act


def appointed(review: Review) -> Appointed:
    """When and where it meets as it stands, and which days it looks back on."""
    return Appointed(review.planned_on, review.place, review.starts, review.last_day)


def move(review: Review, to: Appointed, reason: str, *, by: Viewer, at: datetime) -> Review:
    """Move a review that was only called; the inputs are then asked for the new day.

    Raises ``NotAllowed``, ``NotFound``, ``ReasonMissing``, ``NothingMoved``, ``MovedToPast``, ``PeriodBackwards``,
    ``PlannedBeforeStart``, ``WrongMove`` once the meeting was written.
    """
    require_own(by, review)
    if not (why := reason.strip()):
        raise refusals.ReasonMissing()
    to, today = replace(to, place=to.place.strip()), timezone.localtime(at).date()
    with act("reviews.move", Subject("review", review.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = locked(review)
        before = appointed(held)
        step(held, "move", by=by, at=at, note=_told(before, to, why))
        check_moved(before, to, today=today)
        held.planned_on, held.place = to.planned_on, to.place
        held.starts, held.ends = to.first, to.last + timedelta(days=1)
        held.save(update_fields=["planned_on", "place", "starts", "ends"])
        remind(held, at)
        searching.put([held])
        doing.detail = {
            "code": held.code, "reason": why, "before": before.planned_on.isoformat(),
            "after": to.planned_on.isoformat(),
        }  # fmt: skip
    return held


def _told(before: Appointed, after: Appointed, why: str) -> str:
    """What was moved, and why, for who reads the steps of the review."""
    told = []
    if after.planned_on != before.planned_on:
        told.append(f"họp {said(before.planned_on)} thành {said(after.planned_on)}")
    if after.place != before.place:
        told.append(f"địa điểm {before.place or 'chưa ghi'} thành {after.place or 'chưa ghi'}")
    if (after.first, after.last) != (before.first, before.last):
        told.append(f"kỳ xem xét thành {said(after.first)} đến {said(after.last)}")
    return f"{'; '.join(told)}. Lý do: {why}"
