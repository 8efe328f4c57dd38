"""What this room offers to the house."""

from __future__ import annotations

from chuan.offers import holdings, review_inputs, self_checks
from chuan.offers.review_inputs import Letter
from chuan.processes import checking, handing, packing, provided, room, searching, subjects, succession


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    room.offer()
    subjects.register()
    searching.offer()
    succession.offer()
    handing.offer()
    packing.offer()
    self_checks.offer(*checking.CHECKS, *provided.CHECKS)
    holdings.offer(checking.holdings)
    holdings.offer(provided.holdings)
    review_inputs.offer(Letter.PROCESSES, "Quá trình", checking.performance)
    review_inputs.offer(Letter.PROVIDERS, "Quá trình", checking.providers)
    review_inputs.offer(Letter.PROVIDERS, "Bên cung cấp ngoài", provided.performance)
