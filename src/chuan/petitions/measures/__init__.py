"""What can be counted of petitions; offered to objectives and to pages of figures when the programme starts."""

from __future__ import annotations

from chuan.offers import measures
from chuan.petitions.measures.escalated import EscalatedPast
from chuan.petitions.measures.replying import RepliedAfterReception
from chuan.petitions.measures.solving import OnTime, Resolved

STATES = (Resolved(), OnTime(), RepliedAfterReception())
"""Those that classify the states of petitions."""
ALL = (*STATES, EscalatedPast())


def register() -> None:
    """Offer them all."""
    for one in ALL:
        measures.register(one)
