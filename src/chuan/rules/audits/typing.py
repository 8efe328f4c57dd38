"""Two people at one line of a checklist, or one whose line was down: nothing typed overwrites what another typed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


@dataclass(frozen=True, slots=True)
class Typed:
    """What somebody says of one question."""

    verdict: str = ""
    notes: str = ""
    evidence: str = ""


class Outcome(Enum):
    """What becomes of words that arrive."""

    SAME = "same"
    """They are there already, word for word: nothing to write."""
    SAVE = "save"
    CHOOSE = "choose"
    """Somebody else wrote since the page was opened: whoever typed sees both and chooses."""


def judge_typing(typed: Typed, *, base: int, latest: int, standing: Typed) -> Outcome:
    """``base``: the version the words were typed upon; ``latest``: the one that stands, 0 for none, with its words."""
    if typed == standing:
        return Outcome.SAME
    return Outcome.SAVE if base == latest else Outcome.CHOOSE


def both(standing: Typed, typed: Typed) -> Typed:
    """The words of both, the ones that stand first; of two verdicts the later one, for it has to be one."""
    return Typed(
        typed.verdict or standing.verdict,
        _joined(standing.notes, typed.notes),
        _joined(standing.evidence, typed.evidence),
    )


def _joined(first: str, then: str) -> str:
    if not first or not then:
        return first or then
    return first if then in first else then if first in then else f"{first}\n{then}"
