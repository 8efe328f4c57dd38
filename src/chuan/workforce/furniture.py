"""What this room offers to the house: how its things are named, merging, what its parts count."""

from __future__ import annotations

from chuan.workforce import (
    holdings,
    kept,
    packing,
    ranking_offered,
    review_said,
    room,
    subjects,
    succession,
    titles_offered,
    tools_offered,
)
from chuan.workforce.competence import auditors


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    room.offer()
    subjects.register()
    tools_offered.offer()
    titles_offered.offer()
    ranking_offered.offer()
    succession.offer()
    kept.offer()
    holdings.offer()
    packing.offer()
    review_said.offer()
    auditors.offer()
