"""Plans, objectives, indicators, targets, frozen measurements; rounds that make the next year's; kept trials."""

from chuan.objectives.models.bases import Basis, BasisMatch, BasisSaying
from chuan.objectives.models.measuring import FigureDue, LateNotice, Measurement
from chuan.objectives.models.paths import TargetPath
from chuan.objectives.models.planning import Indicator, Objective, Plan, Target
from chuan.objectives.models.reported import ReportBinding, ReportLine, ReportRead
from chuan.objectives.models.rounds import Round, RoundAsked, RoundLine, RoundSaying
from chuan.objectives.models.sets import FigureSet
from chuan.objectives.models.trials import KeptTrial, TrialStep

__all__ = [
    "Basis",
    "BasisMatch",
    "BasisSaying",
    "FigureDue",
    "FigureSet",
    "Indicator",
    "KeptTrial",
    "LateNotice",
    "Measurement",
    "Objective",
    "Plan",
    "ReportBinding",
    "ReportLine",
    "ReportRead",
    "Round",
    "RoundAsked",
    "RoundLine",
    "RoundSaying",
    "Target",
    "TargetPath",
    "TrialStep",
]
