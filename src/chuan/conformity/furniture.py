"""What this room offers to the house."""

from __future__ import annotations

from chuan.conformity import (
    checking,
    handing,
    harms,
    measures,
    review_said,
    ringing,
    searching,
    subjects,
    succession,
)
from chuan.conformity.inspecting import naming, packing
from chuan.conformity.pack import own


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    subjects.register()
    measures.register()
    checking.offer()
    succession.offer()
    harms.offer()
    handing.offer()
    review_said.offer()
    searching.offer()
    ringing.offer()
    own.offer()
    naming.register()
    packing.offer()
