"""What petitions tell the management review, in counts only: solved and escalated (9.3.2 c1), in time (c3)."""

from __future__ import annotations

from collections.abc import Sequence

from chuan.offers import review_inputs
from chuan.offers.review_inputs import Asked, Letter, Said
from chuan.ui.measured import measured_said

ROOM = "Đơn thư"
FIGURES = "/don-thu/"
"""The room's first page: whoever reads the review may open it, and from there its figures as far as he may."""


def feedback(asked: Asked) -> Sequence[Said]:
    """How many were solved of those due, and how many went past the ward."""
    return measured_said(asked, [("petitions.resolved", FIGURES), ("petitions.escalated_past", FIGURES)])


def services(asked: Asked) -> Sequence[Said]:
    """Solved in time, answered in time after a reception."""
    return measured_said(
        asked, [("petitions.on_time", FIGURES), ("petitions.replied_after_reception", FIGURES)]
    )


def offer() -> None:
    """Register; called when the programme starts."""
    review_inputs.offer(Letter.SATISFACTION, ROOM, feedback)
    review_inputs.offer(Letter.PROCESSES, ROOM, services)
