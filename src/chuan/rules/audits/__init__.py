"""Internal audits thought through: coverage, independence, grades, samples, two people on one sheet."""

from chuan.rules.audits.coverage import Coverage, Round, Wanted, coverage
from chuan.rules.audits.grades import GRADE_MEANINGS, GRADE_NAMES, Grade, asks_for_correction, require_grounds
from chuan.rules.audits.independence import Part, Work, reason, require_independent
from chuan.rules.audits.samples import MOST, positions, read_seed
from chuan.rules.audits.typing import Outcome, Typed, both, judge_typing

__all__ = [
    "GRADE_MEANINGS", "GRADE_NAMES", "MOST", "Coverage", "Grade", "Outcome", "Part", "Round", "Typed", "Wanted",
    "Work", "asks_for_correction", "both", "coverage", "judge_typing", "positions", "read_seed", "reason",
    "require_grounds", "require_independent",
]  # fmt: skip
