"""Correcting what went wrong: when a matter may be closed, whether an action worked, whether it came back.

TCVN ISO 9001:2015, 8.7 and 10.2. No database, no clock: days and figures are arguments.
"""

from chuan.rules.corrections.closing import Open, hindrances, require_closable
from chuan.rules.corrections.effects import (
    COMPARATOR_WORDS,
    Figure,
    Judged,
    Rhythm,
    Shape,
    Verdict,
    Wanted,
    judge_effect,
    periods_after,
)
from chuan.rules.corrections.recurring import Past, recurring, require_due, suggested_due

__all__ = [
    "COMPARATOR_WORDS", "Figure", "Judged", "Open", "Past", "Rhythm", "Shape", "Verdict", "Wanted", "hindrances",
    "judge_effect", "periods_after", "recurring", "require_closable", "require_due", "suggested_due",
]  # fmt: skip
