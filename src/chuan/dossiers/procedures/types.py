"""A procedure as a file offers it, before anybody has confirmed it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from chuan.rules.time_limits import Proposed, Reading, read_limits

_NATIONAL = re.compile(r"(\d\.\d{6})(?:\.000)?(?:\.00)*(?:\.?H\d{1,2})?")
_PARTED = re.compile(r"(\d\.\d{3})\.(\d{3})")
CODE_LETTERS = 60
NAME_LETTERS = 1000
"""The longest published name of a commune-level procedure has 919 letters (national portal, 2026)."""


@dataclass(frozen=True)
class Offered:
    """One procedure of a file. ``place`` says where it stands, as a person finds it ("dòng 12", "A7")."""

    place: str
    code: str
    name: str
    field: str = ""
    agency: str = ""
    citation: str = ""
    legal_acts: str = ""
    components: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    fees: str = ""
    results: str = ""
    limits_text: str = ""
    valid_from: date | None = None

    @cached_property
    def reading(self) -> Reading:
        """What its time limits say."""
        return read_limits(self.limits_text)

    @property
    def limits(self) -> tuple[Proposed, ...]:
        """Its proposed limits."""
        return self.reading.limits


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A row that cannot be taken in: where, which column, what stands there, and what to do."""

    place: str
    column: str
    typed: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Everything a file offers. ``left_out`` names columns that are not kept."""

    rows: tuple[Offered, ...]
    unreadable: tuple[Unreadable, ...] = ()
    left_out: tuple[str, ...] = ()


def national_code(text: str) -> str:
    """The code of the national catalogue: without blanks, and without a province's tail (".H29", "-H12").

    "1.001193.000.00.00.H29", "1.001193. H29" and "1.001.193" are all 1.001193. Another code stays as it is.
    """
    plain = re.sub(r"\s|-(?=H\d)", "", text)
    if parted := _PARTED.fullmatch(plain):
        return parted[1] + parted[2]
    found = _NATIONAL.fullmatch(plain)
    return found[1] if found else plain
