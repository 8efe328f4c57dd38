"""The thinking of a management review: what is missing, what a decision needs, when it may be signed (9.3)."""

from chuan.rules.reviews.deciding import OutputKind, check_resolution, unanswered
from chuan.rules.reviews.drifting import Change, drift
from chuan.rules.reviews.meeting import Seat, check_meeting
from chuan.rules.reviews.missing import Known, missing, require_answered
from chuan.rules.reviews.timing import Appointed, check_moved, check_period

__all__ = [
    "Appointed", "Change", "Known", "OutputKind", "Seat", "check_meeting", "check_moved", "check_period",
    "check_resolution", "drift", "missing", "require_answered", "unanswered",
]  # fmt: skip
