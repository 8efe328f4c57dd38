"""Sentences of a round checked by the reader that will read the issued Decision."""

from __future__ import annotations

from chuan.law.lexicons import reader_lexicon
from chuan.objectives.rounds.refusals import LevelNotPut, LineNotRead
from chuan.rules.decision_text.types import Line
from chuan.rules.next_year import NotPut, read_one, reworded, tidy
from chuan.rules.targets.types import Comparator
from chuan.rules.vietnamese import parse_number


def sentence_read(text: str) -> str:
    """The sentence tidied, once the reader takes it for one line. Raises ``LineNotRead``."""
    if read_one(text, reader_lexicon()) is None:
        raise LineNotRead()
    return tidy(text)


def line_read(text: str) -> Line | None:
    """What the reader takes the sentence for."""
    return read_one(text, reader_lexicon())


def with_level(text: str, at: int, comparator: str, typed: str) -> str:
    """The sentence with another level typed as a person types it, and perhaps another comparison.

    Raises ``LevelNotPut``, and ``NumberUnreadable`` for what is no number.
    """
    level = parse_number(typed)
    wanted = Comparator(comparator) if comparator else None
    try:
        return reworded(text, at, wanted, level, reader_lexicon())
    except NotPut:
        raise LevelNotPut(typed=typed.strip()) from None
