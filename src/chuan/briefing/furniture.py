"""What this room offers to the house."""

from __future__ import annotations


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
