"""The example's year is closed by what its rooms hold: no clause without an answer, seven verdicts that open something.

Nothing here is set by hand: the house is made by ``chuan example`` and asked.
"""

from __future__ import annotations

from typing import Any

import pytest

from tests import closed_example

SETTLED = {"met", "not_met", "exceeded"}


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return closed_example.told()


def test_every_clause_that_asks_for_something_has_an_answer(told):
    assert told["asked"] == 65
    assert told["gaps"] == []


def test_seven_objectives_have_a_verdict_and_each_figure_opens_rows_or_a_paper(told):
    assert [one["number"] for one in told["objectives"]] == list("1234567")
    for one in told["objectives"]:
        assert one["outcome"] in SETTLED, one
        for line in one["lines"]:
            assert line["outcome"] in SETTLED, line
            assert line["counted"] + line["paper"] > 0, line
            assert line["bare"] == 0, line


def test_objective_two_is_judged_by_five_dated_proofs(told):
    assert told["proofs"] == dict.fromkeys(("audit", "review", "confirmation", "self_check", "documents"), "")
    (line,) = told["objectives"][1]["lines"]
    assert (line["outcome"], line["grades"], line["counted"], line["rows"]) == ("met", ["A"], 1, 5)


def test_typed_figures_gave_way_to_what_registers_count(told):
    sampled, on_time = told["objectives"][2]["lines"]
    assert (sampled["outcome"], sampled["grades"], sampled["counted"], sampled["rows"]) == (
        "not_met", ["A"], 12, 96,
    )  # fmt: skip
    assert (on_time["outcome"], on_time["grades"], on_time["counted"], on_time["rows"]) == (
        "met",
        ["B"],
        12,
        1692,
    )
    petitions, past = told["objectives"][3]["lines"]
    assert (petitions["outcome"], petitions["grades"], petitions["counted"], petitions["rows"]) == (
        "met", ["B"], 12, 135,
    )  # fmt: skip
    assert (past["outcome"], past["grades"], past["counted"]) == ("met", ["B"], 12)
    for tool in told["objectives"][4]["lines"]:
        assert (tool["outcome"], tool["grades"], tool["counted"], tool["rows"]) == ("met", ["B"], 4, 48)
    for paper in told["objectives"][5]["lines"]:
        assert (paper["outcome"], paper["grades"], paper["counted"]) == ("met", ["B"], 12)
        assert paper["rows"] in (834, 835), "the register, and with it the Decision that was read"


def test_what_is_missed_says_so_and_is_counted_as_it_is(told):
    outcomes = {one["number"]: one["outcome"] for one in told["objectives"]}
    assert {number for number, outcome in outcomes.items() if outcome == "not_met"} == {"1", "3", "7"}
    (titles,) = told["objectives"][6]["lines"]
    assert (titles["grades"], titles["rows"]) == (["A"], 12)


def test_the_circle_stands_where_only_the_next_decision_is_owed(told):
    states = {key: state for key, (state, _said, _next) in told["stations"].items()}
    assert {key for key, state in states.items() if state == "met"} == {
        "decision", "registers", "figures", "audit", "review",
    }  # fmt: skip
    assert states["given"] == states["next"] == "overdue"
    assert "2 đã kết thúc, 0 còn mở" in told["stations"]["corrections"][1]
    assert "Đưa năng suất lúa" in told["stations"]["given"][2]


def test_a_set_was_frozen_for_the_session_and_another_when_an_official_figure_came(told):
    first, later = told["sets"]
    assert [one["on"] for one in told["sets"]] == ["2021-11-30", "2021-11-30"]
    assert all(one["invented"] for one in told["sets"])
    assert first["changed"] == {}
    before, after = later["changed"]["gia-tri-san-xuat-tang"]
    assert before.startswith("+11,2")
    assert after.startswith("+11,4")
    assert "sinh-con-thu-3" in later["changed"], "figures of the same days that came in since"
    assert later["measured"] > first["measured"]


def test_one_trial_was_kept_and_says_that_its_figures_are_invented(told):
    assert told["trials"] == ["Nếu năm sau hứa trên 97 %"]


def test_the_brief_of_the_day_names_nobody_who_was_not_told_and_is_answered(told):
    brief = told["brief"]
    assert 1 <= brief["lines"] <= 5
    assert brief["named"] == []
    assert brief["early"] > 0
    assert brief["answers"] == [["assign", "open"]]
    assert brief["explained"] == 1
