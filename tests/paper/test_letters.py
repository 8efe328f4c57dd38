"""Letters that can be printed, and words that stay whole."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.paper.fonts import covered
from chuan.paper.letters import pieces, printable
from chuan.paper.papers import Paragraph
from chuan.paper.pdf import to_pdf
from tests.paper.samples import a_report

VOWELS = "aăâeêioôơuưy"
MARKS = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
VIETNAMESE = "".join(unicodedata.normalize("NFC", vowel + mark) for vowel in VOWELS for mark in MARKS) + "đ"


def kept(text: str) -> list[str]:
    return [piece.text for piece in pieces(text) if piece.kept]


def test_every_vietnamese_letter_can_be_printed() -> None:
    both = VIETNAMESE + VIETNAMESE.upper()
    assert len(set(both)) == 2 * (12 * 6 + 1)
    assert printable(both) == both


def test_letters_in_pieces_are_put_together() -> None:
    assert printable(unicodedata.normalize("NFD", "Ủy ban nhân dân Hồng Lĩnh")) == "Ủy ban nhân dân Hồng Lĩnh"


@pytest.mark.parametrize(
    ("given_text", "printed"),
    [
        ("một\nhai\tba", "một hai ba"),
        ("cười 😀", "cười [U+1F600]"),
        ("chuông\x07", "chuông[U+0007]"),
        ("ngược\u202e", "ngược[U+202E]"),
        ("riêng\ue000", "riêng[U+E000]"),
    ],
)
def test_what_the_typeface_lacks_is_named_not_lost(given_text: str, printed: str) -> None:
    assert printable(given_text) == printed


@pytest.mark.parametrize("symbol", ["–", "≥", "≤", "−", "%", "“", "”", "₫", "²", "…", "\N{NO-BREAK SPACE}"])
def test_signs_of_reports_can_be_printed(symbol: str) -> None:
    assert printable(symbol) == symbol


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("Quyết định số 148/QĐ-UBND ngày 11/8/2020 của", ["148/QĐ-UBND", "11/8/2020"]),
        ("(19/2014/QĐ-TTg);", ["(19/2014/QĐ-TTg);"]),
        ("đạt 1.240/1.284 hồ sơ", ["1.240/1.284"]),
        ("không có gì", []),
        ("/ đứng một mình /", []),
        ("https://example.invalid/mot-dia-chi-rat-dai-khong-the-giu-tren-mot-dong", []),
        ("", []),
    ],
)
def test_a_number_with_its_symbol_is_one_piece(text: str, whole: list[str]) -> None:
    assert kept(text) == whole


def test_a_number_too_long_for_its_cell_may_be_broken() -> None:
    found = pieces("1.240.000/1.284.000", longest=10)
    assert [piece.text for piece in found] == ["1.240.000/", "1.284.000"]
    assert not any(piece.kept for piece in found)


def test_a_word_too_long_for_its_cell_is_given_places_to_break() -> None:
    found = pieces("mã 01a20637-0cd5-7d41-a39a-e56161379c71 đây", longest=12)
    words = [piece.text for piece in found if piece.cut]
    assert words == ["01a20637-", "0cd5-", "7d41-", "a39a-"]
    assert all(len(word) <= 12 for piece in found for word in piece.text.split())


def test_a_word_without_joints_is_cut_where_the_line_ends() -> None:
    assert [piece.text for piece in pieces("a" * 25, longest=10)] == ["a" * 10, "a" * 10, "a" * 5]


@given(st.text())
def test_pieces_joined_are_the_text(text: str) -> None:
    assert "".join(piece.text for piece in pieces(text)) == text


@given(st.text())
def test_whatever_is_typed_becomes_letters_that_can_be_printed(text: str) -> None:
    assert all(ord(letter) in covered() for letter in printable(text))


def test_all_letters_held_to_be_printable_are_in_all_four_styles() -> None:
    all_of_them = "".join(chr(point) for point in sorted(covered()) if chr(point) == printable(chr(point)))
    plain, italic = Paragraph(all_of_them), Paragraph(all_of_them, italic=True)
    paper = a_report(plain, italic, subject=all_of_them, number="", place=all_of_them)
    assert to_pdf(paper).startswith(b"%PDF")
