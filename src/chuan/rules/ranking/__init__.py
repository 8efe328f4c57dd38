"""Ranking of officials: points, criteria in words, years, caps. It proposes and warns; people decide."""

from chuan.rules.ranking.amounts import amount, said_points, said_share
from chuan.rules.ranking.caps import TEAMS, CapReading, CapVerdict, GroupCap, capped, head_against_unit
from chuan.rules.ranking.judging import Grounds, Ranked, asked_grounds, failing_grounds, level_of
from chuan.rules.ranking.levels import (
    DISCIPLINE_NAMES,
    LEADER,
    LEVEL_NAMES,
    Discipline,
    Group,
    Level,
    Reason,
)
from chuan.rules.ranking.reading import level_named
from chuan.rules.ranking.scoring import Leading, Part, Product, ScoreLine, Scoring, scored, unit_share
from chuan.rules.ranking.words import Criterion, WordsCheck, checked, criteria_for
from chuan.rules.ranking.years import PeriodScore, YearScore, year_of

__all__ = [
    "DISCIPLINE_NAMES", "LEADER", "LEVEL_NAMES", "TEAMS", "CapReading", "CapVerdict", "Criterion", "Discipline",
    "Grounds", "Group", "GroupCap", "Leading", "Level", "Part", "PeriodScore", "Product", "Ranked", "Reason",
    "ScoreLine", "Scoring", "WordsCheck", "YearScore", "amount", "asked_grounds", "capped", "checked", "criteria_for",
    "failing_grounds", "head_against_unit", "level_named", "level_of", "said_points", "said_share", "scored",
    "unit_share", "year_of",
]  # fmt: skip
