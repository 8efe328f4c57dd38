"""What was typed, understood."""

from __future__ import annotations

import pytest

from chuan.search.asking import MOST_LETTERS, MOST_WORDS, Term, key_of, keys_of, read
from chuan.search.refusals import NothingToSearch, SearchTooLong


def test_words_must_all_stand_and_come_first_where_they_stand_together():
    asked = read("một cửa ")
    assert asked.terms == (Term("mot"), Term("cua"))
    assert asked.run == (Term("_mot_cua"),)


def test_the_last_word_may_still_be_going_on():
    assert read("muc tieu chat lu").terms[-1] == Term("lu", open=True)
    assert read("muc tieu chat lu").run[-1] == Term("_chat_lu", open=True)


@pytest.mark.parametrize("typed", ["chat ", '"chat"', "c"])
def test_a_blank_a_quote_or_one_letter_ends_it(typed):
    assert not read(typed).open


def test_quotes_keep_words_together():
    asked = read('"tiêm chủng mở rộng" trẻ ')
    assert asked.terms == (Term("_tiem_chung"), Term("_chung_mo"), Term("_mo_rong"), Term("tre"))


@pytest.mark.parametrize("typed", ["“một cửa”", '"một cửa"', "„một cửa“"])
def test_any_pair_of_quotes_will_do(typed):
    assert read(typed).terms == (Term("_mot_cua"),)


def test_a_quote_that_is_never_closed_is_none():
    assert read('"một cửa ').terms == (Term("mot"), Term("cua"))


def test_signs_keep_words_together_as_quotes_do():
    asked = read("148/QĐ-UBND")
    assert asked.terms == (Term("_148_qd"), Term("_qd_ubnd", open=True))
    assert asked.run == ()
    assert asked.key == "148_qd_ubnd"


def test_a_word_typed_twice_asks_once():
    assert read("cua cua cua ").terms == (Term("cua"),)


@pytest.mark.parametrize("typed", ["?!", '""', "/", "–", "“”", "%_'"])
def test_signs_alone_are_refused_kindly(typed):
    with pytest.raises(NothingToSearch) as refused:
        read(typed)
    assert "148/QĐ-UBND" in refused.value.sentence


@pytest.mark.parametrize("typed", ["x" * 10_000, "a " * (MOST_WORDS + 1), "x" * (MOST_LETTERS + 1)])
def test_a_pasted_page_is_refused_kindly(typed):
    with pytest.raises(SearchTooLong) as refused:
        read(typed)
    assert str(MOST_WORDS) in refused.value.sentence


@pytest.mark.parametrize(
    ("number", "keys"),
    [
        ("148/QĐ-UBND", ["148", "148_qd", "148_qd_ubnd"]),
        ("05/QĐ-UBND", ["5", "5_qd", "5_qd_ubnd"]),
        ("1.004227.000.00.00.H23", ["1_4227_0_0_0_h23"]),
        ("Trần Thị Hoài", ["tran_thi_hoai"]),
        ("45", ["45"]),
        ("/QĐ", ["qd"]),
        ("–", []),
    ],
)
def test_a_number_is_called_by_its_beginnings_a_name_by_itself(number, keys):
    assert keys_of(number) == keys


def test_the_whole_typed_is_compared_with_numbers():
    assert read("5/qđ-ubnd").key == key_of(["5", "qd", "ubnd"]) == keys_of("05/QĐ-UBND")[-1]


@pytest.mark.parametrize(
    "typed", ["'", "a' OR 1=1 --", 'a" OR head:b', "NEAR(a b)", "{head} : a", "a:* & !b", "\\"]
)
def test_what_a_database_would_read_as_an_order_is_words(typed):
    try:
        asked = read(typed)
    except NothingToSearch:
        return
    assert all(set(term.text) <= set("abcdefghijklmnopqrstuvwxyz0123456789_") for term in asked.terms)
