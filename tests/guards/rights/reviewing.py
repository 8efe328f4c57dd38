"""One thing of each kind that the room of reviews keeps: a review, words for an input, a decision of the owner."""

from __future__ import annotations

import uuid
from datetime import date, datetime

from chuan.people.models import Official, Unit
from chuan.reviews import models as reviews
from tests.guards.rights.making import make
from tests.people import PAPER


def reviewed(unit: Unit, owner: Official, other: Official, now: datetime) -> dict[str, uuid.UUID]:
    """A review that was held and waits for its signature; its decision is the owner's."""
    review = make(
        reviews.Review, unit=unit, owner_unit=unit, code="XX-01/2021", starts=date(2021, 1, 1), ends=date(2022, 1, 1),
        planned_on=date(2021, 12, 15), held_on=date(2021, 12, 15), status="decided", chair=other, secretary=owner,
        recorded_at=now,
    )  # fmt: skip
    minutes = make(
        reviews.Minutes, review=review, version=1, held_on=date(2021, 12, 15), chair=other, secretary=owner,
        recorded_at=now,
    )  # fmt: skip
    make(reviews.Attendance, minutes=minutes, position=1, official=owner, present=True)
    make(
        reviews.Collection, review=review, number=1, as_of=date(2021, 12, 15), text="{}", digest="0" * 64,
        collected_at=now,
    )  # fmt: skip
    said = make(reviews.Addition, review=review, letter="f", words=PAPER, recorded_at=now)
    decided = make(
        reviews.Resolution, review=review, kind="improvement", words=PAPER, owner=owner, due_on=date(2022, 3, 1),
        recorded_at=now,
    )  # fmt: skip
    return {"review": review.uid, "review_addition": said.uid, "review_decision": decided.uid}
