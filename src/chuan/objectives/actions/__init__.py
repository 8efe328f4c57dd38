"""Every change of plans, indicators and figures."""

from chuan.objectives.actions.measuring import Attempt, check_late, measure_all, take_measure
from chuan.objectives.actions.planning import (
    adopt_proposals,
    assign,
    count_by,
    define_indicator,
    plan_fields,
)
from chuan.objectives.actions.plans import make_plan
from chuan.objectives.actions.recording import Given, correct_figure, record_figure
from chuan.objectives.actions.recounting import ask, keep, recount
from chuan.objectives.figures import Evidence, Typed

__all__ = [
    "Attempt",
    "Evidence",
    "Given",
    "Typed",
    "adopt_proposals",
    "ask",
    "assign",
    "check_late",
    "correct_figure",
    "count_by",
    "define_indicator",
    "keep",
    "make_plan",
    "measure_all",
    "plan_fields",
    "record_figure",
    "recount",
    "take_measure",
]
