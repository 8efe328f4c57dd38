"""What the part of titles offers to the house; one call from the room's furniture."""

from __future__ import annotations

from chuan.offers import measures
from chuan.workforce.following import titles as following
from chuan.workforce.measures.advanced import AdvancedWorker
from chuan.workforce.titles import subjects

ADVANCED = AdvancedWorker()


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    subjects.register()
    measures.register(ADVANCED)
    following.offer()
