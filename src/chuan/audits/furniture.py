"""What this room offers to the house."""

from __future__ import annotations

from chuan.audits import (
    checking,
    handing,
    holding,
    packing,
    review_said,
    room,
    searching,
    subjects,
    succession,
    telling,
)


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    for part in (checking, handing, holding, packing, review_said, room, searching, succession, telling):
        part.offer()
    subjects.register()
