"""The lines that a clerk types, read into blocks and written back without loss."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chuan.paper.contents import body_from_text, body_to_text
from chuan.paper.papers import (
    Article,
    Block,
    Bullets,
    Clause,
    Heading,
    Note,
    Paragraph,
    Part,
    Point,
    TableBlock,
)
from tests.paper.contents_samples import EVERY

TEXTS = st.text(alphabet="aĐ1 .-+|\\#>_)/:;IVĐiều–•", min_size=1, max_size=24).map(
    lambda t: " ".join(t.split())
)
SAID = TEXTS.filter(bool)
COLUMNS = st.integers(1, 4)
ALIGN = st.sampled_from(["left", "center", "right"])


@st.composite
def tables(draw: st.DrawFn) -> TableBlock:
    columns = draw(COLUMNS)
    row = st.tuples(*[TEXTS] * columns)
    return TableBlock(
        headers=draw(row),
        rows=tuple(draw(st.lists(row, max_size=3))),
        widths=draw(st.sampled_from([(), tuple(float(n + 1) / 2 for n in range(columns))])),
        align=draw(st.one_of(st.just(()), st.tuples(*[ALIGN] * columns))),
        notes=tuple(draw(st.lists(SAID, max_size=2))),
    )


BLOCKS: st.SearchStrategy[Block] = st.one_of(
    st.builds(Heading, st.integers(1, 5), SAID),
    st.builds(Paragraph, SAID, st.booleans()),
    st.builds(Note, SAID),
    st.builds(Bullets, st.lists(SAID, min_size=1, max_size=3).map(tuple), st.sampled_from(["-", "+"])),
    st.builds(Part, st.sampled_from(["Phần I", "Chương IV", "Mục 2", "Tiểu mục 1", "Phần thứ nhất"]), TEXTS),
    st.builds(Article, st.sampled_from(["1", "12", "3a"]), TEXTS),
    st.builds(Clause, st.sampled_from(["1.", "12.", "1.1.", "2.3.4."]), SAID),
    st.builds(Point, st.sampled_from(["a)", "đ)", "1)"]), SAID),
    tables(),
)


@given(st.lists(BLOCKS, max_size=8).map(tuple))
@settings(max_examples=100)
def test_blocks_written_and_read_again_are_the_same(blocks: tuple[Block, ...]) -> None:
    assert body_from_text(body_to_text(blocks)) == blocks


@given(st.text(alphabet="aĐiều1.2) -+|\\#>_/IVX\n\t–•*Chương:đ", max_size=120))
@settings(max_examples=100)
def test_any_text_is_read_without_a_word_lost_and_then_stays_as_it_is(text: str) -> None:
    blocks = body_from_text(text)
    written = body_to_text(blocks)
    assert body_from_text(written) == blocks
    assert words(written) == words(text)


@given(st.text(max_size=60))
def test_whatever_is_typed_is_read(text: str) -> None:
    assert body_from_text(body_to_text(body_from_text(text))) == body_from_text(text)


def words(text: str) -> list[str]:
    """Letters and figures in their order; marks at the head of lines are not looked at."""
    return re.findall(r"[^\W_]+", text)


@pytest.mark.parametrize(
    ("line", "block"),
    [
        ("Điều 1. Ban hành.", Article("1", "Ban hành.")),
        ("Điều 12a.", Article("12a", "")),
        ("  Điều  3.  Có   hiệu lực. ", Article("3", "Có hiệu lực.")),
        ("Điều 5 của Quyết định nêu", Paragraph("Điều 5 của Quyết định nêu")),
        ("Chương II. Tổ chức", Part("Chương II", "Tổ chức")),
        ("Phần thứ nhất", Part("Phần thứ nhất", "")),
        ("Mục 3 Phụ lục I quy định", Paragraph("Mục 3 Phụ lục I quy định")),
        ("I. Kết quả", Heading(1, "I. Kết quả")),
        ("XIV. Khác", Heading(1, "XIV. Khác")),
        ("# Tiêu đề", Heading(1, "Tiêu đề")),
        ("## 1. Mục đích", Heading(2, "1. Mục đích")),
        ("1. Văn phòng", Clause("1.", "Văn phòng")),
        ("1.2. Tài chính", Clause("1.2.", "Tài chính")),
        ("2021 là năm đầu", Paragraph("2021 là năm đầu")),
        ("8.550 triệu đồng", Paragraph("8.550 triệu đồng")),
        ("a) Một", Point("a)", "Một")),
        ("đ) Hai", Point("đ)", "Hai")),
        ("- Một", Bullets(("Một",))),
        ("– Một", Bullets(("Một",))),
        ("• Một", Bullets(("Một",))),
        ("+ Một", Bullets(("Một",), "+")),
        ("-5 độ", Paragraph("-5 độ")),
        ("> Ghi chú", Note("Ghi chú")),
        ("_Nghiêng_", Paragraph("Nghiêng", italic=True)),
        ("\\- không phải gạch đầu dòng", Paragraph("- không phải gạch đầu dòng")),
        ("Hết.", Paragraph("Hết.")),
    ],
)
def test_what_begins_a_line_says_what_it_is(line: str, block: Block) -> None:
    assert body_from_text(line) == (block,)


def test_items_under_each_other_are_one_list_and_a_blank_line_parts_two() -> None:
    assert body_from_text("- a\n- b\n+ c\n- d\n\n- e") == (
        Bullets(("a", "b")),
        Bullets(("c",), "+"),
        Bullets(("d",)),
        Bullets(("e",)),
    )


def test_rows_make_a_table_and_short_rows_are_filled() -> None:
    assert body_from_text("| TT | Việc |\n| 1 |\n| 2 | a \\| b |\n> theo báo cáo") == (
        TableBlock(("TT", "Việc"), (("1", ""), ("2", "a | b")), notes=("theo báo cáo",)),
    )


def test_sides_and_shares_may_stand_under_the_head() -> None:
    (table,) = body_from_text("| a | b |\n| :-: | --: 20 |\n| 1 | 2 |")
    assert table == TableBlock(("a", "b"), (("1", "2"),), (1.0, 20.0), ("center", "right"))


def test_a_row_of_single_hyphens_is_a_row() -> None:
    (table,) = body_from_text("| a | b |\n| - | - |")
    assert table == TableBlock(("a", "b"), (("-", "-"),))


@pytest.mark.parametrize("name", EVERY)
def test_every_sample_body_comes_back(name: str) -> None:
    content = EVERY[name]
    assert body_from_text(body_to_text(content.body)) == content.body


def test_blocks_with_nothing_in_them_are_not_written() -> None:
    assert body_to_text((Paragraph(" "), Bullets(()), Bullets(("",)), Note(""), Paragraph("Hết."))) == "Hết."


def test_line_breaks_inside_a_text_become_spaces() -> None:
    assert body_to_text((Paragraph("một\nhai"), Clause("1.", "ba\tbốn"))) == "một hai\n1. ba bốn"


def test_an_empty_box_is_an_empty_body() -> None:
    assert body_from_text(" \n\n ") == ()
    assert body_to_text(()) == ""
