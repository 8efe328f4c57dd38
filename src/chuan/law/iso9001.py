"""The clauses of TCVN ISO 9001:2015 by number, in our own short words: what audits, reviews and findings point to."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from chuan.rules.types import Sure


@dataclass(frozen=True, slots=True)
class Clause:
    """``title_en``: the same in English. ``maintain``: keeps a document up to date; ``retain``: a record (7.5.1 a)."""

    number: str
    title: str
    title_en: str
    maintain: bool
    retain: bool

    @property
    def parent(self) -> str:
        """The number above: "7.1" for "7.1.5", "" for a chapter."""
        return self.number.rpartition(".")[0]


@dataclass(frozen=True, slots=True)
class NextEdition:
    """The edition after the one applied; ``applies`` only when the ministry has said so (19/2014/QĐ-TTg, Điều 4)."""

    name: str
    published: date
    applies: bool
    why: str
    sure: Sure


@cache
def next_edition() -> NextEdition:
    """The edition after the one applied, and why it is not applied yet."""
    told = _told()["next_edition"]
    return NextEdition(told["name"], told["published"], told["applies"], told["why"], Sure(told["sure"]))


@cache
def edition() -> tuple[str, Sure]:
    """Which edition the clauses are of, and how surely their list is known."""
    told = _told()
    return told["edition"], Sure(told["sure"])


@cache
def clauses() -> dict[str, Clause]:
    """All of them by number, in the order of the standard. Raises ValueError when a clause's parent is not told."""
    known: dict[str, Clause] = {}
    for raw in _told()["clause"]:
        one = Clause(
            raw["number"], raw["title"], raw["title_en"], raw.get("maintain", False), raw.get("retain", False)
        )
        if one.number in known or (one.parent and one.parent not in known):
            raise ValueError(f"ISO 9001, {one.number}: told twice, or without the clause above it")
        known[one.number] = one
    return known


@cache
def asking() -> tuple[Clause, ...]:
    """Those that ask for something themselves: without a clause below them."""
    above = {one.parent for one in clauses().values()}
    return tuple(one for one in clauses().values() if one.number not in above)


def _told() -> dict[str, Any]:
    return tomllib.loads((files("chuan.law") / "iso9001.toml").read_text(encoding="utf-8"))
