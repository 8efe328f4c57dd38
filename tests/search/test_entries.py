"""Writing what may be found: in place, in bulk, taken out, rebuilt, and checked."""

from __future__ import annotations

import io
import uuid
from contextlib import redirect_stdout
from dataclasses import replace

import pytest
from django.db import connection, transaction

from chuan.cli import main
from chuan.offers import search
from chuan.offers.checks import projections
from chuan.search import checks, entries, folding, rebuilding
from chuan.search.indexes import index_of
from chuan.search.models import SearchEntry, key_of, place_of
from tests.search.conftest import UNIT, day, entry, found, numbers, put

pytestmark = pytest.mark.django_db


def words_taken() -> int:
    return len(list(index_of(connection).places()))


def test_an_entry_takes_the_place_of_the_earlier_one():
    put(entry(1, "Cũ kỹ", numbers=("1/QĐ",), text="xưa", on=day(1)))
    put(entry(1, "Mới mẻ", numbers=("2/QĐ",), text="nay", on=day(20)))
    assert [numbers(word) for word in ("cu ky", "1/qd", "xua", "moi me", "2/qd", "nay")] == [
        [],
        [],
        [],
        [1],
        [1],
        [1],
    ]
    assert SearchEntry.objects.count() == words_taken() == 1


def test_what_moves_to_another_unit_is_found_there_only():
    put(entry(1, "Một cửa"))
    put(entry(1, "Một cửa", unit_id=99))
    assert numbers("mot cua") == []
    assert numbers("mot cua", unit_ids=[99]) == [1]


def test_an_unchanged_entry_is_not_written_again():
    one = entry(1, "Một cửa", text="chữ", on=day(3))
    assert entries.put([one]) == 1
    assert entries.put([one]) == 0
    assert entries.put([one], anew=True) == 1
    assert words_taken() == 1


@pytest.mark.parametrize(
    "change",
    [
        {"title": "x"},
        {"numbers": ("9",)},
        {"text": "x"},
        {"on": None},
        {"guard": frozenset({"chairman"})},
        {"unit_id": 5},
    ],
)
def test_any_change_is_a_change(change):
    one = entry(1, "Một cửa", text="chữ", on=day(3))
    assert entries.digest_of(one) == entries.digest_of(replace(one))
    assert entries.digest_of(one) != entries.digest_of(replace(one, **change))


def test_another_way_of_folding_makes_every_entry_stale(monkeypatch):
    before = entries.digest_of(entry(1))
    monkeypatch.setattr(folding, "VERSION", folding.VERSION + 1)
    assert entries.digest_of(entry(1)) != before


def test_the_same_thing_twice_in_one_go_is_the_last_of_the_two():
    put(entry(1, "Đầu"), entry(1, "Sau"))
    assert (numbers("dau"), numbers("sau")) == ([], [1])


def test_a_large_register_is_written_in_chunks(django_assert_max_num_queries):
    with django_assert_max_num_queries(5 * 6):
        put(*(entry(number, f"Văn bản {number}") for number in range(1000)))
    assert found("van ban 777").hits[0].subject.uid.int == 777
    assert words_taken() == 1000


def test_what_is_dropped_is_found_no_more():
    put(entry(1, "Một cửa", on=day(2)), entry(2, "Một cửa"))
    entries.drop([entry(1).subject, entry(9).subject])
    assert numbers("mot cua") == [2]
    assert words_taken() == 1


def test_an_act_that_fails_leaves_nothing_to_be_found():
    def fails() -> None:
        with transaction.atomic():
            put(entry(1, "Một cửa"))
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert numbers("mot cua") == []
    assert words_taken() == 0


def test_a_text_of_many_pages_is_found_by_its_last_word_and_kept_in_part():
    text = "chữ " * 60_000 + "tận cùng"
    put(entry(1, "Dài", text=text))
    assert numbers("tan cung") == [1]
    assert len(SearchEntry.objects.get().text) == entries.SHOWN_LETTERS
    assert found("tan cung").hits[0].snippet == ()


def test_an_entry_of_nothing_is_no_fault():
    put(entry(1), entry(2, "–…", text="\x00"))
    assert SearchEntry.objects.count() == words_taken() == 2


