"""What this room offers to the house."""

from __future__ import annotations

from chuan.reviews import (
    asking,
    checking,
    handing,
    harms,
    packing,
    review_said,
    room,
    searching,
    subjects,
    succession,
)


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    room.offer()
    subjects.register()
    review_said.offer()
    searching.offer()
    checking.offer()
    handing.offer()
    packing.offer()
    succession.offer()
    harms.offer()
    asking.offer()
