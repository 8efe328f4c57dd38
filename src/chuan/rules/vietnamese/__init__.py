"""Letters, numbers and dates as Vietnamese papers write them; folding for search."""

from chuan.rules.vietnamese.dates import DATE, read_date
from chuan.rules.vietnamese.letters import LOWER, UPPER, compose, fold, same_words, settle_tones
from chuan.rules.vietnamese.numbers import (
    NUMBER,
    Figure,
    decimal_text,
    parse_number,
    read_figure,
    written_number,
)

__all__ = [
    "DATE",
    "LOWER",
    "NUMBER",
    "UPPER",
    "Figure",
    "compose",
    "decimal_text",
    "fold",
    "parse_number",
    "read_date",
    "read_figure",
    "same_words",
    "settle_tones",
    "written_number",
]
