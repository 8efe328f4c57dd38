"""Word files give every line that the paper shows, in the order it is read."""

from __future__ import annotations

import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH
from tests.exchange import making
from tests.exchange.making import W, bare_docx, paragraph

from chuan.exchange.papers import Align, BlockKind, Extracted, extract


def read(data: bytes) -> Extracted:
    return extract(data, name="a.docx")


def body(xml: str, **more: bytes) -> str:
    return read(bare_docx(xml, **more)).text


def test_the_reference_typed_in_word_has_every_line_of_the_markdown() -> None:
    paper = read(making.reference_docx())
    got = paper.text.split("\n")
    missing = [line for line in making.lines_of(making.reference()) if line not in got]
    assert missing == []
    assert got[:6] == [
        "ỦY BAN NHÂN DÂN",
        "PHƯỜNG BẮC HỒNG",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: /QĐ-UBND",
        "Bắc Hồng, ngày 19 tháng 02 năm 2021",
    ]


def test_blocks_cover_the_lines_and_say_how_they_looked() -> None:
    paper = read(making.reference_docx())
    shown = {paper.text[b.start : b.end]: b for b in paper.blocks}
    assert (shown["QUYẾT ĐỊNH"].align, shown["QUYẾT ĐỊNH"].bold) == (Align.CENTER, True)
    assert shown["Số: /QĐ-UBND"].kind is BlockKind.CELL
    assert shown["- Như Điều 3;"].kind is BlockKind.LIST_ITEM
    assert next(b for text, b in shown.items() if text.startswith("Căn cứ Luật")).italic
    assert not next(b for text, b in shown.items() if text.startswith("Điều 1.")).bold
    between = "".join(
        paper.text[a.end : b.start] for a, b in zip(paper.blocks, paper.blocks[1:], strict=False)
    )
    assert set(between) == {"\n"}


def test_automatic_numbers_of_several_levels_are_shown_as_word_shows_them() -> None:
    document = making.new_word()
    making.add_list_kind(
        document,
        77,
        ("upperRoman", "%1."),
        ("decimal", "%2."),
        ("lowerLetter", "%3)"),
        ("decimal", "%2.%3.%4"),
    )
    for level in (0, 1, 2, 2, 1, 2, 3, 0, 1):
        making.list_paragraph(document, "x", 77, level)
    marks = [line.removesuffix(" x") for line in read(making.word_bytes(document)).text.split("\n")]
    assert marks == ["I.", "1.", "a)", "b)", "2.", "a)", "2.a.1", "II.", "1."]


def test_two_lists_of_one_kind_go_on_counting_unless_one_restarts() -> None:
    document = making.new_word()
    making.add_list_kind(document, 77, ("decimal", "%1."))
    numbering = document.part.numbering_part.element
    restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    for number, inside in ((78, ""), (79, restart)):
        xml = f'<w:num {W} w:numId="{number}"><w:abstractNumId w:val="77"/>{inside}</w:num>'
        numbering.append(making.parse_xml(xml))
    for number in (77, 78, 79, 79):
        making.list_paragraph(document, "x", number)
    assert read(making.word_bytes(document)).text.split("\n") == ["1. x", "2. x", "5. x", "6. x"]


@pytest.mark.parametrize(
    ("counts", "shows", "mark"),
    [
        ("bullet", "-", "-"),
        ("bullet", "\uf0b7", "•"),
        ("bullet", "\uf0fc", "✓"),
        ("bullet", "\uf099", "•"),
        ("bullet", "+", "+"),
        ("decimalZero", "%1)", "01)"),
        ("upperLetter", "%1.", "A."),
        ("lowerRoman", "(%1)", "(i)"),
        ("none", "Điều", "Điều"),
        ("decimal", "Điều %1.", "Điều 1."),
        ("chicago", "%1", "1"),
    ],
)
def test_marks_of_every_form(counts: str, shows: str, mark: str) -> None:
    document = making.new_word()
    making.add_list_kind(document, 77, (counts, shows))
    making.list_paragraph(document, "x", 77)
    assert read(making.word_bytes(document)).text == f"{mark} x"


def test_a_number_that_comes_from_the_style_is_shown_too() -> None:
    document = making.new_word()
    making.add_list_kind(document, 77, ("decimal", "Điều %1."))
    style = document.styles.add_style("Article", 1)
    numbered = making.list_paragraph(document, "", 77)._p.pPr
    style.element.get_or_add_pPr().append(numbered.numPr)
    document.add_paragraph("Ban hành", style="Article")
    document.add_paragraph("Hiệu lực", style="Article")
    assert read(making.word_bytes(document)).text.split("\n") == ["Điều 1. Ban hành", "Điều 2. Hiệu lực"]


def test_cells_of_a_drawn_table_stand_beside_each_other_after_tabs() -> None:
    document = making.new_word()
    table = document.add_table(rows=2, cols=3, style="Table Grid")
    for cell, text in zip(table._cells, ["TT", "Chỉ tiêu", "Mức", "1", "Hộ nghèo", ""], strict=True):
        cell.text = text
    document.add_paragraph("Sau bảng")
    assert read(making.word_bytes(document)).text == "TT\tChỉ tiêu\tMức\n1\tHộ nghèo\nSau bảng"


def test_cells_of_a_layout_table_stand_below_each_other() -> None:
    document = making.new_word()
    table = document.add_table(rows=1, cols=2)
    table.cell(0, 0).text, table.cell(0, 1).text = "Nơi nhận:\n- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"
    assert read(making.word_bytes(document)).text.split("\n") == [
        "Nơi nhận:",
        "- Lưu: VT.",
        "TM. ỦY BAN NHÂN DÂN",
        "CHỦ TỊCH",
    ]


