"""Small numbers from above: hidden, and following from nothing else that is shown."""

from __future__ import annotations

import random

import pytest

from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.counting import Cut, statistics
from chuan.petitions.figures.hiding import added, shown_together
from chuan.petitions.figures.overseen import FIGURES, overseen
from chuan.rules.petitions import ShownCounts
from chuan.rules.types import Period
from tests.people import Ward, at, make_ward
from tests.petitions.following.made import COMPLAINT, bring, row

LEAST = 5


def test_a_total_hidden_in_one_table_is_given_by_no_other():
    shown = shown_together({"kind": {"a": 3, "b": 0}, "field": {"x": 1, "y": 1, "z": 1}}, least=LEAST)
    assert shown["kind"] == ShownCounts({"a": None, "b": 0}, None)
    assert shown["field"] == ShownCounts({"x": None, "y": None, "z": None}, None)
    one_kind = shown_together({"kind": {"a": 9}, "field": {"x": 3, "y": 3, "z": 3}}, least=LEAST)
    assert (one_kind["kind"].cells, one_kind["field"].total) == ({"a": 9}, 9)


@pytest.mark.parametrize("seed", range(40))
def test_whatever_is_hidden_stays_at_least_two_numbers_apart_or_without_a_total(seed: int):
    rng = random.Random(seed)
    n = rng.choice((3, 8, 30))
    tables = {
        name: {f"{name}{k}": 0 for k in range(rng.randrange(1, 6))} for name in ("kind", "field", "channel")
    }
    for _ in range(n):
        for cells in tables.values():
            cells[rng.choice(list(cells))] += 1
    for name, one in shown_together(tables, least=LEAST).items():
        gone = [tables[name][key] for key, cell in one.cells.items() if cell is None]
        assert all(cell is None or cell == 0 or cell >= LEAST for cell in one.cells.values())
        if one.total is not None:
            assert not gone or (len(gone) > 1 and sum(gone) >= LEAST)
        else:
            assert all(not cell for cell in one.cells.values()), "các số hiện ra cộng lại là tổng đã ẩn"


def test_a_year_shows_no_more_than_its_quarters():
    parts = [ShownCounts({"a": 7, "b": None}, 9), ShownCounts({"a": 6}, 6)]
    assert added(parts) == ShownCounts({"a": 13, "b": None}, 15)
    assert added([ShownCounts({"a": None}, None), parts[1]]) == ShownCounts({"a": None}, None)


@pytest.mark.django_db
def test_only_quarters_that_are_over_are_counted_and_a_year_is_their_sum():
    ward: Ward = make_ward()
    told = {f"A{n}": row(settled_on="2021-04-19") for n in range(12)}
    told |= {f"B{n}": row(COMPLAINT, settled_on="2021-05-06", field="Đất đai") for n in range(6)}
    told |= {f"C{n}": row(received_on="2021-07-05", due_on="2021-07-20") for n in range(7)}
    bring(ward.unit, told, at=at(2021, 8, 2))
    day = at(2021, 8, 3)
    year = Asked(ward.unit, Period.year(2021), day.date(), day)
    found = overseen(year)
    assert (len(found.over), len(found.open_), found.least) == (2, 2, LEAST)
    kinds = next(one for one in found.tables if one.cut is Cut.KIND)
    assert (FIGURES[0], kinds.lines[0][1][0], kinds.lines[1][1][0], kinds.total[0]) == ("received", 12, 6, 18)
    assert statistics(year).total["received"] == 25, "quý III chưa hết thì chưa cộng"
