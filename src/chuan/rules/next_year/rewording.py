"""A promise with another level or another word of comparison, put into the sentence where the old one stands.

The sentence stays the drafter's own; only the stretch that the reader read the promise from is written anew. What was
written is read back: nothing is put that would be understood otherwise.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from fractions import Fraction

from chuan.rules.decision_text.lexicon import Lexicon
from chuan.rules.decision_text.types import Line
from chuan.rules.next_year.annex import read_one, tidy
from chuan.rules.targets.types import Comparator, Quantity, Target
from chuan.rules.vietnamese import NUMBER, written_number

CUES = {
    Comparator.AT_LEAST: "ít nhất",
    Comparator.MORE_THAN: "trên",
    Comparator.AT_MOST: "không quá",
    Comparator.LESS_THAN: "dưới",
}
_FIGURE = re.compile(rf"\d{{1,5}}\s?/\s?\d{{1,5}}|{NUMBER}")
_ABOVE = re.compile(r"\s+trở\s+(?:lên|xuống|đi)(?!\w)")


class NotPut(ValueError):
    """The sentence cannot carry the new level so that it reads as meant; it is to be written by hand."""


def reworded(text: str, at: int, wanted: Comparator | None, level: Fraction, lexicon: Lexicon) -> str:
    """The sentence with its promise number ``at`` (from 0) at the level; ``wanted`` None keeps the comparison.

    For k of n the level is k. Raises ``NotPut`` where the result would not read as meant, or where the promise has
    no figure to write over (recognised or not, "giảm" without a number).
    """
    words = tidy(text)
    line = read_one(words, lexicon)
    if line is None or not 0 <= at < len(line.targets):
        raise NotPut
    old = line.targets[at]
    made = _written_over(words, old, wanted, level, line.span.start)
    again = read_one(made, lexicon)
    if again is None or len(again.targets) != len(line.targets):
        raise NotPut
    together = {place for place, one in enumerate(line.targets) if one.span == old.span}
    if not all(_means(again.targets[place], line.targets[place], wanted, level) for place in together):
        raise NotPut
    if _rest(again, together) != _rest(line, together):
        raise NotPut
    return made[:1].upper() + made[1:] if words[:1].isupper() or not words[:1].isalpha() else made


def _written_over(words: str, old: Target, wanted: Comparator | None, level: Fraction, shift: int) -> str:
    if old.span is None or old.quantity in (Quantity.YES_NO, Quantity.NONE) or old.low is not None:
        raise NotPut
    start, end = old.span.start - shift, old.span.end - shift
    stretch = words[start:end]
    figure = _FIGURE.search(stretch)
    if figure is None:
        raise NotPut
    number = f"{written_number(level)}/{old.n}" if old.quantity is Quantity.K_OF_N else written_number(level)
    cue, rest = stretch[: figure.start()], stretch[figure.end() :]
    if wanted is not None and wanted is not old.comparator:
        cue, rest = f"{CUES[wanted]} ", _ABOVE.sub("", rest)
    return words[:start] + cue + number + rest + words[end:]


def _means(new: Target, old: Target, wanted: Comparator | None, level: Fraction) -> bool:
    figure = Fraction(new.k) if new.quantity is Quantity.K_OF_N and new.k is not None else new.value
    comparator = wanted or old.comparator
    return (
        new.quantity is old.quantity
        and figure == level
        and new.comparator is comparator
        and new.unit == old.unit
    )


def _rest(line: Line, together: Collection[int]) -> list[tuple[object, ...]]:
    """The other promises of the sentence, which must stay what they are; one figure may promise two acts at once."""
    return [_promise(one) for place, one in enumerate(line.targets) if place not in together]


def _promise(one: Target) -> tuple[object, ...]:
    return (one.quantity, one.comparator, one.horizon, one.value, one.low, one.high, one.n, one.k, one.unit)
