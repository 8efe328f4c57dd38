"""Reviews and the decisions of signed ones in the one box of search; who may not see them finds nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from chuan.offers import search
from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.reviews.models import Resolution, Review
from chuan.reviews.reminding import DECISION, KIND
from chuan.search import entries

SIGNED = ("signed", "followed")


def offer() -> None:
    """Offer both kinds; called when the programme starts."""
    search.offer(KIND, every_review)
    search.offer(DECISION, every_decision)


def every_review() -> Iterator[Entry]:
    """Every review that was not called off."""
    return (_review(one) for one in Review.objects.standing().order_by("pk").iterator(chunk_size=500))


def every_decision() -> Iterator[Entry]:
    """Every decision of a signed review."""
    rows = Resolution.objects.real().filter(review__status__in=SIGNED).select_related("review").order_by("pk")
    return (_decision(one) for one in rows.iterator(chunk_size=500))


def put(reviews: Iterable[Review]) -> None:
    """Write reviews with their signed decisions as they stand now; inside the act that changes them."""
    held = list(reviews)
    rows = (
        Resolution.objects.real().filter(review__in=held, review__status__in=SIGNED).select_related("review")
    )
    entries.put(chain((_review(one) for one in held), (_decision(one) for one in rows)))


def drop(review: Review) -> None:
    """Nothing of a review that was called off is found any more."""
    entries.drop([Subject(KIND, review.uid)])


def _review(one: Review) -> Entry:
    return Entry(
        Subject(KIND, one.uid), one.owner_unit_id, title=f"Xem xét của lãnh đạo {one.code}", numbers=(one.code,),
        text="\n".join(filter(None, (one.place, one.citation))),
    )  # fmt: skip


def _decision(one: Resolution) -> Entry:
    return Entry(
        Subject(DECISION, one.uid), one.review.owner_unit_id, title=one.words[:200], numbers=(one.review.code,),
        text=one.words,
    )  # fmt: skip
