"""Plans, objectives, indicators, targets and frozen measurements."""

from chuan.objectives.models.measuring import FigureDue, LateNotice, Measurement
from chuan.objectives.models.planning import Indicator, Objective, Plan, Target

__all__ = [
    "FigureDue",
    "Indicator",
    "LateNotice",
    "Measurement",
    "Objective",
    "Plan",
    "Target",
]
