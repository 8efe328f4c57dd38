"""Plans, objectives, indicators, targets and frozen measurements."""

from chuan.objectives.models.measuring import FigureDue, LateNotice, Measurement
from chuan.objectives.models.planning import Indicator, Objective, Plan, Target
from chuan.objectives.models.sets import FigureSet

__all__ = [
    "FigureDue",
    "FigureSet",
    "Indicator",
    "LateNotice",
    "Measurement",
    "Objective",
    "Plan",
    "Target",
]
