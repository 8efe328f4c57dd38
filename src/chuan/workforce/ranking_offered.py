"""What the part of ranking offers to the house; one call from the room's furniture."""

from __future__ import annotations

from chuan.offers import checks
from chuan.workforce import subjects_ranking
from chuan.workforce.following import rankings
from chuan.workforce.ranking import succession
from chuan.workforce.ranking.checking import assessments_agree


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    subjects_ranking.register()
    rankings.offer()
    checks.register_projection("workforce.assessment", assessments_agree)
    succession.offer()
