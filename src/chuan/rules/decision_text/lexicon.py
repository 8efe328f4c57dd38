"""The words the reader knows, kept as data (``chuan.law.lexicons``) and handed in."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Named:
    """A word of the field and the spellings it is met in, all in lower case."""

    name: str
    spellings: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Misspelling:
    """A slip seen in real papers. ``at_start``: a slip only where a line begins;
    ``not_after``: words before which it is none ("nội dung chung")."""

    wrong: str
    right: str
    at_start: bool = False
    not_after: str = ""


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Words of direction, units, horizons and duties. All entries are lower case.

    ``units``: measures (triệu đồng, ha, tạ/ha); ``per``: what may follow a slash;
    ``nouns``: things that are counted; ``scope_units``: measures that describe the thing
    (15 tuổi, 01 Gb/s), never the promise; ``lower``: less is better; ``turned``: words
    that turn such a phrase round again ("hộ nghèo được hỗ trợ"); ``accumulated``: work
    and money that add up over the year; ``recognitions``: yes or no; ``none_each`` /
    ``none_end``: "must not occur" in every period / "no longer exists" at the end;
    ``acts``: verbs that are measured apart when joined by "và"; ``excludes`` and
    ``conditions``: how a limit of the promise begins; ``growth``: nouns that are growth
    themselves; ``rates``: rates named after growth that are plain shares; ``duties``: sections that are no objectives.
    """

    units: tuple[Named, ...]
    per: tuple[str, ...]
    nouns: tuple[Named, ...]
    scope_units: tuple[str, ...]
    lower: tuple[str, ...]
    turned: tuple[str, ...]
    accumulated: tuple[str, ...]
    recognitions: tuple[str, ...]
    none_each: tuple[str, ...]
    none_end: tuple[str, ...]
    acts: tuple[str, ...]
    excludes: tuple[str, ...]
    conditions: tuple[str, ...]
    growth: tuple[str, ...]
    rates: tuple[str, ...]
    duties: tuple[str, ...]
    misspellings: tuple[Misspelling, ...]
