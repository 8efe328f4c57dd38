"""One step of a review inside an act: the row locked, its status moved by the table, the event added."""

from __future__ import annotations

from datetime import datetime

from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.reviews.models import Review, ReviewEvent
from chuan.rules.lifecycles import REVIEW


def locked(review: Review) -> Review:
    """The row as it is now, held until the act ends."""
    Unit.objects.select_for_update().get(pk=review.owner_unit_id)
    return Review.objects.select_for_update().get(pk=review.pk)


def step(held: Review, verb: str, *, by: Viewer, at: datetime, note: str = "") -> Review:
    """Move a locked review and keep the step. Raises ``WrongMove``."""
    held.status = REVIEW.next(held.status, verb)
    held.save(update_fields=["status", "held_on", "draft_uid"])
    ReviewEvent.objects.create(
        review=held, seq=held.events.count() + 1, verb=verb, note=note[:500], by=by.official, recorded_at=at
    )
    return held
