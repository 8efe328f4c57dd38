"""Risks and opportunities thought through: scales, levels by table, treatments, when to look again."""

from chuan.rules.risks.scales import Level, Scale, Side, Step, made_scale
from chuan.rules.risks.treating import (
    LEAVING,
    UNSCORED_MONTHS,
    Nature,
    Treatment,
    allowed_for,
    check_due,
    check_finish,
    check_look_moved,
    check_scored_on,
    check_treatment,
    months_later,
)

__all__ = [
    "LEAVING", "Level", "Nature", "Scale", "Side", "Step", "Treatment", "UNSCORED_MONTHS", "allowed_for", "check_due",
    "check_finish", "check_look_moved", "check_scored_on", "check_treatment", "made_scale", "months_later",
]  # fmt: skip
