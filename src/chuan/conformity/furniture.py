"""What this room offers to the house."""

from __future__ import annotations

from chuan.conformity import checking, measures, subjects, succession
from chuan.conformity.pack import own


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    subjects.register()
    measures.register()
    checking.offer()
    succession.offer()
    own.offer()
