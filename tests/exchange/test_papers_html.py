"""Saved web pages give what the eye saw."""

from __future__ import annotations

import pytest

from chuan.exchange.papers import Align, BlockKind, extract


def read(html: str) -> str:
    return extract(html.encode(), name="a.html").text


def test_scripts_styles_and_hidden_parts_are_dropped() -> None:
    page = (
        "<html><head><title>x</title><style>p{}</style></head><body><script>alert(1)</script><p>Một</p>"
        "<p style='display:none'>ẩn</p><p hidden>ẩn</p><!-- lời --><noscript>không</noscript><p>Hai</p>"
    )
    assert read(page) == "Một\nHai"


def test_blocks_break_lines_and_inline_marks_do_not() -> None:
    assert read("<html><div>Điều <b>1</b>.\n  Ban <i>hành</i><br>Mục tiêu</div><p>Điều 2") == (
        "Điều 1. Ban hành\nMục tiêu\nĐiều 2"
    )


def test_text_after_a_dropped_part_is_kept() -> None:
    assert read("<html><body>a<script>x</script>b<style>y</style>c") == "abc"


@pytest.mark.parametrize(
    ("opened", "marks"),
    [
        ("<ul>", ["- x", "- y"]),
        ("<ol>", ["1. x", "2. y"]),
        ("<ol start=4>", ["4. x", "5. y"]),
        ("<ol type=a>", ["a. x", "b. y"]),
        ("<ol start=minus>", ["1. x", "2. y"]),
    ],
)
def test_list_items_have_the_marks_that_browsers_draw(opened: str, marks: list[str]) -> None:
    assert read(f"<html><body>{opened}<li>x</li><li>y</li>").split("\n") == marks


def test_a_layout_table_goes_line_by_line_and_a_drawn_one_side_by_side() -> None:
    cells = "<tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>"
    assert read(f"<html><body><table>{cells}") == "a\nb\nc\nd"
    assert read(f"<html><body><table border=1>{cells}") == "a\tb\nc\td"
    styled = cells.replace("<td>", "<td style='border: 1px solid #000'>")
    assert read(f"<html><body><table>{styled}sau") == "a\tb\nc\td\nsau"


def test_looks_are_remembered() -> None:
    page = (
        "<html><h2>Đề</h2><p align=center><b>QUYẾT ĐỊNH</b></p><p style='text-align:right'><em>ngày</em></p>"
    )
    paper = extract(page.encode(), name="a.html")
    assert [(b.kind, b.align, b.bold, b.italic) for b in paper.blocks] == [
        (BlockKind.HEADING, Align.START, True, False),
        (BlockKind.PARAGRAPH, Align.CENTER, True, False),
        (BlockKind.PARAGRAPH, Align.END, False, True),
    ]


def test_a_web_page_is_told_by_its_content_whatever_the_name() -> None:
    for name in ("a.txt", "van-ban.doc", "khong-duoi"):
        assert extract("<!DOCTYPE html><p>Chữ".encode(), name=name).media_type == "text/html"


def test_the_declared_encoding_is_used_when_it_is_known() -> None:
    page = '<html><head><meta charset="windows-1252"></head><body>Mục'.replace("ụ", "é")
    assert extract(page.encode("cp1252"), name="a.html").text == "Méc"
    strange = '<html><head><meta charset="x-nothing"></head><body>Điều 1'
    assert extract(strange.encode(), name="a.html").text == "Điều 1"


def test_a_declaration_of_xml_before_the_page_does_no_harm() -> None:
    assert read('<?xml version="1.0" encoding="UTF-8"?>\n<html><body>Chữ</body></html>') == "Chữ"
