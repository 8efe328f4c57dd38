"""The paper as a Word file, opened again. Source of the layout: Nghị định 30/2020/NĐ-CP, Phụ lục I."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import docx
import pytest
from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as Line

from chuan.law.paper import paper_rules
from chuan.paper.letters import printable
from chuan.paper.papers import Annex, Bullets, Heading, Note, Paragraph, TableBlock
from chuan.paper.widths import width_of
from chuan.paper.word import to_docx
from tests.paper.samples import a_report, a_table, flat, stand_in_order

RULES = paper_rules()
HOSTILE = "#let x = 1 $a$ \\ <b>đậm</b> &amp; <w:t>thẻ</w:t> ]]> {{ x }} {% y %} \x07"


def opened(**parts: object) -> Document:
    body = parts.pop("body", ())
    return docx.Document(io.BytesIO(to_docx(a_report(*body, **parts))))  # type: ignore[misc]


def lines_of(document: Document) -> list[Line]:
    """Every paragraph of the body in reading order, cells included."""
    return [Line(element, document) for element in document.element.body.iter(qn("w:p"))]


def line_with(document: Document, words: str) -> Line:
    return next(line for line in lines_of(document) if words in line.text)


def test_components_stand_in_the_order_of_the_decree() -> None:
    text = flat(" ".join(line.text for line in lines_of(opened())))
    assert stand_in_order(
        text,
        "ỦY BAN NHÂN DÂN PHƯỜNG BẮC HỒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM Độc lập - Tự do - Hạnh phúc",
        "Số: 05/BC-UBND",
        "Bắc Hồng, ngày 09 tháng 02 năm 2021",
        "BÁO CÁO Kết quả thực hiện",
        "ngày 19 tháng 6 năm 2015;",
        "148/QĐ-UBND ngày 11 tháng 8 năm 2020 của UBND phường Bắc Hồng.",
        "I. KẾT QUẢ CHUNG",
        "có số đo./.",
        "Nơi nhận:",
        "- Lưu: VT, VP.",
        "TM. ỦY BAN NHÂN DÂN CHỦ TỊCH Người Ký",
    )


def test_the_page_has_the_size_and_margins_of_the_law_file() -> None:
    section = opened().sections[0]
    measure = {key: Mm(one.use) for key, one in RULES.measure.items() if one.unit == "mm"}
    got = (section.top_margin, section.bottom_margin, section.left_margin, section.right_margin)
    wanted = tuple(measure[f"margin_{side}"] for side in ("top", "bottom", "left", "right"))
    assert got == pytest.approx(wanted, abs=700)
    size = (section.page_width, section.page_height)
    assert size == pytest.approx((measure["page_width"], measure["page_height"]), abs=700)
    assert section.orientation == WD_ORIENT.PORTRAIT


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("CỘNG HÒA", "national_name"),
        ("Độc lập", "national_motto"),
        ("PHƯỜNG BẮC HỒNG", "agency"),
        ("Số: ", "number"),
        ("ngày 09 tháng 02", "place_date"),
        ("BÁO CÁO", "type_name"),
        ("Luật Tổ chức", "bases"),
        ("I. KẾT QUẢ", "section"),
        ("Các chỉ tiêu", "body"),
        ("Nơi nhận", "recipients_label"),
        ("Lưu: VT", "recipients"),
        ("CHỦ TỊCH", "authority"),
        ("Người Ký", "signer_name"),
    ],
)
def test_letters_are_those_of_the_law_file(words: str, kind: str) -> None:
    look = RULES.letters[kind]
    run = line_with(opened(), words).runs[0]
    got = (run.font.name, run.font.size, bool(run.bold), bool(run.italic))
    assert got == (RULES.words["typeface"].use, Pt(look.size), look.bold, look.italic)
    fonts = run._r.rPr.rFonts
    assert fonts.get(qn("w:eastAsia")) == fonts.get(qn("w:cs")) == "Times New Roman"


def test_running_text_is_justified_indented_and_spaced() -> None:
    """II.6: canh đều hai lề, lùi đầu dòng 1 hoặc 1,27 cm, đoạn cách tối thiểu 6pt."""
    line = line_with(opened(), "Các chỉ tiêu")
    form = line.paragraph_format
    assert line.alignment == WD_ALIGN_PARAGRAPH.JUSTIFY
    assert form.first_line_indent == pytest.approx(Mm(12.7), abs=700)
    assert form.space_after == Pt(6)
    assert form.line_spacing == pytest.approx(RULES.measure["line_spacing"].use, abs=0.01)


def test_the_number_shows_on_every_page_but_the_first() -> None:
    section = opened().sections[0]
    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml
    assert section.header.paragraphs[0].alignment == WD_ALIGN_PARAGRAPH.CENTER
    assert section.header.paragraphs[0].runs[0].font.size == Pt(RULES.letters["page_number"].size)


def test_the_lines_of_the_head_have_the_lengths_of_the_decree() -> None:
    """II.1: as long as the motto; II.2, II.5: a third to a half of the words above."""
    document = opened()
    ruled = [line for line in lines_of(document) if line._p.find(f"{qn('w:pPr')}/{qn('w:pBdr')}") is not None]
    agency, motto, subject = ruled
    look = RULES.letters
    wide = {
        "motto": (motto, 99, width_of("Độc lập - Tự do - Hạnh phúc", look["national_motto"])),
        "agency": (agency, 66, width_of("PHƯỜNG BẮC HỒNG", look["agency"])),
        "subject": (
            subject,
            165,
            width_of("Kết quả thực hiện mục tiêu chất lượng năm 2021", look["subject"]),
        ),
    }
    shares = {}
    for name, (line, room, width) in wide.items():
        left = line.paragraph_format.left_indent
        assert left is not None
        assert left == line.paragraph_format.right_indent
        shares[name] = (Mm(room) - 2 * left) / Pt(width)
    assert shares["motto"] == pytest.approx(1, abs=0.02)
    assert 1 / 3 <= shares["agency"] <= 1 / 2
    assert 1 / 3 <= shares["subject"] <= 1 / 2


def test_a_number_may_not_be_broken_at_its_hyphen() -> None:
    line = line_with(opened(), "148/QĐ-UBND")
    run = next(run for run in line.runs if "148/" in run.text)
    assert run.text == "148/QĐ-UBND"
    assert run._r.find(qn("w:noBreakHyphen")) is not None


def test_a_table_repeats_its_head_and_keeps_its_rows_whole() -> None:
    document = opened(body=(a_table(30), Paragraph("Hết")))
    table = next(one for one in document.tables if len(one.columns) == 3)
    head, *rows = table.rows
    assert head._tr.trPr.find(qn("w:tblHeader")) is not None
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert [cell.text for cell in rows[29].cells] == ["hàng 30"] * 3
    assert table.style is not None
    assert table.style.name == "Table Grid"


def test_a_very_long_row_may_be_cut() -> None:
    table = TableBlock(("a",), (("từ " * 2000,),), (1,), ("left",))
    row = next(one for one in opened(body=(table,)).tables if len(one.columns) == 1).rows[1]
    assert row._tr.trPr is None


def test_markup_and_codes_are_written_letter_for_letter() -> None:
    table = TableBlock((HOSTILE,), ((HOSTILE,),), (1,), ("left",), (HOSTILE,))
    body = (
        Heading(1, "A"),
        Heading(2, HOSTILE),
        Paragraph(HOSTILE),
        Bullets((HOSTILE,)),
        Note(HOSTILE),
        table,
    )
    document = opened(body=(*body, Paragraph("Hết")), bases=(HOSTILE,), mark=HOSTILE, footer_note=HOSTILE)
    written = [line.text for line in lines_of(document)]
    assert sum(printable(HOSTILE).strip() in text for text in written) == 9
    assert "[U+0007]" in " ".join(written)
    assert document.sections[0].footer.paragraphs[0].text == printable(HOSTILE)


def test_an_annex_is_a_section_of_its_own_on_its_side_and_numbered_from_one() -> None:
    document = opened(annexes=(Annex("Số liệu", (a_table(3, 9),)), Annex("Khác", (a_table(1),))))
    text, first, second = document.sections
    assert [one.orientation for one in (text, first, second)] == [
        WD_ORIENT.PORTRAIT,
        WD_ORIENT.LANDSCAPE,
        WD_ORIENT.PORTRAIT,
    ]
    assert first.page_width == text.page_height
    for section in (text, first, second):
        (start,) = section._sectPr.findall(qn("w:pgNumType"))
        assert start.get(qn("w:start")) == "1"
        assert section.different_first_page_header_footer
    assert "SỐ LIỆU" in line_with(document, "Phụ lục I").text
    assert "(Kèm theo Báo cáo số 05/BC-UBND" in line_with(document, "Kèm theo").text


def test_the_last_words_stay_with_the_signature() -> None:
    document = opened(body=(Paragraph("Một."), Paragraph("Trên đây là báo cáo.")))
    assert line_with(document, "Trên đây").paragraph_format.keep_with_next
    assert not line_with(document, "Một.").paragraph_format.keep_with_next
    assert document.tables[-1].rows[0]._tr.trPr.find(qn("w:cantSplit")) is not None


def test_the_same_paper_gives_the_same_bytes() -> None:
    paper = a_report(a_table(5), Paragraph("Hết"), annexes=(Annex("A", (a_table(2, 9),)),))
    assert to_docx(paper) == to_docx(paper)


def test_the_file_tells_the_papers_title_author_and_day_and_no_clock() -> None:
    packed = to_docx(a_report())
    about = docx.Document(io.BytesIO(packed)).core_properties
    assert about.title == "Báo cáo Kết quả thực hiện mục tiêu chất lượng năm 2021"
    assert about.author == "Ủy ban nhân dân phường Bắc Hồng"
    assert about.language == "vi-VN"
    assert about.created is not None
    assert about.created.date() == date(2021, 2, 9)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_headings_can_be_walked() -> None:
    document = opened(body=(Heading(1, "I. Một"), Heading(2, "1. Hai"), Paragraph("Hết")))
    styles = [
        (line.style.name, line.text) for line in lines_of(document) if line.style.name.startswith("Heading")
    ]
    assert [name for name, _ in styles] == ["Heading 1", "Heading 2", "Heading 3"]
    assert styles[1][1] == "I. MỘT"


def test_a_paper_with_nothing_in_it_still_opens() -> None:
    document = docx.Document(io.BytesIO(to_docx(a_report(Bullets(()), bases=(), recipients=()))))
    text = " ".join(line.text for line in lines_of(document))
    assert "Nơi nhận" not in text
    assert "BÁO CÁO" in text
