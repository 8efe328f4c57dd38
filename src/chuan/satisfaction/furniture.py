"""What this room offers to the house."""

from __future__ import annotations

from chuan.satisfaction import measures, review_said, room, subjects, succession


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    room.offer()
    subjects.register()
    measures.register()
    review_said.offer()
    succession.offer()
