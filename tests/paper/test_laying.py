"""What is a title and what is a sentence. Source: Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, II.6."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chuan.paper.contents import body_from_text
from chuan.paper.laying import DEEPEST, Running, Title, laid, shares, sides
from chuan.paper.papers import Bullets, Note, TableBlock


def laid_text(text: str) -> list[object]:
    return list(laid(body_from_text(text)))


def titles(text: str) -> list[tuple[int, str]]:
    return [(one.level, one.text) for one in laid_text(text) if isinstance(one, Title)]


def test_an_article_of_a_decision_is_a_sentence_whose_label_is_bold() -> None:
    assert laid_text("Điều 1. Ban hành Quy chế.\nĐiều 2. Có hiệu lực từ ngày ký.") == [
        Running("Ban hành Quy chế.", label="Điều 1."),
        Running("Có hiệu lực từ ngày ký.", label="Điều 2."),
    ]


def test_an_article_with_a_name_and_text_below_it_is_a_title() -> None:
    assert laid_text("Điều 1. Phạm vi điều chỉnh\nQuy chế này quy định việc họp.") == [
        Title(1, "article", "Điều 1. Phạm vi điều chỉnh"),
        Running("Quy chế này quy định việc họp."),
    ]


def test_an_article_whose_mark_was_forgotten_is_no_title_when_another_article_follows() -> None:
    assert titles("Điều 1. Ban hành Quy chế\nĐiều 2. Có hiệu lực từ ngày ký") == []


def test_an_article_with_nothing_beside_it_keeps_its_label() -> None:
    assert laid_text("Điều 1.\n1. Đồng ý.") == [Running("", label="Điều 1."), Running("1. Đồng ý.")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. Mục đích\n- Một.", [(1, "1. Mục đích")]),
        ("1. Mục đích\n1.1. Chung\nNhư sau.", [(1, "1. Mục đích"), (2, "1.1. Chung")]),
        ("1. Các việc sau đây:\n1.1. Họp.", []),
        ("1.1. Chung\n2. Riêng", []),
        ("1. Văn phòng\n2. Tài chính", []),
        ("1. Văn phòng theo dõi.\n- Một.", []),
        ("1. Các việc, cụ thể:\n- Một.", []),
        ("1. Cuối cùng", []),
        ("1. " + "dài " * 60 + "\n- Một.", []),
    ],
)
def test_a_clause_is_a_title_when_it_names_what_follows(text: str, expected: list[tuple[int, str]]) -> None:
    assert titles(text) == expected


def test_parts_sections_and_articles_stand_under_each_other() -> None:
    text = (
        "Chương I. Quy định chung\nMục 1. Họp\nĐiều 1. Lịch họp\n1. Hằng quý\nNhư sau.\n"
        "Chương II. Thi hành\nĐiều 2. Hiệu lực\nTừ ngày ký."
    )
    assert titles(text) == [
        (1, "Quy định chung"),
        (2, "Họp"),
        (3, "Điều 1. Lịch họp"),
        (4, "1. Hằng quý"),
        (1, "Thi hành"),
        (2, "Điều 2. Hiệu lực"),
    ]


@given(
    st.lists(
        st.sampled_from(
            [
                "Phần I",
                "Chương I. A",
                "Mục 1. B",
                "Tiểu mục 1. C",
                "Điều 1. D",
                "I. E",
                "1. F",
                "1.1. G",
                "1.1.1. H",
                "### J",
                "##### K",
                "- L",
                "Đoạn.",
            ]
        )
    )
)
def test_no_level_is_ever_skipped(lines: list[str]) -> None:
    levels = [0, *(level for level, _ in titles("\n".join(lines)))]
    assert all(after <= before + 1 and after <= DEEPEST for before, after in pairwise(levels))


def test_lists_remarks_and_tables_stay_what_they_are() -> None:
    kinds = [type(one) for one in laid_text("- a\n+ b\n> ghi chú\n| a | b |\n| 1 | 2 |")]
    assert kinds == [Bullets, Bullets, Note, TableBlock]


def test_widths_come_from_the_words_unless_told() -> None:
    table = TableBlock(("TT", "Nội dung"), (("1", "Một câu khá dài nói về việc phải làm"),))
    narrow, wide = shares(table)
    assert narrow + wide == pytest.approx(1)
    assert wide > 4 * narrow
    assert shares(TableBlock(("a", "b"), (("1", "2"),), (3, 7))) == (3, 7)


def test_figures_stand_at_the_right_short_marks_in_the_middle_and_words_at_the_left() -> None:
    rows = (("1", "Một việc", "1.240.000", "x"), ("2", "", "15,5 %", ""))
    assert sides(TableBlock(("a", "b", "c", "d"), rows)) == ("center", "left", "right", "center")
    assert sides(TableBlock(("a",), ())) == ("left",)
    assert sides(TableBlock(("a",), (("12345",),), align=("center",))) == ("center",)
