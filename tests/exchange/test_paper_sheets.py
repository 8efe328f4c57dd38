"""Files as sheets for the check of form: clean papers silent in every format, each layout fault found."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
import typst
from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt, RGBColor
from tests.exchange import making
from tests.paper.contents_samples import AGENCY, EVERY, a_draft, a_paper

from chuan.exchange.paper_sheet import sheet_of
from chuan.exchange.papers import extract
from chuan.law.paper_form import form_rules
from chuan.paper.contents import plain_text
from chuan.paper.fonts import typefaces
from chuan.paper.pdf import to_pdf
from chuan.paper.word import to_docx
from chuan.rules.paper_form import Departure, Sheet, check
from chuan.rules.refusals import FileEmpty, FileIsScan, FileUnreadable

ON = date(2021, 2, 19)


@pytest.fixture(scope="module")
def word() -> bytes:
    """The reference decision, mended in form, as Word."""
    return to_docx(a_paper())


@pytest.fixture(scope="module")
def printed() -> bytes:
    """The same as PDF."""
    return to_pdf(a_paper())


def told(data: bytes, name: str) -> tuple[Departure, ...]:
    return check(sheet_of(data, name), form_rules(ON), ON)


def codes(data: bytes, name: str) -> list[str]:
    return [one.code for one in told(data, name)]


def changed(word: bytes, change: Callable[[Document], Any]) -> bytes:
    document = docx.Document(io.BytesIO(word))
    change(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def runs(document: Document, words: str) -> list[Any]:
    """The runs of the paragraph, also in tables, that holds the words."""
    cells = [p for t in document.tables for row in t.rows for cell in row.cells for p in cell.paragraphs]
    return next(p.runs for p in [*document.paragraphs, *cells] if words in p.text.replace("\u2011", "-"))


# Clean papers


@pytest.mark.parametrize("kind", EVERY)
def test_a_typeset_paper_is_clean_as_word_and_as_pdf(kind: str):
    paper = a_paper(EVERY[kind])
    assert codes(to_docx(paper), "van-ban.docx") == []
    assert codes(to_pdf(paper), "van-ban.pdf") == []


@pytest.mark.parametrize("kind", EVERY)
def test_the_same_content_as_text_is_clean(kind: str):
    paper = a_paper(EVERY[kind])
    text = plain_text(EVERY[kind], agency=AGENCY, place="Bắc Hồng", number="12", symbol=paper.symbol, date=ON)
    assert codes(text.encode(), "van-ban.txt") == []


def test_a_draft_lacks_nothing_but_its_number():
    assert codes(to_docx(a_draft()), "du-thao.docx") == ["number_blank"]
    assert codes(to_pdf(a_draft()), "du-thao.pdf") == ["number_blank"]


@pytest.mark.parametrize("form", ["word", "printed"])
def test_the_text_of_a_sheet_is_the_text_that_is_read(form: str, request: pytest.FixtureRequest):
    data = request.getfixturevalue(form)
    sheet = sheet_of(data, "x")
    assert sheet.text == extract(data, name="x").text
    ends = [one.end for one in (*sheet.stretches, *sheet.rows)]
    assert max(ends) <= len(sheet.text)
    assert all(a.end <= b.start for a, b in zip(sheet.stretches, sheet.stretches[1:], strict=False))


def test_letters_and_pages_of_a_word_file_are_seen(word: bytes):
    sheet = sheet_of(word, "x.docx")
    looks = {sheet.text[one.start : one.end].strip(): one.look for one in sheet.stretches}
    motto = looks["Độc lập - Tự do - Hạnh phúc"]
    assert (motto.font, motto.size, motto.bold, motto.italic, motto.colour) == (
        "Times New Roman", 13.0, True, False, "000000",
    )  # fmt: skip
    page = sheet.pages[0]
    assert (round(page.width), round(page.height), round(page.left or 0)) == (210, 297, 30)
    assert page.number is not None
    assert (page.number.top, page.number.centred, page.number.on_first) == (True, True, False)
    assert not sheet.wrapped


def test_letters_and_pages_of_a_pdf_are_seen(printed: bytes):
    sheet = sheet_of(printed, "x.pdf")
    motto = next(one for one in sheet.stretches if "Độc lập" in sheet.text[one.start : one.end])
    assert (motto.look.size, motto.look.bold, motto.look.italic) == (13.0, True, False)
    assert (round(sheet.pages[0].left or 0), round(sheet.pages[0].right or 0)) == (30, 15)
    assert sheet.pages[0].number is None
    assert [row.page for row in sheet.rows][-1] == len(sheet.pages)


def test_of_text_and_markdown_only_the_words_are_known():
    for name in ("x.txt", "x.md"):
        sheet = sheet_of("**QUYẾT ĐỊNH**\nVề việc".encode(), name)
        assert sheet == Sheet.of_text("**QUYẾT ĐỊNH**\nVề việc")


def test_files_that_cannot_be_read_are_refused_as_everywhere():
    with pytest.raises(FileEmpty):
        sheet_of(b"", "x.docx")
    with pytest.raises(FileUnreadable):
        sheet_of(b"PK\x03\x04 broken", "x.docx")
    with pytest.raises(FileUnreadable):
        sheet_of(b"%PDF-1.7 broken", "x.pdf")
    with pytest.raises(FileIsScan):
        sheet_of(making.scanned_pdf(), "x.pdf")


# Faults of a Word file


def _letters(words: str, **look: Any) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        for run in runs(document, words):
            for key, value in look.items():
                if key == "colour":
                    run.font.color.rgb = value
                elif key == "name":
                    run.font.name = value
                else:
                    setattr(run.font, key, value)

    return change


def _section(**margins: Any) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        for key, value in margins.items():
            setattr(document.sections[0], key, value)

    return change


def _paragraph(words: str, **form: Any) -> Callable[[Document], None]:
    def change(document: Document) -> None:
        line = next(p for p in document.paragraphs if words in p.text.replace("\u2011", "-"))
        for key, value in form.items():
            setattr(line.paragraph_format, key, value)

    return change


@pytest.mark.parametrize(
    ("change", "code", "says"),
    [
        (_letters("Căn cứ Luật Tổ chức", italic=False), "letter_style", "nghiêng"),
        (_letters("Bắc Hồng, ngày", italic=False), "letter_style", "nghiêng"),
        (_letters("Độc lập", size=Pt(12)), "letter_size", "13-14"),
        (_letters("Số:", size=Pt(14)), "letter_size", "13"),
        (_letters("Số:", bold=True), "letter_style", "đứng"),
        (_letters("CHỦ TỊCH", bold=False), "letter_style", "đậm"),
        (_letters("Nguyễn Viết Khanh", bold=False), "letter_style", "đậm"),
        (_letters("Nơi nhận", italic=False), "letter_style", "nghiêng, đậm"),
        (_letters("Như Điều 4", size=Pt(13)), "letter_size", "11"),
        (_letters("trách nhiệm nắm vững", size=Pt(12)), "letter_size", "13-14"),
        (_letters("trách nhiệm nắm vững", name="Arial"), "letter_font", "Arial"),
        (_letters("trách nhiệm nắm vững", colour=RGBColor(0xFF, 0, 0)), "letter_colour", "màu đen"),
        (_section(left_margin=Mm(20)), "page_margin", "Lề trái là 20 mm; quy định 30-35 mm"),
        (_section(top_margin=Mm(30)), "page_margin", "Lề trên là 30 mm"),
        (_section(page_width=Mm(216), page_height=Mm(279)), "page_size", "216 x 279"),
        (_paragraph("trách nhiệm nắm vững", alignment=WD_ALIGN_PARAGRAPH.LEFT), "paragraph_align", "canh đều"),
        (_paragraph("trách nhiệm nắm vững", first_line_indent=Mm(20)), "first_line", "20 mm"),
        (_paragraph("trách nhiệm nắm vững", line_spacing=2.0), "line_spacing", "1-1,5"),
        (_section(different_first_page_header_footer=False), "page_number_first", "Trang thứ nhất"),
    ],
)  # fmt: skip
def test_each_fault_of_layout_in_a_word_file_is_told_alone(word: bytes, change: Any, code: str, says: str):
    found = told(changed(word, change), "x.docx")
    assert {one.code for one in found} == {code}
    assert says in found[0].said


def test_a_number_at_the_foot_of_the_page_is_told(word: bytes):
    def change(document: Document) -> None:
        section = document.sections[0]
        number = section.header.paragraphs[0]
        section.footer.paragraphs[0]._p.addnext(number._p)
        section.header._element.append(docx.oxml.OxmlElement("w:p"))

    (one,) = told(changed(word, change), "x.docx")
    assert (one.code, one.found) == ("page_number_place", "ở lề dưới")


def test_the_same_fault_of_many_lines_is_told_once_with_how_often(word: bytes):
    def change(document: Document) -> None:
        for line in document.paragraphs:
            if line.text.startswith(("Căn cứ", "Theo đề nghị")):
                for run in line.runs:
                    run.font.italic = False

    (one,) = told(changed(word, change), "x.docx")
    assert one.said == "Căn cứ (5 chỗ) phải là kiểu chữ nghiêng; đang là đứng."


def test_the_subject_in_capitals_is_told_where_letters_are_known(word: bytes):
    def change(document: Document) -> None:
        for run in runs(document, "Ban hành Mục tiêu chất lượng năm 2021 thuộc"):
            run.text = run.text.upper() if run.text.startswith("Ban") else run.text

    assert "letter_case" in codes(changed(word, change), "x.docx")


def test_departures_of_words_are_found_in_a_word_file_at_their_place(word: bytes):
    def change(document: Document) -> None:
        runs(document, "QUYẾT ĐỊNH:")[0].text = "QUYẾT ĐỊNH"

    data = changed(word, change)
    (one,) = told(data, "x.docx")
    text = sheet_of(data, "x.docx").text
    assert (one.code, text[one.place.span.start : one.place.span.end]) == ("decides_form", "QUYẾT ĐỊNH")
    assert text.splitlines()[one.place.line - 1] == "QUYẾT ĐỊNH"


# Faults of a PDF


def pdf(
    body: str, *, margins: str = "top: 20mm, bottom: 20mm, left: 30mm, right: 15mm", more: str = ""
) -> bytes:
    """A PDF of the words, set as told."""
    page, letters = (
        f'#set page(paper: "a4", margin: ({margins}))',
        '#set text(font: "Tinos", size: 13pt, lang: "vi")',
    )
    source = f"{page}\n{letters}\n{more}\n{body}"
    return typst.compile(source.encode(), font_paths=typefaces(), ignore_system_fonts=True, format="pdf")


LONG = "Các bộ phận và cán bộ, công chức phường có trách nhiệm nắm vững nội dung mục tiêu chất lượng. " * 9
BODY = f"#set par(justify: true)\n#align(center)[*BÁO CÁO*\\ *Kết quả*]\n\n{LONG}\n\n{LONG}"


def layout(data: bytes) -> dict[str, Departure]:
    prefixes = ("page_", "letter_")
    return {one.code: one for one in told(data, "x.pdf") if one.code.startswith(prefixes)}


def test_a_plain_page_has_no_fault_of_layout():
    assert layout(pdf(BODY)) == {}


def test_text_that_runs_into_the_left_margin_is_told():
    found = layout(pdf(BODY, margins="top: 20mm, bottom: 20mm, left: 20mm, right: 15mm"))
    assert "Lề trái là 20 mm" in found["page_margin"].said


def test_small_red_letters_are_told():
    found = layout(pdf(f"{BODY}\n\n#text(size: 9pt, fill: red)[{LONG}]"))
    assert {"letter_size", "letter_colour"} <= set(found)


def test_a_page_number_at_the_foot_or_on_the_first_page_is_told():
    found = layout(
        pdf(
            f"{BODY}\n\n{LONG * 6}",
            more='#set page(footer: align(center)[#context counter(page).display("1")])',
        )
    )
    assert found["page_number_place"].found == "ở lề dưới"
    assert found["page_number_first"].place.page == 1


def test_several_pages_without_a_number_are_told():
    assert "page_number_missing" in layout(pdf(f"{BODY}\n\n{LONG * 8}"))


def test_another_size_of_paper_is_told():
    found = layout(pdf(BODY, more='#set page(paper: "us-letter")'))
    assert "216 x 279" in found["page_size"].found


def test_a_mark_at_the_foot_of_every_page_is_no_text():
    marked = replace(a_paper(), mark="BẢN DỰ THẢO ĐỂ LẤY Ý KIẾN")
    data = to_pdf(marked)
    assert "BẢN DỰ THẢO" in sheet_of(data, "x.pdf").text
    assert codes(data, "x.pdf") == []


# Signed papers of a city, made by others


@pytest.mark.shared
@pytest.mark.parametrize(
    ("name", "faults"),
    [
        ("hanoi_qd_2280_water.pdf", {"letter_size", "letter_font", "recipients_first", "recipients_end"}),
        ("hanoi_kh_173_festival.pdf", {"capitals", "citation_incomplete", "space_before_mark", "tone_mixed"}),
    ],
)
def test_a_signed_paper_of_a_city_is_told_its_own_faults_only(shared: Path, name: str, faults: set[str]):
    data = (shared / "data" / "signed-pdf" / "government" / name).read_bytes()
    on = date(2026, 4, 29)
    found = check(sheet_of(data, name), form_rules(on), on)
    assert {one.code for one in found} - {"citation_date"} == faults
    assert all(one.place.page for one in found)
