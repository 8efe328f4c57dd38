"""Word papers and registers in the old fonts come in as Unicode, run by run and cell by cell."""

from __future__ import annotations

import pytest
from tests.exchange import making

from chuan.exchange.extracted import Extracted
from chuan.exchange.papers import extract
from chuan.exchange.tables import read_tables
from chuan.rules.legacy_letters import Code, encode

SENTENCE = "Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;"


def word(*runs: tuple[str, str]) -> Extracted:
    paper = making.new_word()
    for text, font in runs:
        paper.add_paragraph().add_run(text).font.name = font
    return extract(making.word_bytes(paper), name="cu.docx")


def test_runs_are_read_by_their_fonts_and_capitals_come_from_the_font():
    paper = word(
        ("quyÕt ®Þnh", ".VnTimeH"),
        (encode(SENTENCE, Code.TCVN3), ".VnTime"),
        (encode(SENTENCE, Code.VNI), "VNI-Times"),
        ("Điều 1 đã là Unicode", "Times New Roman"),
        ("Người soạn đổi bộ gõ mà chưa đổi phông", ".VnTime"),
    )
    assert paper.text.split("\n")[-5:] == [
        "QUYẾT ĐỊNH",
        SENTENCE,
        SENTENCE,
        "Điều 1 đã là Unicode",
        "Người soạn đổi bộ gõ mà chưa đổi phông",
    ]
    assert paper.old_letters is not None
    assert (paper.old_letters.code, paper.old_letters.by) == ("tcvn3+vni", "fonts")
    assert paper.old_letters.pairs[0] == ("quyÕt ®Þnh", "QUYẾT ĐỊNH")


def test_a_paper_of_today_says_nothing_of_old_letters():
    assert word((SENTENCE, "Times New Roman")).old_letters is None


def test_blocks_follow_when_letters_grow_together():
    lines = ["QUYẾT ĐỊNH", SENTENCE, "- " + SENTENCE]
    paper = extract("\n".join(encode(line, Code.VNI) for line in lines).encode(), name="cu.txt")
    assert [paper.text[one.start : one.end] for one in paper.blocks] == lines


@pytest.mark.parametrize("code", list(Code))
def test_a_register_comes_in_as_unicode_and_says_so(code: Code):
    rows = ["Mã hồ sơ,Trích yếu,Số", f"H1,{SENTENCE},1", f"H2,{SENTENCE},2"]
    (table,) = read_tables("\n".join(encode(row, code) for row in rows).encode(), name="so.csv")
    assert table.rows == tuple(tuple(row.split(",")) for row in rows)
    assert table.old_letters == code
