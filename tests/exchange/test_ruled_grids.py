"""From drawn rules to grids: however a program cuts its rules into pieces, the table is the same."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.exchange.pdf_rules import Rule
from chuan.exchange.pdf_tables.ruling import MOST_RULES, Grid, Region, grids_of

STEPS = st.lists(st.integers(12, 90), min_size=2, max_size=6)


def places(start: float, steps: list[int]) -> list[float]:
    found = [start]
    for step in steps:
        found.append(found[-1] + step)
    return found


def whole(across: list[float], down: list[float]) -> list[Rule]:
    """A table with every rule drawn from end to end."""
    lying = [Rule(across[0], y, across[-1], y) for y in down]
    return lying + [Rule(x, down[0], x, down[-1]) for x in across]


def pieces(across: list[float], down: list[float], shift: float) -> list[Rule]:
    """The same drawn cell by cell, as thin boxes that miss each other by a little."""
    lying = [Rule(left, y, right, y + shift) for y in down for left, right in pairwise(across)]
    return lying + [Rule(x, low, x + shift, high) for x in across for low, high in pairwise(down)]


def cells(grid: Grid) -> int:
    return (len(grid.across) - 1) * (len(grid.down) - 1)


@settings(deadline=None, max_examples=60)
@given(STEPS, STEPS, st.floats(0, 2))
def test_a_table_drawn_whole_or_cell_by_cell_has_every_cell_by_itself(
    wide: list[int], tall: list[int], shift: float
):
    across, down = places(50, wide), places(80, tall)
    for rules in (whole(across, down), pieces(across, down, shift)):
        (grid,) = grids_of(rules)
        assert grid.whole
        assert len(grid.regions) == cells(grid) == (len(across) - 1) * (len(down) - 1)
        assert grid.place(across[0] + 1, down[-1] - 1) == (0, 0)
        assert grid.place(across[-1] - 1, down[0] + 1) == (len(down) - 2, len(across) - 2)


@settings(deadline=None, max_examples=40)
@given(STEPS, STEPS, st.data())
def test_every_point_inside_stands_in_exactly_one_cell(wide: list[int], tall: list[int], data: st.DataObject):
    across, down = places(50, wide), places(80, tall)
    (grid,) = grids_of(whole(across, down))
    x = data.draw(st.floats(across[0] + 0.5, across[-1] - 0.5))
    y = data.draw(st.floats(down[0] + 0.5, down[-1] - 0.5))
    row, column = grid.place(x, y)
    held = [
        one for one in grid.regions if one.row <= row < one.row_end and one.column <= column < one.column_end
    ]
    assert (grid.holds(x, y), len(held)) == (True, 1)


def test_a_wall_left_out_makes_one_cell_of_two_and_one_that_stops_short_no_table():
    down = [80, 110, 140]
    frame = [Rule(50, y, 250, y) for y in down] + [Rule(x, 80, x, 140) for x in (50, 250)]
    (grid,) = grids_of([*frame, Rule(150, 80, 150, 110)])
    assert (grid.whole, Region(0, 0, 1, 2) in grid.regions) == (True, True)
    steps = [
        Rule(150, 80, 150, 140), Rule(50, 80, 250, 80), Rule(50, 140, 250, 140), Rule(50, 80, 50, 140),
        Rule(250, 80, 250, 140), Rule(50, 110, 150, 110), Rule(200, 80, 200, 110), Rule(150, 110, 200, 110),
    ]  # fmt: skip
    (broken,) = grids_of(steps)
    assert not broken.whole


def test_two_tables_apart_are_two_and_underlines_are_none():
    one, other = whole([50, 150, 250], [80, 110, 140]), whole([50, 150, 250], [300, 330, 360])
    assert [grid.down[0] for grid in grids_of([*one, *other])] == [360, 140]
    assert grids_of([Rule(50, 80, 150, 80), Rule(200, 80, 300, 80)]) == []
    assert (
        grids_of(
            [Rule(50, 80, 150, 80), Rule(50, 120, 150, 120), Rule(50, 80, 50, 120), Rule(150, 80, 150, 120)]
        )
        == []
    )


def test_more_rules_than_a_table_has_are_a_drawing():
    assert grids_of([Rule(0, 5 * n, 50, 5 * n) for n in range(MOST_RULES + 1)]) == []
