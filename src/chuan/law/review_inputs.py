"""What a management review looks at and decides: the letters of 9.3.2 and the outputs of 9.3.3, in our own words."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from chuan.rules.reviews import OutputKind
from chuan.rules.types import Sure


@dataclass(frozen=True, slots=True)
class Input:
    """One letter of 9.3.2: its title, what the chair asks, and the page that helps when nothing is known."""

    letter: str
    title: str
    ask: str
    where: str

    @property
    def number(self) -> str:
        """ "9.3.2 c1"."""
        return f"9.3.2 {self.letter}"


@dataclass(frozen=True, slots=True)
class Output:
    """One kind of decision of 9.3.3."""

    kind: OutputKind
    title: str
    ask: str


@cache
def inputs() -> dict[str, Input]:
    """All letters in the order of the clause (``offers.review_inputs.Letter`` names the same)."""
    told = [Input(one["letter"], one["title"], one["ask"], one["where"]) for one in _told()["input"]]
    return {one.letter: one for one in told}


@cache
def outputs() -> dict[OutputKind, Output]:
    """The kinds of decision in the order of the clause. Raises ValueError for a kind that rules do not know."""
    told = [Output(OutputKind(one["kind"]), one["title"], one["ask"]) for one in _told()["output"]]
    return {one.kind: one for one in told}


@cache
def sure() -> Sure:
    """How surely the list of letters is known."""
    return Sure(_told()["sure"])


@cache
def _told() -> dict[str, Any]:
    return tomllib.loads((files("chuan.law") / "review_inputs.toml").read_text(encoding="utf-8"))