def test_places_stand_in_the_order_of_days_and_lead_back_to_their_entry():
    places = [place_of(9, day(1)), place_of(3, day(2)), place_of(4, day(2)), place_of(1, None)]
    assert places == sorted(places)
    assert [key_of(place) for place in places] == [9, 3, 4, 1]
    assert places[-1] < 2**63


# Rebuilding


def test_rebuilding_writes_what_the_rooms_offer_and_nothing_else(papers):
    put(entry(1, "Còn"), entry(2, "Thừa"), entry(3, "Lạ", kind="gone"))
    SearchEntry.objects.filter(subject_uid=uuid.UUID(int=1)).update(title="Sai", digest="")
    papers[:] = [entry(1, "Còn nguyên"), entry(4, "Thiếu")]
    assert list(rebuilding.rebuild()) == [("paper", 2)]
    assert [numbers(word) for word in ("con nguyen", "thua", "la", "thieu")] == [[1], [], [], [4]]
    assert not list(checks.stale())


def test_rebuilding_mends_a_table_of_words_that_was_emptied_or_lost(papers):
    papers[:] = [entry(number, "Một cửa") for number in range(1, 4)]
    put(*papers)
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE search_words")
    list(rebuilding.rebuild())
    assert numbers("mot cua") == [3, 2, 1]
    assert not list(checks.stale())


def test_words_left_over_are_swept_out(papers):
    put(entry(1, "Một cửa"))
    SearchEntry.objects.all().delete()
    assert [line for line in checks.stale() if "1 mục thừa" in line]
    list(rebuilding.rebuild())
    assert words_taken() == 0


def test_a_new_entry_with_a_key_used_before_takes_the_place_of_what_was_left_over(papers):
    """A table emptied beneath the index (tests flush so) begins its keys anew."""
    put(entry(1, "Một cửa"))
    key = SearchEntry.objects.get().pk
    SearchEntry.objects.all().delete()
    again = SearchEntry.objects.create(
        pk=key, subject_kind="paper", subject_uid=uuid.UUID(int=2), unit_id=UNIT, title="Khác", digest=""
    )
    index_of(connection).write([entries._words(again, entry(2, "Khác"))])
    assert numbers("mot cua") == []
    assert numbers("khac") == [2]


def test_the_command_rebuilds_and_says_how_many(papers):
    papers[:] = [entry(1, "Một cửa")]
    said = io.StringIO()
    with redirect_stdout(said):
        assert main(["search", "rebuild"]) == 0
    assert said.getvalue().splitlines()[-1] == "Đã lập lại chỉ mục tìm: 1 mục."
    assert numbers("mot cua") == [1]


# Checking itself


def test_an_index_that_agrees_says_nothing(papers):
    papers[:] = [entry(1, "Một cửa", on=day(4)), entry(2, "Khác")]
    put(*papers)
    assert not list(checks.stale())
    assert projections()["chỉ mục tìm"] is checks.stale


def test_what_is_missing_old_or_left_over_is_counted(papers):
    put(entry(1, "Cũ"), entry(2, "Thừa"), entry(3, "Đúng"))
    papers[:] = [entry(1, "Mới"), entry(3, "Đúng"), entry(4, "Thiếu"), entry(5, "Thiếu")]
    assert [line.partition(";")[0] for line in checks.stale()] == ["paper: 2 thiếu, 1 cũ, 1 thừa"]


def test_a_kind_that_nobody_offers_any_more_is_named(papers):
    put(entry(1, "Lạ", kind="gone"))
    assert "1 mục thuộc loại không còn ai đưa ra" in next(iter(checks.stale()))


def test_entries_whose_words_are_lost_are_named(papers):
    papers[:] = [entry(1, "Một cửa")]
    put(*papers)
    index_of(connection).erase_places([SearchEntry.objects.get().place])
    assert "1 mục thiếu" in next(iter(checks.stale()))


def test_every_kind_on_offer_has_a_word_and_somebody_who_describes_it():
    from chuan.offers.subjects import kinds
    from chuan.people.verbs import KINDS

    offered = set(search.offered())
    assert {"official", "document", "procedure", "objective", "indicator"} <= offered
    assert offered <= kinds()
    assert offered <= set(KINDS)


def test_installing_twice_changes_nothing():
    put(entry(1, "Một cửa"))
    index_of(connection).install()
    assert numbers("mot cua") == [1]
