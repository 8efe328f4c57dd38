"""The list of causes of a unit on a day: its own where it set one by its document, else the one Chuẩn proposes.

A cause keeps its code as long as its words stay, whichever list it stands on, so that the same cause is found again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from chuan.corrections import refusals as no
from chuan.law.causes import CauseNamed, cause_words, causes
from chuan.people.models import Unit, UnitSetting
from chuan.rules.vietnamese import fold

KEY = "corrections.causes"
OTHER = "other"
"""The one that is always offered: said in words, and repeating nothing."""
LONGEST_LIST, LONGEST_WORDS, LONGEST_BRANCH = 60, 200, 40


@dataclass(frozen=True, slots=True)
class Listed:
    """The list in force: ``citation`` and ``since`` are the unit's document, "" and None where it is Chuẩn's."""

    causes: tuple[CauseNamed, ...]
    citation: str = ""
    since: date | None = None

    @property
    def branches(self) -> list[tuple[str, list[CauseNamed]]]:
        """Branch by branch, in order."""
        return [(branch, list(some)) for branch, some in groupby(self.causes, key=lambda one: one.branch)]


def listed(unit: Unit, on: date) -> Listed:
    """What may be chosen on the day; one statement."""
    rows = [row for row in UnitSetting.objects.standing(unit, KEY) if row.valid_from <= on]
    if not rows:
        return Listed(causes(on))
    return Listed(_read(rows[-1].value), rows[-1].citation, rows[-1].valid_from)


def words_of(unit: Unit) -> Mapping[str, str]:
    """The words of every code of the unit's own lists, the latest first; one statement."""
    found: dict[str, str] = {}
    for row in reversed(UnitSetting.objects.standing(unit, KEY)):
        for one in _read(row.value):
            found.setdefault(one.code, one.words)
    return found


def said_of(code: str, own: Mapping[str, str]) -> str:
    """The words of a cause by code, chosen from whichever list."""
    return own.get(code) or cause_words(code)


def written(some: Iterable[CauseNamed]) -> str:
    """A list as the form shows it: one a line, the branch before the colon."""
    return "\n".join(f"{one.branch}: {one.words}" for one in some)


def made_of(text: str, known: Sequence[CauseNamed]) -> tuple[CauseNamed, ...]:
    """The list that such lines make, branch by branch; "khác" is added where it is missing.

    ``known``: causes whose codes are kept. Raises ``CauseLineUnclear``, ``CauseTwice``, ``CausesTooMany``.
    """
    codes = {fold(one.words): one.code for one in known}
    found: dict[str, CauseNamed] = {}
    for line in (one.strip() for one in text.splitlines() if one.strip()):
        one = _line(line, codes)
        if one.code in found:
            raise no.CauseTwice(words=one.words)
        found[one.code] = one
    if not found.keys() - {OTHER}:
        raise no.CauseLineUnclear(line="")
    if len(found) > LONGEST_LIST:
        raise no.CausesTooMany(most=LONGEST_LIST)
    last = found.pop(OTHER, None) or next(one for one in known if one.code == OTHER)
    order = list(dict.fromkeys(one.branch for one in found.values()))
    return (*sorted(found.values(), key=lambda one: order.index(one.branch)), last)


def put_down(some: Iterable[CauseNamed]) -> str:
    """A list as text to keep; ``listed`` reads it."""
    return json.dumps([[one.code, one.words, one.branch] for one in some], ensure_ascii=False)


def _line(line: str, codes: Mapping[str, str]) -> CauseNamed:
    branch, colon, words = (" ".join(part.split()) for part in line.partition(":"))
    if not (branch and colon and words) or len(words) > LONGEST_WORDS or len(branch) > LONGEST_BRANCH:
        raise no.CauseLineUnclear(line=line[:80])
    code = codes.get(fold(words)) or f"own.{hashlib.sha256(fold(words).encode()).hexdigest()[:16]}"
    return CauseNamed(code, words, branch)


def _read(value: str) -> tuple[CauseNamed, ...]:
    return tuple(CauseNamed(*one) for one in json.loads(value))
