"""The minutes begun as a draft in the room of documents: reviewed, signed and numbered there."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.actions import outgoing
from chuan.documents.models import Document
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.reviews import refusals
from chuan.reviews.models import Review
from chuan.reviews.papers import minutes_content
from chuan.reviews.permissions import require_own
from chuan.reviews.steps import locked
from chuan.trail.actions import act


def begin_minutes(review: Review, *, by: Viewer, at: datetime) -> Document:
    """Make the draft of the minutes and name it in the review. Two acts, the draft first.

    Raises ``NotAllowed``, ``NotFound``, ``HeldBefore``.
    """
    require_own(by, review)
    if review.held_on is None:
        raise refusals.HeldBefore()
    content = minutes_content(review, by=by, at=at)
    document = outgoing.create(content, by=by, at=at)
    subject = Subject("review", review.uid)
    with act("reviews.draft", subject, by=by, unit_uid=by.unit_uid, at=at, document=str(document.uid)):
        held = locked(review)
        held.draft_uid = document.uid
        held.save(update_fields=["draft_uid"])
    return document
