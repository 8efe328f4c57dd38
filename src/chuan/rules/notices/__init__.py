"""What an official is told of his due things, when, and in which bundle: worked out from the state, never from a day
that must not be missed."""

from chuan.rules.notices.facts import (
    HELD,
    LATE,
    NEW,
    SOON,
    Channel,
    Choice,
    Due,
    Practice,
    Told,
    Way,
    late_days,
    way_of,
)
from chuan.rules.notices.stages import soon_until, stage_on
from chuan.rules.notices.telling import Bundle, Line, Looked, bundle_on, tell
from chuan.rules.notices.turns import disturbs, next_turn, opens, turn

__all__ = [
    "HELD",
    "LATE",
    "NEW",
    "SOON",
    "Bundle",
    "Channel",
    "Choice",
    "Due",
    "Line",
    "Looked",
    "Practice",
    "Told",
    "Way",
    "bundle_on",
    "disturbs",
    "late_days",
    "next_turn",
    "opens",
    "soon_until",
    "stage_on",
    "tell",
    "turn",
    "way_of",
]
