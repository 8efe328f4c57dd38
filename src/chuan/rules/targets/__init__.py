"""Promises as targets: judging, budget, pace, roll-up. Exact fractions, never floats."""

from chuan.rules.targets.budgets import budget
from chuan.rules.targets.combining import combine
from chuan.rules.targets.comparing import Band, band, display_decimals, margin, satisfies
from chuan.rules.targets.judging import judge, usual
from chuan.rules.targets.pacing import LINEAR, expected_cases
from chuan.rules.targets.path_faults import PathFault, Shape, path_faults
from chuan.rules.targets.paths import PlannedPath, no_path
from chuan.rules.targets.rolling_up import roll_up
from chuan.rules.targets.sentences import OUTCOME_WORDS, REASON_WORDS, reason_sentence
from chuan.rules.targets.values import value_of

__all__ = [
    "LINEAR",
    "OUTCOME_WORDS",
    "REASON_WORDS",
    "Band",
    "PathFault",
    "PlannedPath",
    "Shape",
    "band",
    "budget",
    "combine",
    "display_decimals",
    "expected_cases",
    "judge",
    "margin",
    "no_path",
    "path_faults",
    "reason_sentence",
    "roll_up",
    "satisfies",
    "usual",
    "value_of",
]