def test_a_table_inside_a_cell_is_read_in_its_place() -> None:
    document = making.new_word()
    outer = document.add_table(rows=1, cols=2)
    outer.cell(0, 0).text = "trước"
    outer.cell(0, 0).add_table(1, 1).cell(0, 0).text = "trong"
    outer.cell(0, 1).text = "sau"
    assert read(making.word_bytes(document)).text.split("\n") == ["trước", "trong", "sau"]


def test_paragraphs_and_tables_keep_their_order() -> None:
    document = making.new_word()
    document.add_paragraph("một")
    document.add_table(rows=1, cols=1).cell(0, 0).text = "hai"
    document.add_paragraph("ba")
    assert read(making.word_bytes(document)).text == "một\nhai\nba"


def test_a_letterhead_in_the_header_of_the_first_page_is_read_first() -> None:
    document = making.new_word()
    section = document.sections[0]
    section.different_first_page_header_footer = True
    section.first_page_header.add_table(1, 1, section.page_width).cell(0, 0).text = "ỦY BAN NHÂN DÂN"
    section.header.paragraphs[0].text = "2"
    document.add_paragraph("QUYẾT ĐỊNH")
    assert read(making.word_bytes(document)).text == "ỦY BAN NHÂN DÂN\nQUYẾT ĐỊNH"


def test_text_boxes_are_read_once_though_word_stores_them_twice() -> None:
    box = f"<w:txbxContent>{paragraph('Số: 12/QĐ-UBND')}</w:txbxContent>"
    xml = (
        '<w:p xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
        'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
        'xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:t>Thân</w:t></w:r><w:r><mc:AlternateContent>'
        f'<mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    assert body(xml) == "Thân\nSố: 12/QĐ-UBND"


def test_breaks_tabs_and_signs_are_letters_too() -> None:
    xml = (
        "<w:p><w:r><w:t>Thu</w:t><w:tab/><w:t>8.550</w:t><w:br/><w:t>một</w:t><w:noBreakHyphen/><w:t>hai</w:t>"
        '<w:softHyphen/><w:sym w:font="Arial" w:char="2265"/><w:sym w:font="Wingdings" w:char="F0FC"/>'
        '<w:sym w:font="x" w:char="zz"/></w:r></w:p>'
    )
    assert body(xml) == "Thu\t8.550\nmột-hai≥"


def test_words_split_over_runs_links_and_fields_are_whole() -> None:
    xml = (
        "<w:p><w:r><w:t>QUY</w:t></w:r><w:r><w:t>ẾT</w:t></w:r>"
        "<w:hyperlink><w:r><w:t> ĐỊNH</w:t></w:r></w:hyperlink>"
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DATE </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t> 2021</w:t></w:r>'
        '<w:fldSimple w:instr="PAGE"><w:r><w:t> x</w:t></w:r></w:fldSimple></w:p>'
    )
    assert body(xml.replace("<w:t> ", '<w:t xml:space="preserve"> ')) == "QUYẾT ĐỊNH 2021 x"


def test_deleted_and_hidden_letters_are_not_read_inserted_ones_are() -> None:
    xml = (
        "<w:p><w:del><w:r><w:delText>90</w:delText></w:r></w:del><w:ins><w:r><w:t>95</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>ẩn</w:t></w:r></w:p>"
        f"<w:sdt><w:sdtPr/><w:sdtContent>{paragraph('trong ô')}</w:sdtContent></w:sdt>"
    )
    assert body(xml) == "95\ntrong ô"


def test_letters_shown_as_capitals_are_capitals() -> None:
    xml = "<w:p><w:r><w:rPr><w:caps/></w:rPr><w:t>Quyết định</w:t></w:r><w:r><w:t> số</w:t></w:r></w:p>"
    assert body(xml.replace("<w:t> ", '<w:t xml:space="preserve"> ')) == "QUYẾT ĐỊNH số"


def test_looks_are_inherited_from_styles_and_may_be_taken_back() -> None:
    document = making.new_word()
    style = document.styles.add_style("Boss", 1)
    style.font.bold, style.paragraph_format.alignment = True, WD_ALIGN_PARAGRAPH.RIGHT
    document.add_paragraph("đậm", style="Boss")
    document.add_paragraph("", style="Boss").add_run("nhạt").bold = False
    document.add_heading("Đầu đề", 2)
    blocks = read(making.word_bytes(document)).blocks
    assert [(b.bold, b.align) for b in blocks[:2]] == [(True, Align.END), (False, Align.END)]
    assert blocks[2].kind is BlockKind.HEADING


def test_a_loop_of_styles_ends() -> None:
    styles = (
        f'<w:styles {W}><w:style w:styleId="a"><w:basedOn w:val="b"/></w:style>'
        '<w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>'
    )
    xml = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>chữ</w:t></w:r></w:p>'
    assert body(xml, word__styles_dot_xml=styles.encode()) == "chữ"


def test_footnotes_left_out_are_noted() -> None:
    with_note = '<w:p><w:r><w:t>chữ</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    assert read(bare_docx(with_note)).notes == ("footnotes",)
    assert read(bare_docx(paragraph("chữ"))).notes == ()


def test_spaces_that_only_moved_letters_about_are_cleaned() -> None:
    assert body(paragraph("   Số:        /QĐ-UBND  ")) == "Số: /QĐ-UBND"
