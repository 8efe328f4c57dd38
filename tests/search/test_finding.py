"""Finding: what, in which order, within what may be seen. The same on both databases."""

from __future__ import annotations

import uuid

import pytest
from django.db import connection

from chuan.offers.search import holder
from chuan.offers.subjects import Described
from chuan.search import finding
from chuan.search.finding import Rank
from tests.search.conftest import OTHER, UNIT, day, entry, found, numbers, put

pytestmark = pytest.mark.django_db


def test_words_without_marks_find_words_with_marks():
    put(entry(1, "Bộ phận Một cửa"), entry(2, "Bộ phận tiếp dân"))
    assert numbers("mot cua") == [1]
    assert numbers("MỘT CỬA") == [1]
    assert numbers("bo phan ") == [2, 1]


def test_every_word_must_stand_somewhere_in_title_numbers_or_text():
    put(entry(1, "Kế hoạch tiêm chủng", text="của trạm y tế"), entry(2, "Kế hoạch", text="của trường"))
    assert numbers("ke hoach tram") == [1]
    assert numbers("ke hoach khong") == []


@pytest.mark.parametrize("typed", ["148/QĐ-UBND", "148/qd-ubnd", "148 qd ubnd", "148/QĐ", "148", "0148"])
def test_a_number_is_found_however_it_is_written(typed):
    put(entry(1, numbers=("148/QĐ-UBND",)), entry(2, numbers=("1480/QĐ-UBND",)), entry(3, text="theo số 148"))
    hits = found(typed).hits
    assert hits[0].subject.uid.int == 1
    assert hits[0].rank is Rank.NUMBER


def test_a_number_with_noughts_before_it_is_the_same_number():
    put(entry(1, numbers=("05/TB-UBND",)))
    assert numbers("5/tb-ubnd") == numbers("05/tb-ubnd") == numbers("5") == [1]


def test_the_word_being_typed_finds_what_begins_so():
    put(entry(1, "Chất lượng"), entry(2, "Chất lỏng"))
    assert numbers("chat luo") == [1]
    assert numbers("chat l") == []
    assert numbers("chat luo ") == []


def test_quotes_find_only_words_that_stand_together():
    put(entry(1, text="bộ phận một cửa"), entry(2, text="một cái cửa"))
    assert numbers('"mot cua"') == [1]
    assert numbers("mot cua ") == [1, 2]


def test_better_answers_come_first_and_newer_ones_among_equals():
    put(
        entry(1, text="nói về một lối ra cửa", on=day(9)),
        entry(2, text="bộ phận một cửa", on=day(1)),
        entry(3, "Một là cửa", on=day(5)),
        entry(4, "Quy chế một cửa", on=day(2)),
        entry(5, "Quy chế một cửa", on=day(3)),
        entry(6, numbers=("Một cửa",), on=day(1)),
        entry(7, text="phòng một cửa", on=day(8)),
    )
    assert numbers("mot cua") == [6, 5, 4, 3, 7, 2, 1]
    assert [hit.rank for hit in found("mot cua").hits] == [
        Rank.NUMBER, Rank.HEAD_TOGETHER, Rank.HEAD_TOGETHER, Rank.HEAD, Rank.TEXT_TOGETHER, Rank.TEXT_TOGETHER,
        Rank.TEXT,
    ]  # fmt: skip


def test_what_has_no_date_holds_now_and_stands_first_in_its_rank():
    put(entry(1, "Một cửa", on=day(31)), entry(2, "Một cửa"))
    assert numbers("mot cua") == [2, 1]


def test_a_unit_finds_only_its_own():
    put(entry(1, "Một cửa"), entry(2, "Một cửa", unit_id=OTHER))
    assert numbers("mot cua") == [1]
    assert numbers("mot cua", unit_ids=[UNIT, OTHER]) == [2, 1]
    assert numbers("mot cua", unit_ids=[]) == []
    assert numbers("mot cua", unit_ids=[70, 77]) == []


def test_what_is_guarded_is_found_by_its_roles_and_holders_only():
    drafter = holder(uuid.UUID(int=99))
    put(entry(1, "Một cửa", guard=frozenset({"chairman", drafter})), entry(2, "Một cửa"))
    assert numbers("mot cua") == [2]
    assert numbers("mot cua", roles=["specialist"]) == [2]
    assert numbers("mot cua", roles=["chairman"]) == [2, 1]
    assert numbers("mot cua", roles=[drafter]) == [2, 1]
    assert numbers("mot cua", unit_ids=[OTHER], roles=["chairman"]) == []


def test_kinds_narrow():
    put(entry(1, "Một cửa"), entry(2, "Một cửa", kind="other"))
    assert numbers("mot cua", kinds=["other"]) == [2]
    assert numbers("mot cua", kinds=["paper", "other"]) == [2, 1]
    assert numbers("mot cua", kinds=[]) == numbers("mot cua", kinds=["none"]) == []


