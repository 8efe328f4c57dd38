"""Text as it is compared: letters, words, pairs."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.rules.vietnamese import compose, fold
from chuan.search import folding
from chuan.search.folding import clean, folded, pair, terms_of, words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Một cửa", ["mot", "cua"]),
        ("ĐẶNG  Thị\tĐào", ["dang", "thi", "dao"]),
        ("148/QĐ-UBND", ["148", "qd", "ubnd"]),
        ("Số 05/2021", ["so", "5", "2021"]),
        ("000.00.01.H36", ["0", "0", "1", "h36"]),
        ("…“—”", []),
        ("", []),
        ("a_b", ["a", "b"]),
        ("Ðường (Eth)", ["duong", "eth"]),
    ],
)
def test_a_text_is_cut_into_words_without_marks(text, words):
    assert words_of(text) == words


def test_marks_typed_apart_are_the_same_word():
    assert words_of(unicodedata.normalize("NFD", "Thủ tục hành chính")) == words_of("Thủ tục hành chính")


@given(st.text())
def test_a_folded_text_is_as_long_as_the_composed_one(text):
    composed = clean(text)
    assert len(folded(composed)) == len(composed)


@given(st.text(alphabet=st.characters(categories=["Lu", "Ll"], max_codepoint=0x24F)))
def test_words_fold_as_the_house_folds(text):
    """Where a letter folds to one letter; the few that do not stay as they are."""
    assert "".join(words_of(text)) == fold(compose(text))[: folding.LONGEST_WORD] or len(text) > 1


@given(st.text(alphabet="aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạ ", max_size=40))
def test_vietnamese_words_are_those_of_fold(text):
    assert words_of(text) == fold(text).split()


def test_words_stand_alone_and_with_their_neighbours():
    assert terms_of(["bộ phận một cửa"]) == ["bo", "phan", "mot", "cua", "_bo_phan", "_phan_mot", "_mot_cua"]


def test_neighbours_stand_within_one_text_only():
    assert pair("phan", "mot") not in terms_of(["bộ phận", "một cửa"])


def test_no_word_looks_like_a_pair():
    assert not [word for word in words_of("_mot_cua __k_document") if word.startswith("_")]


def test_a_code_of_bytes_is_cut():
    assert words_of("x" * 5000) == ["x" * folding.LONGEST_WORD]


def test_the_words_of_six_thousand_pages_fit_into_one_row(monkeypatch):
    monkeypatch.setattr(folding, "MOST_BYTES", 1000)
    terms = terms_of([" ".join(f"chữ{number}" for number in range(5000))])
    assert terms[0] == "chu0"
    assert sum(len(term) for term in terms) <= 1000


def test_what_a_database_refuses_is_taken_out():
    assert clean("a\x00b\ud800") == "a b?"
