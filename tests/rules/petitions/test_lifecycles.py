"""What the tables of petitions may never allow; that they are total is tested with every other table."""

from __future__ import annotations

import pytest

from chuan.rules.lifecycles import COMPLAINT, DENUNCIATION, FEEDBACK, Lifecycle
from chuan.rules.refusals import WrongMove

TABLES = [COMPLAINT, DENUNCIATION, FEEDBACK]
SOLVED = {"closed", "decided", "concluded", "answered", "published"}


def reached(table: Lifecycle, start: str) -> set[str]:
    found = {start}
    for _ in table.statuses:
        found |= {after for (was, _), after in table.moves.items() if was in found}
    return found


def test_a_withdrawn_denunciation_goes_on_until_a_decision_with_its_ground():
    """31/2019/NĐ-CP, Điều 4.4 as amended by 156/2026/NĐ-CP; law.md, T-30."""
    assert all(was == after for (was, verb), after in DENUNCIATION.moves.items() if verb == "withdraw")
    assert DENUNCIATION.next("verifying", "withdraw") == "verifying"


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
@pytest.mark.parametrize("end", ["forwarded", "guided", "kept", "divided"])
def test_what_was_sent_away_or_kept_never_becomes_solved(table: Lifecycle, end: str):
    """Law.md, T-29."""
    assert reached(table, end) == {end}


@pytest.mark.parametrize("table", [COMPLAINT, DENUNCIATION], ids=lambda table: table.name)
def test_nothing_is_solved_that_was_not_accepted(table: Lifecycle):
    without = {key: after for key, after in table.moves.items() if key[1] != "accept"}
    found = {table.start}
    for _ in table.statuses:
        found |= {after for (was, _), after in without.items() if was in found}
    assert not found & SOLVED


@pytest.mark.parametrize("table", [COMPLAINT, DENUNCIATION], ids=lambda table: table.name)
def test_what_is_suspended_is_neither_prolonged_nor_decided(table: Lifecycle):
    """155/2026/NĐ-CP, Điều 28b: a decision to continue comes first."""
    for verb in ("prolong", "decide" if table is COMPLAINT else "conclude"):
        with pytest.raises(WrongMove, match="Tạm đình chỉ"):
            table.next("suspended", verb)
    assert table.next("suspended", "resume") == "verifying"


def test_an_anonymous_denunciation_is_checked_and_kept_never_accepted():
    """25/2018/QH14, Điều 25."""
    assert reached(DENUNCIATION, "checking") == {"checking", "kept"}


def test_complaints_have_dialogues_and_denunciations_none():
    assert "talk" in COMPLAINT.verbs
    assert "talk" not in DENUNCIATION.verbs
