"""Tables ruled between their rows only: the walls that the white strips between the columns stand for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from chuan.exchange.pdf_rules import Rule
from chuan.exchange.pdf_tables.aligning import Level, Piece, columns_of, levels_of
from chuan.exchange.pdf_tables.filling import Line
from chuan.exchange.pdf_tables.ruling import NEAR, joined

_LEAST_RULES = 3
_LEAST_COLUMNS = 3
_WHITE = 3.0
"""Points of white that part two columns."""


def walls_of(rules: Iterable[Rule], lines: Sequence[Line]) -> list[Rule]:
    """Rules that are not drawn: one in every strip of a table whose rows alone are ruled; none where it is doubtful."""
    given = list(rules)
    standing = [one for one in given if not one.lies]
    levels = levels_of(lines)
    return [
        wall
        for stack in _stacks([one for one in given if one.lies], standing)
        for wall in _walls(stack, levels)
    ]


def _stacks(lying: Sequence[Rule], standing: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Rules of one length above each other that no drawn wall meets, the highest first."""
    groups: list[list[Rule]] = []
    for one in sorted(joined(lying), key=lambda each: -each.low):
        if any(_meets(one, wall) for wall in standing):
            continue
        group = next((each for each in groups if _alike(each[0], one)), None)
        if group is None:
            groups.append([one])
        else:
            group.append(one)
    return (group for group in groups if len(group) >= _LEAST_RULES)


def _meets(flat: Rule, wall: Rule) -> bool:
    return (
        flat.left - NEAR <= wall.left <= flat.right + NEAR and wall.low - NEAR <= flat.low <= wall.high + NEAR
    )


def _alike(one: Rule, other: Rule) -> bool:
    return abs(one.left - other.left) <= NEAR and abs(one.right - other.right) <= NEAR


def _walls(stack: Sequence[Rule], levels: Sequence[Level]) -> list[Rule]:
    top, bottom = stack[0], stack[-1]
    inside = [one for one in levels if bottom.low <= one.base <= top.high]
    columns = columns_of([one for one in inside if one.is_row])
    if len(columns) < _LEAST_COLUMNS:
        return []
    pieces = [piece for one in inside for piece in one.pieces]
    places = [_free(here[1], there[0], pieces) for here, there in pairwise(columns)]
    if None in places:
        return []
    return [Rule(at, bottom.low, at, top.high) for at in (top.left, *places, top.right) if at is not None]


def _free(left: float, right: float, pieces: Sequence[Piece]) -> float | None:
    """The middle of the white in a strip once words of the head reach into it; None when there is none, or two."""
    edges = [
        (left, left),
        *((one.left, one.right) for one in pieces if one.left < right and left < one.right),
    ]
    white, reached = [], left
    for start, end in sorted([*edges, (right, right)]):
        if start - reached >= _WHITE:
            white.append((start + reached) / 2)
        reached = max(reached, end)
    return white[0] if len(white) == 1 else None
