"""Which column is which field: proposed by words, confirmed by a person."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from chuan.intake.reading.types import Column, ColumnMap, Guess, Header, Proposal
from chuan.intake.reading.words import key_of, without_asides
from chuan.offers.fields import Field

LEAST = 0.6
"""A guess below this is no guess."""
_PART = 0.95
_INSIDE = 0.6
# Words about a thing rather than the thing: "ngày trả kết quả" is "ngày trả".
_FILLERS = frozenset({"ket", "qua", "ho", "so", "thuc", "te", "cua"})
_SHORT = {
    "hs": "ho so",
    "kq": "ket qua",
    "tthc": "thu tuc hanh chinh",
    "sdt": "so dien thoai",
    "dt": "dien thoai",
}
"""How headers are shortened; a fingerprint keeps them as they stand."""


def match(header: Header, fields: Sequence[Field]) -> Proposal:
    """The best one-to-one fit of columns and fields, best words first; ties go to the left column."""
    words = tuple(synonyms(field) for field in fields)
    scored = sorted(
        ((score(column, words[n]), -column.at, -n) for column in header.columns for n in range(len(fields))),
        reverse=True,
    )
    by_column: dict[int, tuple[int, float]] = {}
    for points, left, n in scored:
        if (
            points >= LEAST
            and -left not in by_column
            and -n not in {taken for taken, _ in by_column.values()}
        ):
            by_column[-left] = (-n, points)
    return _proposal(header, fields, by_column)


def _proposal(header: Header, fields: Sequence[Field], found: dict[int, tuple[int, float]]) -> Proposal:
    guesses = []
    for column in header.columns:
        n, points = found.get(column.at, (-1, 0.0))
        guesses.append(Guess(column, fields[n].name if n >= 0 else None, points))
    mapping = ColumnMap({guess.column.key: guess.field for guess in guesses if guess.field})
    return Proposal(tuple(guesses), mapping, missing(mapping, fields))


def missing(mapping: ColumnMap, fields: Sequence[Field]) -> tuple[str, ...]:
    """Labels of required fields that no column feeds."""
    fed = mapping.fed
    return tuple(field.label for field in fields if field.required and field.name not in fed)


def synonyms(field: Field) -> tuple[str, ...]:
    """Every folded header text that means this field: its synonyms and its label."""
    return tuple(dict.fromkeys(_whole_words(word) for word in (*field.synonyms, field.label)))


def score(column: Column, words: tuple[str, ...]) -> float:
    """0 to 1: the whole header 1, its last line or the header without brackets 0.95, words inside less."""
    return _score(column.parts, words)


@lru_cache(maxsize=16384)
def _score(parts: tuple[str, ...], words: tuple[str, ...]) -> float:
    whole = _whole_words(" / ".join(parts))
    if whole in words:
        return 1.0
    bare = _whole_words(" / ".join(without_asides(part) for part in parts))
    last = _whole_words(without_asides(parts[-1]))
    if bare in words or last in words:
        return _PART
    return max((_inside(bare if "/" in word else last, word) for word in words), default=0.0)


def _whole_words(text: str) -> str:
    """The folded text with shortened words written out: "Mã HS" -> "ma ho so"."""
    return " ".join(_SHORT.get(word, word) for word in key_of(text).split())


def _inside(header: str, word: str) -> float:
    """The field's words in a row inside the header: the more of the header they are, the surer."""
    if " " not in word or f" {word} " not in f" {header} ":
        return 0.0
    ours, theirs = word.split(), header.split()
    rest = [w for w in theirs if w not in ours]
    idle = sum(1 for w in rest if w in _FILLERS)
    return _INSIDE + 0.3 * (len(ours) + idle) / (len(ours) + len(rest))
