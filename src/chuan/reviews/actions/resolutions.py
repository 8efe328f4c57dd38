"""What the meeting decided, written one by one, and taken back before the signing."""

from __future__ import annotations

from datetime import date, datetime

from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.reviews.actions.calling import require_serving
from chuan.reviews.models import Resolution, Review
from chuan.reviews.permissions import require_own
from chuan.reviews.reminding import remind
from chuan.reviews.steps import locked, step
from chuan.rules.refusals.reviews import WordsMissing
from chuan.rules.reviews import OutputKind, check_resolution
from chuan.trail.actions import act


def decide(
    review: Review, kind: OutputKind, words: str, *, owner: Official | None, due_on: date | None, by: Viewer,
    at: datetime, earlier: Resolution | None = None,
) -> Resolution:  # fmt: skip
    """Write a decision; ``earlier``: the open decision of an earlier review that it goes on with.

    Raises ``NotAllowed``, ``NotFound``, ``WordsMissing``, ``OwnerMissing``, ``DueBeforeMeeting``, ``StrangerCalled``,
    ``WrongMove``.
    """
    require_own(by, review)
    check_resolution(
        words, is_owned=owner is not None, due_on=due_on, held_on=review.held_on or review.planned_on
    )
    if owner is not None:
        require_serving(by.unit, [owner], by.on)
    row = Resolution(
        review=review, kind=kind.value, words=words.strip(), owner=owner, due_on=due_on, carried_from=earlier,
        recorded_at=at,
    )  # fmt: skip
    return _write(review, row, by=by, at=at)


def need_nothing(review: Review, kind: OutputKind, why: str, *, by: Viewer, at: datetime) -> Resolution:
    """Say why nothing of this kind needs to be decided. Raises as ``decide`` does."""
    require_own(by, review)
    if not why.strip():
        raise WordsMissing()
    row = Resolution(review=review, kind=kind.value, words=why.strip(), state="none", recorded_at=at)
    return _write(review, row, by=by, at=at)


def withdraw(row: Resolution, *, by: Viewer, at: datetime) -> Resolution:
    """Take a decision back before the signing. Raises ``NotAllowed``, ``NotFound``, ``WrongMove``."""
    require_own(by, row.review)
    subject = Subject("review_decision", row.uid)
    with act("reviews.withdraw", subject, by=by, unit_uid=by.unit_uid, at=at):
        held = locked(row.review)
        row.state = Resolution.State.VOID
        row.save(update_fields=["state"])
        others = Resolution.objects.standing().filter(review=held).exists()
        step(held, "decide" if others else "withdraw", by=by, at=at)
        remind(held, at)
    return row


def _write(review: Review, row: Resolution, *, by: Viewer, at: datetime) -> Resolution:
    subject = Subject("review_decision", row.uid)
    detail = {"review": review.code, "kind": row.kind, "due": row.due_on}
    with act("reviews.decide", subject, by=by, unit_uid=by.unit_uid, at=at, **detail):
        held = step(locked(review), "decide", by=by, at=at)
        row.save()
        remind(held, at)
    return row
