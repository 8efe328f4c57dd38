"""Decisions followed to their end: done with evidence; a review whose last decision is settled is finished."""

from __future__ import annotations

from datetime import date, datetime

from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.reviews import refusals
from chuan.reviews.models import Resolution, Review
from chuan.reviews.permissions import require_settle
from chuan.reviews.reminding import over
from chuan.reviews.steps import locked, step
from chuan.trail.actions import act


def settle(row: Resolution, evidence: str, done_on: date, *, by: Viewer, at: datetime) -> Resolution:
    """Say that a decision is done and by what it shows; by its owner or who keeps reviews.

    Raises ``NotAllowed``, ``EvidenceMissing``, ``DoneOutside``, ``SettledAlready``, ``NotSignedYet``.
    """
    require_settle(by, row)
    if not evidence.strip():
        raise refusals.EvidenceMissing()
    subject = Subject("review_decision", row.uid)
    with act("reviews.settle", subject, by=by, unit_uid=by.unit_uid, at=at, on=done_on):
        held = locked(row.review)
        mine = Resolution.objects.select_for_update().get(pk=row.pk)
        _require_open(held, mine)
        if held.held_on is None or not held.held_on <= done_on <= timezone.localtime(at).date():
            raise refusals.DoneOutside(done=done_on, held=held.held_on or held.planned_on)
        mine.state, mine.done_on, mine.evidence = Resolution.State.DONE, done_on, evidence.strip()
        mine.settled_by = by.official
        mine.save(update_fields=["state", "done_on", "evidence", "settled_by"])
        over(mine, at)
        step(held, "settle", by=by, at=at)
        finish_if_over(held, by=by, at=at)
    return mine


def finish_if_over(held: Review, *, by: Viewer, at: datetime) -> None:
    """End a signed review that has no open decision left, inside an act."""
    if held.status == "signed" and not held.resolutions.filter(state="open").exists():
        step(held, "finish", by=by, at=at)


def _require_open(held: Review, row: Resolution) -> None:
    if not held.is_signed:
        raise refusals.NotSignedYet()
    if row.state != Resolution.State.OPEN:
        raise refusals.SettledAlready(state=row.get_state_display())
