"""The decision's words cut into clauses; names, codes and labels of what nobody foresaw."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.objectives.wordings import clauses, code_of, label_of, name_of, shorten
from chuan.rules.types import Span


def spans(text: str, *figures: str) -> list[Span]:
    return [Span(text.index(one), text.index(one) + len(one)) for one in figures]


def cut(text: str, *figures: str) -> list[str]:
    return [text[one.start : one.end].strip() for one in clauses(text, spans(text, *figures))]


def test_figures_stand_apart_at_a_semicolon():
    text = "Tổng diện tích gieo trồng lúa cả năm 49 ha; năng suất đạt 51 tạ/ha."
    assert cut(text, "49 ha", "51 tạ/ha") == [
        "Tổng diện tích gieo trồng lúa cả năm 49 ha",
        "năng suất đạt 51 tạ/ha.",
    ]


def test_figures_stand_apart_at_a_comma_where_there_is_no_semicolon():
    text = "Diện tích 49 ha, năng suất 51 tạ/ha"
    assert cut(text, "49 ha", "51 tạ/ha") == ["Diện tích 49 ha,", "năng suất 51 tạ/ha"]


def test_a_figure_before_its_words_keeps_them():
    text = "100% thủ tục đúng quy trình, quy định pháp luật; trên 95% hồ sơ, thủ tục đúng hạn"
    assert cut(text, "100%", "trên 95%") == [
        "100% thủ tục đúng quy trình, quy định pháp luật",
        "trên 95% hồ sơ, thủ tục đúng hạn",
    ]


def test_figures_at_the_same_place_share_their_clause():
    text = "100 % cán bộ dùng thư và phần mềm"
    (span,) = spans(text, "100 %")
    assert len({(one.start, one.end) for one in clauses(text, [span, span])}) == 1


def test_no_figure_no_clause():
    assert clauses("Duy trì hệ thống", []) == []


@given(st.text(alphabet="ab ;,0", min_size=1, max_size=60), st.data())
def test_every_clause_holds_its_figure_and_stays_inside_the_text(text: str, data: st.DataObject):
    places = data.draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=6, unique=True).map(sorted))
    figures = [Span(one, other) for one, other in zip(places[::2], places[1::2], strict=False)]
    for figure, clause in zip(figures, clauses(text, figures), strict=True):
        assert 0 <= clause.start <= figure.start
        assert figure.end <= clause.end <= len(text)


@pytest.mark.parametrize(
    ("clause", "figure", "name"),
    [
        ("Tỷ lệ rác thải được thu gom đạt 98%", "98%", "Tỷ lệ rác thải được thu gom"),
        ("Đảm bảo trên 95% hồ sơ đúng hạn", "95%", "Hồ sơ đúng hạn"),
        ("- Trồng mới 500 cây xanh;", "500", "Trồng mới cây xanh"),
    ],
)
def test_a_name_is_the_clause_without_its_figure(clause: str, figure: str, name: str):
    at = clause.index(figure)
    assert name_of(clause, Span(at, at + len(figure))) == name


def test_a_name_is_never_cut_inside_a_word():
    assert shorten("một hai ba bốn", 9) == "một hai"


@given(st.text(max_size=300))
def test_a_code_holds_only_plain_letters_and_fits_its_column(name: str):
    code = code_of(name)
    assert len(code) <= 60
    assert all(letter.isascii() and (letter.isalpha() or letter == "-") for letter in code)


def test_a_code_does_not_change_with_the_figure_of_the_year():
    assert code_of("Trồng mới 500 cây xanh") == code_of("Trồng mới 650 cây xanh") == "trong-moi-cay-xanh"


@pytest.mark.parametrize(
    ("ordinal", "index", "count", "below", "label"),
    [
        ("1.4", 0, 2, False, "1.4a"),
        ("1.4", 1, 2, False, "1.4b"),
        ("1.3", 0, 1, False, "1.3"),
        ("3", 1, 2, False, "3.2"),
        ("7", 0, 1, False, "7.1"),
        ("1", 0, 1, True, "1"),
        ("1", 1, 2, True, "1b"),
    ],
)
def test_a_label_says_which_place_of_the_decision(
    ordinal: str, index: int, count: int, below: bool, label: str
):
    assert label_of(ordinal, index, count, below=below) == label
