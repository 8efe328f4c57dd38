"""Petitions: kinds, competence, clocks, repeats, small counts. Every kind by its own law."""

from chuan.rules.petitions.clocks import CLOCKS, Clock, Complexity, Facts, clock_rule, clocks_of
from chuan.rules.petitions.competence import OUTCOME_NAMES, Answer, Decided, Guide, Outcome, Question
from chuan.rules.petitions.kinds import CHANNEL_NAMES, KIND_NAMES, Channel, Kind, by_many, split
from chuan.rules.petitions.prolonging import (
    Prolongation,
    check_notice,
    complexity_of,
    entered_late,
    last_notice_day,
    prolong,
)
from chuan.rules.petitions.reading import ClockDates, Law, clock_named, petition_dates
from chuan.rules.petitions.reception import ReceptionTerm, reception_terms
from chuan.rules.petitions.repeats import (
    LIKENESS_NAMES,
    Letter,
    Likeness,
    Match,
    counted_once,
    repeats_of,
    word_runs,
)
from chuan.rules.petitions.small_counts import ShownCounts, shown_counts
from chuan.rules.petitions.steps import STEP_NAMES, Happening, Step

__all__ = [
    "CHANNEL_NAMES", "CLOCKS", "KIND_NAMES", "LIKENESS_NAMES", "OUTCOME_NAMES", "STEP_NAMES", "Answer", "Channel",
    "Clock", "ClockDates", "Complexity", "Decided", "Facts", "Guide", "Happening", "Kind", "Law", "Letter", "Likeness",
    "Match", "Outcome", "Prolongation", "Question", "ReceptionTerm", "ShownCounts", "Step", "by_many", "check_notice",
    "clock_named", "clock_rule", "clocks_of", "complexity_of", "counted_once", "entered_late", "last_notice_day",
    "petition_dates", "prolong", "reception_terms", "repeats_of", "shown_counts", "split", "word_runs",
]  # fmt: skip
