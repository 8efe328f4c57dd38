"""The lines around the words, as they were written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.search.asking import read
from chuan.search.folding import clean
from chuan.search.snippets import SHOWN, around, marked

LONG = "Phần mở đầu dài dòng không có gì. " * 40


def marks(pieces) -> list[str]:
    return [piece.text for piece in pieces if piece.marked]


def whole(pieces) -> str:
    return "".join(piece.text for piece in pieces)


def test_marked_words_keep_their_marks_and_case():
    pieces = marked("Bộ phận Một Cửa liên thông", read("mot cua"))
    assert marks(pieces) == ["Một Cửa"]
    assert whole(pieces) == "Bộ phận Một Cửa liên thông"


def test_words_apart_are_marked_one_by_one():
    assert marks(marked("một cái cửa của một người", read("mot cua "))) == ["một", "cửa", "của", "một"]


def test_where_they_stand_together_somewhere_only_that_is_marked():
    assert marks(marked("một người qua một cửa của", read("mot cua "))) == ["một cửa"]


def test_the_word_being_typed_is_marked_whole():
    assert marks(marked("mục tiêu chất lượng", read("chat lu"))) == ["chất lượng"]


def test_a_word_inside_another_is_not_marked():
    assert marks(marked("cửa hàng, cưa, cuaxx", read('"cua"'))) == ["cửa", "cưa"]


@pytest.mark.parametrize("typed", ["148/qd-ubnd", "148"])
def test_numbers_are_marked_as_they_are_written(typed):
    assert marks(marked("Quyết định số 0148/QĐ-UBND ngày", read(typed)))[0].startswith("0148")


def test_only_the_lines_around_are_shown():
    pieces = around(LONG + "Tại bộ phận một cửa, cán bộ tiếp nhận. " + LONG, read("bo phan mot cua"))
    assert marks(pieces) == ["bộ phận một cửa"]
    assert whole(pieces).startswith("… ")
    assert whole(pieces).endswith(" …")
    assert len(whole(pieces)) <= SHOWN + 4


def test_the_beginning_and_the_end_have_no_dots():
    assert whole(around("Một cửa", read("mot"))) == "Một cửa"


def test_the_place_with_most_of_the_words_is_chosen():
    text = "Tiêm " + LONG + " chủng và rộng ở đây " + LONG
    assert set(marks(around(text, read("tiem chung rong ")))) == {"chủng", "rộng"}


def test_nothing_is_shown_where_the_words_are_not():
    assert around(LONG, read("zzz")) == ()
    assert around("", read("zzz")) == ()


def test_lines_are_shown_as_one():
    assert whole(around("một\n\n   cửa\tvà", read("mot cua"))) == "một cửa và"


def test_marks_typed_apart_do_not_shift_the_words():
    import unicodedata

    text = clean(unicodedata.normalize("NFD", "Ủy ban nhân dân phường Bắc Hồng"))
    assert marks(marked(text, read("bac hong"))) == ["Bắc Hồng"]


@given(st.text(max_size=80), st.sampled_from(["mot cua ", "a", "5/b", "x y z"]))
def test_nothing_of_a_text_is_lost_or_added(text, typed):
    text = clean(text)
    assert whole(marked(text, read(typed))).split() == text.split()


@given(st.text(alphabet="ab 0\n", max_size=900))
def test_a_snippet_is_a_part_of_its_text(text):
    said = whole(around(text, read("a b "))).strip("… ")
    assert " ".join(said.split()) in " ".join(text.split())
