"""Causes a nonconformity may have (``causes.toml``): a dated list, so that the same cause is found again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.law.values import parameters


@dataclass(frozen=True, slots=True)
class CauseNamed:
    """A cause by its code, its words, and the branch of the tree it stands on ("Người", "Cách làm", …)."""

    code: str
    words: str
    branch: str


def causes(on: date) -> tuple[CauseNamed, ...]:
    """Those that may be chosen on a day, in the order of the file, branch by branch."""
    return tuple(
        CauseNamed(key.removeprefix("cause."), parameter.title, value.value)
        for key, parameter in parameters("causes").items()
        for value in parameter.versions
        if value.holds_on(on)
    )


def cause_words(code: str) -> str:
    """The words of a cause, whether it may still be chosen or not; the code itself where nobody knows it."""
    held = parameters("causes").get(f"cause.{code}")
    return held.title if held else code
