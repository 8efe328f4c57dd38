"""Making next year's objectives: lines that read back as meant, new levels put into a sentence, warnings in words."""

from chuan.rules.next_year.annex import Row, annex_text, ordinals, read_back, read_one, remarks_on, tidy
from chuan.rules.next_year.rewording import NotPut, reworded

__all__ = [
    "NotPut",
    "Row",
    "annex_text",
    "ordinals",
    "read_back",
    "read_one",
    "remarks_on",
    "reworded",
    "tidy",
]
