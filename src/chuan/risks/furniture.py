"""What this room offers to the house."""

from __future__ import annotations

from chuan.offers import checks, holdings, review_inputs, self_checks
from chuan.offers.review_inputs import Letter
from chuan.risks import checking, handing, packing, room, searching, subjects, succession, telling


def offer() -> None:
    """Offer all of it; called once when the programme starts."""
    room.offer()
    subjects.register()
    searching.offer()
    handing.offer()
    packing.offer()
    succession.offer()
    self_checks.offer(*checking.CHECKS)
    holdings.offer(telling.holdings)
    checks.register_projection("risks.level", checking.levels_agree)
    review_inputs.offer(Letter.CHANGES, "Bối cảnh", telling.changes)
    review_inputs.offer(Letter.RESOURCES, "Rủi ro", telling.resources)
    review_inputs.offer(Letter.RISKS, "Rủi ro", telling.effect_on_risks)
    review_inputs.offer(Letter.OPPORTUNITIES, "Cơ hội", telling.opportunities)
