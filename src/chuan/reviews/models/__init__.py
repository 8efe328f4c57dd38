"""Reviews, their inputs as they were collected, the meeting, its decisions."""

from chuan.reviews.models.inputs import Addition, Collection, ReviewLine
from chuan.reviews.models.meetings import Attendance, Minutes, Seal
from chuan.reviews.models.resolutions import Resolution
from chuan.reviews.models.reviews import Review, ReviewEvent

__all__ = [
    "Addition", "Attendance", "Collection", "Minutes", "Resolution", "Review", "ReviewEvent", "ReviewLine", "Seal",
]  # fmt: skip
