"""Every kind of document as a Word file, opened again: the same parts in the same letters."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import Any

import docx
import pytest
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm
from docx.text.paragraph import Paragraph as Line

from chuan.law.paper import paper_rules
from chuan.paper.papers import Paper
from chuan.paper.word import to_docx
from tests.paper.contents_samples import (
    EVERY,
    INVITATION,
    LETTER,
    MINUTES,
    PLAN,
    REGULATION,
    SUBMISSION,
    a_draft,
    a_paper,
)
from tests.paper.samples import flat, stand_in_order

RULES = paper_rules()


def opened(paper: Paper) -> Document:
    return docx.Document(io.BytesIO(to_docx(paper)))


def lines_of(document: Document) -> list[Line]:
    return [Line(element, document) for element in document.element.body.iter(qn("w:p"))]


def line_with(document: Document, words: str) -> Line:
    return next(line for line in lines_of(document) if words in line.text)


def text_of(document: Document) -> str:
    return flat(" ".join(line.text for line in lines_of(document)))


@pytest.mark.parametrize("name", EVERY)
def test_every_kind_says_what_its_pdf_says(name: str) -> None:
    content = EVERY[name]
    text = text_of(opened(a_paper(content)))
    for words in (content.signer.name, *content.to, *content.bases, *content.recipients):
        assert words.strip(" .;") in text
    assert text.rstrip().endswith("hồ sơ.") or "./." in text


@pytest.mark.parametrize("name", EVERY)
def test_every_line_is_in_times_new_roman(name: str) -> None:
    document = opened(a_paper(EVERY[name]))
    runs = [run for line in lines_of(document) for run in line.runs if run.text.strip()]
    assert runs
    assert {run.font.name for run in runs} == {"Times New Roman"}


def test_a_decision_stands_in_the_order_of_the_decree() -> None:
    assert stand_in_order(
        text_of(opened(a_paper())),
        "Số: 12/QĐ-UBND",
        "Bắc Hồng, ngày 19 tháng 02 năm 2021",
        "QUYẾT ĐỊNH Ban hành Mục tiêu",
        "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG Căn cứ Luật",
        "Thống kê phường. QUYẾT ĐỊNH: Điều 1. Ban hành",
        "Nơi nhận:",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH",
        "MỤC TIÊU CHẤT LƯỢNG NĂM 2021 (Ban hành kèm theo Quyết định số",
    )


def test_the_label_of_an_article_is_bold_and_its_sentence_is_not() -> None:
    label, *sentence = line_with(opened(a_paper()), "Điều 1.").runs
    assert (label.text, label.font.bold, label.font.size.pt) == ("Điều 1.", True, 14)
    assert not any(run.font.bold for run in sentence)


def test_the_deciding_words_are_centred_and_stay_with_the_first_article() -> None:
    line = line_with(opened(a_paper()), "QUYẾT ĐỊNH:")
    assert line.alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert line.paragraph_format.keep_with_next
    assert all(run.font.bold for run in line.runs)


def test_a_letter_has_its_subject_under_its_number_and_no_type_name() -> None:
    document = opened(a_paper(LETTER))
    head = document.tables[0]
    below = [line.text for line in head.cell(1, 0).paragraphs]
    assert below[:2] == ["Số: 12/UBND-VP", "V/v cung cấp số liệu thực hiện mục tiêu chất lượng năm 2021"]
    subject = head.cell(1, 0).paragraphs[1]
    assert subject.paragraph_format.space_before.pt == 6
    assert {run.font.size.pt for run in subject.runs} == {RULES.letters["letter_subject"].size}
    assert "CÔNG VĂN" not in text_of(document)


def test_urgency_is_red_in_a_red_box_of_its_width() -> None:
    document = opened(a_paper(LETTER))
    line = line_with(document, "KHẨN")
    assert {str(run.font.color.rgb) for run in line.runs} == {"FF0000"}
    borders = line._p.pPr.find(qn("w:pBdr"))
    assert [side.tag.split("}")[1] for side in borders] == ["top", "left", "bottom", "right"]
    room = 165 * 0.4
    indent = line.paragraph_format.left_indent
    assert indent == pytest.approx(Mm((room - 20) / 2), abs=Mm(0.2))
    assert line.paragraph_format.line_spacing == pytest.approx(Mm(8), abs=Mm(0.2))


def test_a_handling_mark_is_boxed_in_black() -> None:
    line = line_with(opened(a_paper(INVITATION)), "LƯU HÀNH NỘI BỘ")
    sides = line._p.pPr.find(qn("w:pBdr"))
    assert {side.get(qn("w:color")) for side in sides} == {"000000"}


def test_addressees_stand_below_the_colon_or_beside_it() -> None:
    document = opened(a_paper(LETTER))
    call, first = line_with(document, "Kính gửi:"), line_with(document, "- Văn phòng Ủy ban")
    assert first.paragraph_format.left_indent > call.paragraph_format.left_indent + Mm(15)
    alone = line_with(opened(a_paper(SUBMISSION)), "Kính gửi:")
    assert alone.text.endswith("Chủ tịch Ủy ban nhân dân phường Bắc Hồng")
    assert alone.alignment == WD_ALIGN_PARAGRAPH.CENTER


def test_minutes_have_two_signatures_and_no_date() -> None:
    document = opened(a_paper(MINUTES))
    signed, below = document.tables[-1].rows
    assert [flat(" ".join(line.text for line in cell.paragraphs)) for cell in signed.cells] == [
        "THƯ KÝ Trần Thị Mai",
        "CHỦ TỌA Nguyễn Viết Khanh",
    ]
    assert below.cells[0].text.startswith("Nơi nhận:")
    assert "Bắc Hồng, ngày" not in text_of(document)


def test_the_address_stands_at_the_foot_of_the_first_page_only() -> None:
    first, *others = opened(a_paper(replace(LETTER, annexes=PLAN.annexes))).sections
    assert [line.text for line in first.first_page_footer.paragraphs][:2] == list(LETTER.contact)
    assert "Địa chỉ" not in first.footer.paragraphs[0].text
    assert all("Địa chỉ" not in one.first_page_footer.paragraphs[0].text for one in others)


def test_parts_and_articles_with_names_can_be_walked() -> None:
    document = opened(a_paper(REGULATION))
    walked = [
        (line.style.name, flat(line.text))
        for line in lines_of(document)
        if line.style and line.style.name.startswith("Heading")
    ]
    assert walked[1:] == [
        ("Heading 2", "QUY CHẾ Làm việc của Ban Chỉ đạo ISO"),
        ("Heading 2", "Chương I QUY ĐỊNH CHUNG"),
        ("Heading 3", "Điều 1. Phạm vi điều chỉnh"),
        ("Heading 3", "Điều 2. Đối tượng áp dụng"),
        ("Heading 2", "Chương II CHẾ ĐỘ LÀM VIỆC"),
        ("Heading 3", "Mục 1 HỌP"),
        ("Heading 4", "Điều 3. Lịch họp"),
    ]


def test_a_paper_put_in_force_has_the_head_again() -> None:
    document = opened(a_paper(REGULATION))
    heads = [table for table in document.tables if "CỘNG HÒA" in table.cell(0, 1).text]
    assert [len(table.rows) for table in heads] == [2, 1]


@pytest.mark.parametrize("electronic", [True, False])
def test_the_line_of_an_annex_is_filled_in_on_paper_only(electronic: bool) -> None:
    text = text_of(opened(a_paper(PLAN, electronic=electronic)))
    assert ("số 12/KH-UBND ngày 19 tháng 02" in text) != electronic


def test_columns_are_as_wide_as_their_words_ask() -> None:
    document = opened(a_paper(PLAN))
    table = next(table for table in document.tables if table.cell(0, 0).text == "TT")
    widths = [cell.width for cell in table.rows[0].cells]
    assert widths[0] < widths[1]
    assert sum(widths) == pytest.approx(Mm(297 - 30 - 15), abs=Mm(1))


def test_a_draft_leaves_room_for_number_and_day() -> None:
    text = text_of(opened(a_draft()))
    assert "Số: /QĐ-UBND" in text
    assert "ngày tháng năm 2021" in text


@pytest.mark.parametrize("name", EVERY)
def test_the_same_paper_gives_the_same_bytes(name: Any) -> None:
    assert to_docx(a_paper(EVERY[name])) == to_docx(a_paper(EVERY[name]))


def test_the_file_carries_the_styles_it_uses_and_no_others() -> None:
    names = {style.name for style in opened(a_paper()).styles}
    assert names == {
        "Normal",
        "Header",
        "Footer",
        *(f"Heading {n}" for n in range(1, 7)),
        "Default Paragraph Font",
        "Normal Table",
        "No List",
        "Table Grid",
    }


def test_the_file_carries_no_part_that_nothing_in_it_uses() -> None:
    with zipfile.ZipFile(io.BytesIO(to_docx(a_paper()))) as archive:
        names = " ".join(archive.namelist())
    assert "word/document.xml" in names
    assert not any(part in names for part in ("numbering", "stylesWithEffects", "thumbnail"))
