"""A person's own words for an input that no register knows, and their withdrawal."""

from __future__ import annotations

from datetime import datetime

from chuan.law.review_inputs import inputs
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.reviews.models import Addition, Review
from chuan.reviews.permissions import require_own
from chuan.reviews.steps import locked, step
from chuan.rules.refusals.reviews import WordsMissing
from chuan.trail.actions import act


def say(review: Review, letter: str, words: str, *, unknown: bool, by: Viewer, at: datetime) -> Addition:
    """Keep a sentence for a letter; ``unknown``: it says why nothing is known.

    Raises ``NotAllowed``, ``NotFound``, ``WordsMissing``, ``WrongMove`` (signed), KeyError for no letter of 9.3.2.
    """
    require_own(by, review)
    asked = inputs()[letter]
    if not words.strip():
        raise WordsMissing()
    row = Addition(
        review=review, letter=asked.letter, words=words.strip(), unknown=unknown, by=by.official, recorded_at=at
    )  # fmt: skip
    subject = Subject("review", review.uid)
    with act("reviews.say", subject, by=by, unit_uid=by.unit_uid, at=at, letter=letter):
        step(locked(review), "say", by=by, at=at, note=asked.number)
        row.save()
    return row


def unsay(row: Addition, *, by: Viewer, at: datetime) -> Addition:
    """Take words back before the signing. Raises ``NotAllowed``, ``NotFound``, ``WrongMove``."""
    require_own(by, row.review)
    subject = Subject("review", row.review.uid)
    with act("reviews.unsay", subject, by=by, unit_uid=by.unit_uid, at=at, letter=row.letter):
        step(locked(row.review), "say", by=by, at=at, note=f"9.3.2 {row.letter}")
        row.voided_at = at
        row.save(update_fields=["voided_at"])
    return row
