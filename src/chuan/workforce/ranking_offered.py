"""What the part of ranking offers to the house; one call from the room's furniture."""

from __future__ import annotations

from chuan.workforce import subjects_ranking
from chuan.workforce.following import rankings


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    subjects_ranking.register()
    rankings.offer()
