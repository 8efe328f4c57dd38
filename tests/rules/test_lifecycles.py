"""Status tables are total: every act on every status leads on or is refused with a way out."""

from __future__ import annotations

import re
from itertools import product

import pytest

from chuan.rules import lifecycles
from chuan.rules.lifecycles import ALL, READING, Lifecycle, Status, drawing
from chuan.rules.refusals import Refused, WrongMove

PRODUCT = [
    pytest.param(table, status, verb, id=f"{table.name}-{status}-{verb}")
    for table in ALL
    for status, verb in product(table.statuses, table.verbs)
]
NEVER_OVER = frozenset({"risk"})
"""What was closed may come back, and is opened again with its history."""
every_table = pytest.mark.parametrize("table", ALL, ids=lambda table: table.name)


@pytest.mark.parametrize(("table", "status", "verb"), PRODUCT)
def test_every_act_on_every_status_leads_on_or_is_refused(table: Lifecycle, status: str, verb: str) -> None:
    if verb in table.may(status):
        assert table.next(status, verb) in table.statuses
        return
    with pytest.raises(WrongMove) as refused:
        table.next(status, verb)
    sentence = refused.value.sentence
    assert sentence.startswith(f"{table.statuses[status].label[0].upper()}")
    assert table.statuses[status].sentence in sentence
    assert table.verbs[verb] in sentence
    assert all(table.verbs[allowed] in sentence for allowed in table.may(status))
    assert sentence.endswith(".")
    assert ".." not in sentence


@every_table
def test_every_status_has_a_label_a_sentence_and_an_owner(table: Lifecycle) -> None:
    for status in table.statuses.values():
        assert status.label
        assert status.owner
        assert status.sentence[0].isupper()
        assert status.sentence.endswith(".")
    assert len({status.label for status in table.statuses.values()}) == len(table.statuses)


@every_table
def test_the_owners_are_roles_of_the_house(table: Lifecycle) -> None:
    roles = {
        "auditor",
        "chairman",
        "iso_secretary",
        "office_clerk",
        "one_stop_clerk",
        "petition_clerk",
        "registry_clerk",
        "specialist",
    }
    assert {status.owner for status in table.statuses.values()} <= roles


@every_table
def test_every_status_can_be_reached_and_every_act_is_of_use(table: Lifecycle) -> None:
    reached = {table.start}
    for _ in table.statuses:
        reached |= {after for (was, _), after in table.moves.items() if was in reached}
    assert reached == set(table.statuses)
    assert {verb for _, verb in table.moves} == set(table.verbs)


@every_table
def test_nothing_leads_out_of_an_end(table: Lifecycle) -> None:
    assert table.ends or table.name in NEVER_OVER
    for status, verb in product(table.ends, table.verbs):
        assert table.moves.get((status, verb), status) == status


def test_the_names_of_the_tables_are_their_own() -> None:
    assert len({table.name for table in ALL}) == len({table.title for table in ALL}) == len(ALL)
    found = [table for table in vars(lifecycles).values() if isinstance(table, Lifecycle)]
    assert all(table in ALL for table in found)
    assert len(found) == len(ALL)


def test_a_confirmed_reading_is_not_edited_and_the_refusal_says_what_may_be_done() -> None:
    with pytest.raises(Refused) as refused:
        READING.next("confirmed", "edit")
    assert refused.value.sentence == (
        "Đã xác nhận: Bản đọc đã được xác nhận và là gốc của kế hoạch. Vì vậy chưa thể sửa giá trị. "
        "Lúc này có thể mở lại để lập bản mới kèm lý do hoặc thay bằng bản mới."
    )


def test_a_replaced_reading_can_only_be_seen() -> None:
    with pytest.raises(WrongMove, match="Lúc này chỉ có thể xem"):
        READING.next("replaced", "confirm")


def test_three_ways_out_are_listed_with_commas_and_or() -> None:
    with pytest.raises(WrongMove, match="trả lời câu hỏi, sửa giá trị, tách hoặc ghép dòng"):
        READING.next("proposed", "reopen")


def test_an_unknown_name_is_a_fault_of_the_programme_not_a_refusal() -> None:
    with pytest.raises(KeyError):
        READING.next("vanished", "edit")
    with pytest.raises(KeyError):
        READING.next("proposed", "vanish")


A, B = Status("một", "Một.", "specialist"), Status("hai", "Hai.", "specialist")


@pytest.mark.parametrize(
    ("moves", "fault"),
    [
        ({("a", "go"): "b", ("a", "fly"): "b"}, "no verb fly"),
        ({("a", "go"): "b", ("b", "go"): "c"}, "no status c"),
        ({("a", "go"): "a"}, "b is never reached"),
        ({("a", "go"): "b"}, "stay leads nowhere"),
    ],
)
def test_a_table_that_is_not_whole_cannot_be_made(moves: dict[tuple[str, str], str], fault: str) -> None:
    verbs = {"go": "đi"} if "stay" not in fault else {"go": "đi", "stay": "ở"}
    with pytest.raises(ValueError, match=re.escape(fault)):
        Lifecycle("t", "T", "a", {"a": A, "b": B}, verbs, moves)


def test_a_table_that_goes_round_is_walked_once() -> None:
    table = Lifecycle(
        "t", "T", "a", {"a": A, "b": B}, {"go": "đi", "back": "về"}, {("a", "go"): "b", ("b", "back"): "a"}
    )
    assert table.ends == frozenset()


@every_table
def test_the_drawing_holds_every_status_and_every_move_once(table: Lifecycle) -> None:
    lines = drawing(table).splitlines()
    assert lines[0] == "stateDiagram-v2"
    arrows = [line.strip() for line in lines if "-->" in line and "[*]" not in line]
    assert arrows == [f"{was} --> {after}: {table.verbs[verb]}" for (was, verb), after in table.moves.items()]
    for name, status in table.statuses.items():
        assert f'    state "{status.label}" as {name}' in lines
    assert [line for line in lines if line.endswith("--> [*]")] == [
        f"    {name} --> [*]" for name in table.statuses if name in table.ends
    ]
    assert f"    [*] --> {table.start}" in lines


def test_the_drawing_of_the_plan() -> None:
    assert drawing(lifecycles.PLAN) == (
        "stateDiagram-v2\n"
        "    direction LR\n"
        '    state "đang thực hiện" as standing\n'
        '    state "đã được thay thế" as replaced\n'
        "    [*] --> standing\n"
        "    standing --> standing: giao người phụ trách và bổ sung kế hoạch\n"
        "    standing --> standing: nhập số liệu\n"
        "    standing --> standing: lập báo cáo năm\n"
        "    standing --> replaced: thay bằng quyết định mới\n"
        "    replaced --> [*]\n"
    )
