"""Making next year's objectives: lines that read back as meant, new levels put into a sentence, cautions in words."""

from chuan.rules.next_year.annex import (
    Row,
    Whole,
    annex_text,
    ordinals,
    read_back,
    read_one,
    read_whole,
    tidy,
)
from chuan.rules.next_year.cautions import Caution, Limits, Past, Promised, cautions_of, counts_below, twice
from chuan.rules.next_year.rewording import NotPut, reworded

__all__ = [
    "Limits",
    "NotPut",
    "Past",
    "Promised",
    "Row",
    "Whole",
    "Caution",
    "annex_text",
    "counts_below",
    "ordinals",
    "read_back",
    "read_one",
    "read_whole",
    "reworded",
    "tidy",
    "twice",
    "cautions_of",
]
