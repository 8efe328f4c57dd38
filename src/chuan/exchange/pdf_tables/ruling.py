"""From drawn rules to grids: pure geometry in points, the page held upright."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from chuan.exchange.pdf_rules import Rule

NEAR = 3.0
"""Rules this close are one, and touch."""
_BEYOND = 8.0
"""Rules that reach so far over the last wall have an open side there."""
MOST_RULES = 400
"""Joined rules of one direction; a page with more is a drawing."""


@dataclass(frozen=True, slots=True)
class Region:
    """A cell, which may cover several rows and columns: ``[row, row_end)`` and ``[column, column_end)``."""

    row: int
    column: int
    row_end: int
    column_end: int


@dataclass(frozen=True, slots=True)
class Grid:
    """A table by its rules: ``across`` from left to right, ``down`` from the top; ``whole``: its cells are boxes."""

    across: tuple[float, ...]
    down: tuple[float, ...]
    regions: tuple[Region, ...]
    whole: bool

    def holds(self, x: float, y: float) -> bool:
        """Whether a point stands inside."""
        return self.across[0] <= x <= self.across[-1] and self.down[-1] <= y <= self.down[0]

    def place(self, x: float, y: float) -> tuple[int, int]:
        """The row and column of a point inside."""
        row = sum(y < edge for edge in self.down[1:-1])
        return row, sum(x > edge for edge in self.across[1:-1])


def grids_of(rules: Iterable[Rule]) -> list[Grid]:
    """Every grid of at least two rows and two columns, the highest first."""
    given = list(rules)
    lying, standing = (
        joined([one for one in given if one.lies]),
        joined([_turned(one) for one in given if not one.lies]),
    )
    if max(len(lying), len(standing)) > MOST_RULES:
        return []
    groups = _touching(lying, [_turned(one) for one in standing])
    grids = [grid for group in groups for grid in [_grid(*group)] if grid]
    return sorted(grids, key=lambda grid: -grid.down[0])


def _turned(one: Rule) -> Rule:
    return Rule(one.low, one.left, one.high, one.right)


def _middle(one: Rule) -> float:
    return (one.low + one.high) / 2


def joined(lying: Sequence[Rule]) -> list[Rule]:
    """Stretches at one height that touch put together; rules beside each other (a double line) too."""
    found: list[Rule] = []
    for level in _levels(lying):
        reached: Rule | None = None
        for one in sorted(level, key=lambda each: each.left):
            if reached is not None and one.left <= reached.right + NEAR:
                reached = Rule(reached.left, reached.low, max(reached.right, one.right), reached.high)
                continue
            if reached is not None:
                found.append(reached)
            reached = one
        if reached is not None:
            found.append(reached)
    return found


def _levels(lying: Sequence[Rule]) -> list[list[Rule]]:
    levels: list[list[Rule]] = []
    for one in sorted(lying, key=_middle):
        if levels and _middle(one) - _middle(levels[-1][0]) <= NEAR:
            levels[-1].append(one)
        else:
            levels.append([one])
    return levels


def _touching(lying: Sequence[Rule], standing: Sequence[Rule]) -> list[tuple[list[Rule], list[Rule]]]:
    """Groups of rules that meet one another."""
    group = {("lies", at): ("lies", at) for at in range(len(lying))}
    group |= {("stands", at): ("stands", at) for at in range(len(standing))}

    def root(one: tuple[str, int]) -> tuple[str, int]:
        while group[one] != one:
            group[one] = group[group[one]]
            one = group[one]
        return one

    for at, flat in enumerate(lying):
        for other, tall in enumerate(standing):
            if _meet(flat, tall):
                group[root(("lies", at))] = root(("stands", other))
    found: dict[tuple[str, int], tuple[list[Rule], list[Rule]]] = {}
    for one in group:
        lists = found.setdefault(root(one), ([], []))
        lists[one[0] == "stands"].append((standing if one[0] == "stands" else lying)[one[1]])
    return list(found.values())


def _meet(flat: Rule, tall: Rule) -> bool:
    x, y = (tall.left + tall.right) / 2, _middle(flat)
    return flat.left - NEAR <= x <= flat.right + NEAR and tall.low - NEAR <= y <= tall.high + NEAR


def _grid(lying: Sequence[Rule], standing: Sequence[Rule]) -> Grid | None:
    if len(lying) < 2 or not standing:
        return None
    across = _edges(
        [(one.left + one.right) / 2 for one in standing], [x for one in lying for x in (one.left, one.right)]
    )
    down = _edges([_middle(one) for one in lying], [y for one in standing for y in (one.low, one.high)])[::-1]
    if len(across) < 3 or len(down) < 3:
        return None
    regions = _regions(across, down, lying, standing)
    whole = all(len(one) == _area(one) for one in regions)
    return Grid(tuple(across), tuple(down), tuple(_box(one) for one in regions), whole)


def _edges(walls: Iterable[float], ends: Iterable[float]) -> list[float]:
    """Places of the walls; where the others reach far beyond the last of them, that end is one too (an open side)."""
    places: list[float] = []
    for one in sorted(walls):
        if not places or one - places[-1] > NEAR:
            places.append(one)
    reach = list(ends)
    if min(reach) < places[0] - _BEYOND:
        places.insert(0, min(reach))
    if max(reach) > places[-1] + _BEYOND:
        places.append(max(reach))
    return places


def _regions(
    across: Sequence[float], down: Sequence[float], lying: Sequence[Rule], standing: Sequence[Rule]
) -> list[set[tuple[int, int]]]:
    """The smallest boxes put together where no rule parts them."""
    rows, columns = list(pairwise(down)), list(pairwise(across))
    home = {(row, column): {(row, column)} for row in range(len(rows)) for column in range(len(columns))}

    def join(one: tuple[int, int], other: tuple[int, int]) -> None:
        if home[one] is not home[other]:
            home[one] |= home[other]
            for each in home[other]:
                home[each] = home[one]

    for row, (top, bottom) in enumerate(rows):
        for column, (left, right) in enumerate(columns):
            y, x = (top + bottom) / 2, (left + right) / 2
            if column + 1 < len(columns) and not any(_is_wall(one, right, y) for one in standing):
                join((row, column), (row, column + 1))
            if row + 1 < len(rows) and not any(_is_floor(one, bottom, x) for one in lying):
                join((row, column), (row + 1, column))
    return list({id(one): one for one in home.values()}.values())


def _is_wall(one: Rule, x: float, y: float) -> bool:
    return abs((one.left + one.right) / 2 - x) <= NEAR and one.low - NEAR <= y <= one.high + NEAR


def _is_floor(one: Rule, y: float, x: float) -> bool:
    return abs(_middle(one) - y) <= NEAR and one.left - NEAR <= x <= one.right + NEAR


def _area(cells: set[tuple[int, int]]) -> int:
    box = _box(cells)
    return (box.row_end - box.row) * (box.column_end - box.column)


def _box(cells: set[tuple[int, int]]) -> Region:
    rows, columns = [row for row, _ in cells], [column for _, column in cells]
    return Region(min(rows), min(columns), max(rows) + 1, max(columns) + 1)