def test_a_text_cannot_pass_for_what_belongs_to_another_unit_or_kind():
    put(entry(1, "__u_8_ __k_other __n_148", unit_id=UNIT))
    assert numbers("u 8", unit_ids=[OTHER]) == []
    assert numbers("k other", kinds=["other"]) == []
    assert found("148").hits[0].rank is not Rank.NUMBER


def hiding(*hidden: int):
    def show(subjects):
        return {one: Described(one, "", "/") for one in subjects if one.uid.int not in hidden}

    return show


def test_what_the_room_does_not_describe_is_neither_shown_nor_counted():
    put(*(entry(number, "Một cửa") for number in range(1, 6)))
    answer = found("mot cua", show=hiding(4, 2))
    assert [hit.subject.uid.int for hit in answer.hits] == [5, 3, 1]
    assert (answer.total, answer.more, answer.pages) == (3, False, 1)


def test_pages_have_no_holes_where_things_are_hidden():
    put(*(entry(number, "Một cửa") for number in range(1, 51)))
    show = hiding(*range(1, 51, 2))
    first, second = found("mot cua", show=show), found("mot cua", show=show, page=2)
    assert [len(first.hits), len(second.hits)] == [20, 5]
    assert not {hit.subject for hit in first.hits} & {hit.subject for hit in second.hits}


def test_more_than_can_be_paged_through_is_said_without_a_count(monkeypatch):
    monkeypatch.setattr(finding, "MOST", 30)
    put(*(entry(number, "Một cửa") for number in range(1, 41)))
    answer = found("mot cua")
    assert (answer.total, answer.more, answer.pages) == (30, True, 2)


def test_hidden_ones_do_not_shorten_what_can_be_paged_through(monkeypatch):
    """Else "ít nhất 27 trong 30" would tell that three are hidden."""
    monkeypatch.setattr(finding, "MOST", 30)
    put(*(entry(number, "Một cửa") for number in range(1, 101)))
    answer = found("mot cua", show=hiding(100, 99, 98))
    assert (answer.total, answer.more) == (30, True)


def test_exactly_as_many_as_can_be_paged_through_are_all(monkeypatch):
    monkeypatch.setattr(finding, "MOST", 30)
    put(*(entry(number, "Một cửa") for number in range(1, 31)))
    assert (found("mot cua").total, found("mot cua").more) == (30, False)


@pytest.mark.parametrize("page", [-1, 0, 99])
def test_a_page_that_is_not_there_is_the_nearest(page):
    put(*(entry(number, "Một cửa") for number in range(1, 26)))
    assert found("mot cua", page=page).page == (2 if page == 99 else 1)


def test_a_page_of_anything_costs_as_many_statements(django_assert_max_num_queries):
    """On PostgreSQL each rank is looked for among the newest, then by GIN with its own setting for the planner."""
    put(*(entry(number, "Một cửa", text="một cửa") for number in range(1, 26)))
    with django_assert_max_num_queries(36 if connection.vendor == "postgresql" else 7):
        found("mot cua")


def test_a_row_of_words_without_its_entry_is_passed_over():
    put(entry(1, "Một cửa"), entry(2, "Một cửa"))
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM search_searchentry WHERE subject_uid = %s", [_stored(2)])
    assert numbers("mot cua") == [1]
    assert found("mot cua").total == 1


def _stored(number: int) -> object:
    one = uuid.UUID(int=number)
    return one if connection.vendor == "postgresql" else one.hex


def test_the_order_is_the_same_whether_walked_or_gathered(monkeypatch):
    """PostgreSQL walks down from the newest where words are everywhere, and gathers and sorts where they are not."""
    from chuan.search.indexes import postgresql

    units = [UNIT, OTHER]
    put(*(entry(number, "Một cửa", on=day(number % 28 + 1)) for number in range(1, 41)))
    put(*(entry(number, "Một cửa", on=day(number % 28 + 1), unit_id=OTHER) for number in range(41, 81)))
    answers = []
    for dense, walked in ((1, 5000), (1, 30), (10_000, 5000)):
        monkeypatch.setattr(postgresql, "DENSE", dense)
        monkeypatch.setattr(postgresql, "WALKED", walked)
        answers.append(numbers("mot cua", unit_ids=units) + numbers("mot cua", unit_ids=units, page=4))
    assert answers[0] == answers[1] == answers[2]
    assert len(answers[0]) == 40


@pytest.mark.parametrize(
    "typed", ["' OR 1=1", 'x" OR "y', "a:*", "!a", "a & b", "a | b", "\\", "a*", "%", "{head}", "\x00a"]
)
def test_no_text_is_an_order_to_the_database(typed):
    put(entry(1, typed))
    try:
        found(typed)
    except finding.asking.NothingToSearch:
        return
    assert numbers(typed) == [1]
