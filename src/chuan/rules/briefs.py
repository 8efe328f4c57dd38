"""Bản tin sáng: which matters come before the head, in which order, and which rest because he has answered.

At most five; one line a matter; ordered by how much harm the kind does (dated data a unit may reorder), then by the
days it is late, then by how many cases it holds. The order says nothing about a person.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

MOST = 5
"""Lines of one brief: what fits on a screen and in a head."""
FORESEEN = 15
"""Matters told beforehand to those whom they concern: when some are settled overnight, the next ones may step in."""


class Verb(StrEnum):
    """What the head may answer to a line."""

    ASSIGN = "assign"
    REMIND = "remind"
    EXPLAIN = "explain"
    AGREE = "agree"


@dataclass(frozen=True, slots=True)
class Matter:
    """What the order needs to know of a matter. ``late``: days past its day, 0 when it is still to come."""

    key: str
    weight: int
    late: int = 0
    amount: int = 1
    facts: frozenset[str] = frozenset()
    names: bool = False
    """Whether it concerns an official by name."""


@dataclass(frozen=True, slots=True)
class Answered:
    """The head's last answer to a matter: which facts he saw, and until when the matter rests (None: no end)."""

    verb: Verb
    facts: frozenset[str]
    until: date | None = None
    over: bool = False
    """Whether what he asked for has come back (a task done, an explanation given): then it rests no longer."""


@dataclass(frozen=True, slots=True)
class Picked:
    """``lines``: keys, the worst first. ``more``: matters there was no room for. ``early``: those that name an official
    who has not had his working day to explain. ``resting``: answered, nothing new."""

    lines: tuple[str, ...] = ()
    more: int = 0
    early: int = 0
    resting: int = 0


def harm_of(matter: Matter) -> tuple[int, int, int]:
    """How much harm: weight of its kind, days late, how many cases."""
    return (matter.weight, matter.late, matter.amount)


def ordered(matters: Iterable[Matter]) -> list[Matter]:
    """One of each key (the worst), the worst first; of equals the smaller key first, so that the order never wavers."""
    worst: dict[str, Matter] = {}
    for one in matters:
        if one.key not in worst or _place(one) < _place(worst[one.key]):
            worst[one.key] = one
    return sorted(worst.values(), key=_place)


def rests(matter: Matter, answer: Answered | None, on: date) -> bool:
    """Whether the head's answer still covers the matter: no new fact, nothing came back, its time not over."""
    if answer is None or answer.over or not matter.facts <= answer.facts:
        return False
    return answer.until is None or on <= answer.until


def pick(
    matters: Iterable[Matter],
    answers: Mapping[str, Answered],
    on: date,
    *,
    told: frozenset[str] | None = None,
) -> Picked:
    """The lines of a brief. ``told``: keys whose officials were told a working day earlier; None: not asked."""
    awake, resting, early = [], 0, 0
    for one in ordered(matters):
        if rests(one, answers.get(one.key), on):
            resting += 1
        elif told is not None and one.names and one.key not in told:
            early += 1
        else:
            awake.append(one.key)
    return Picked(tuple(awake[:MOST]), max(0, len(awake) - MOST), early, resting)


def foreseen(matters: Iterable[Matter], answers: Mapping[str, Answered], on: date) -> tuple[str, ...]:
    """Keys to be told beforehand: those that name an official and could enter the brief of the day."""
    awake = [one for one in ordered(matters) if not rests(one, answers.get(one.key), on)]
    return tuple(one.key for one in awake[:FORESEEN] if one.names)


def weights(kinds: Mapping[str, int], own: Sequence[str] = ()) -> dict[str, int]:
    """The weight of each kind; ``own``: the unit's order, the heaviest first, gives the same weights out anew.

    A kind the unit did not place keeps its weight.
    """
    placed = [kind for kind in dict.fromkeys(own) if kind in kinds]
    given = sorted((kinds[kind] for kind in placed), reverse=True)
    return {**kinds, **dict(zip(placed, given, strict=True))}


def _place(matter: Matter) -> tuple[int, int, int, str, list[str]]:
    weight, late, amount = harm_of(matter)
    return (-weight, -late, -amount, matter.key, sorted(matter.facts))
