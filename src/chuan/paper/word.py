"""A paper as a Word file with the same layout, for offices that still edit before they sign."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from functools import cache

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from chuan.law.paper import PaperRules, paper_rules
from chuan.paper import lines
from chuan.paper import word_parts as word
from chuan.paper.letters import printable
from chuan.paper.papers import Annex, Paper
from chuan.paper.word_blocks import Page
from chuan.paper.word_end import draw_end, draw_text
from chuan.paper.word_head import draw_annex_head, draw_head, draw_title

_STYLES = (
    "Normal",
    "Heading 1",
    "Heading 2",
    "Heading 3",
    "Heading 4",
    "Heading 5",
    "Heading 6",
    "Header",
    "Footer",
)

_OTHER_STYLES = ("Default Paragraph Font", "Normal Table", "No List", "Table Grid")

_UNUSED = ("/numbering", "/stylesWithEffects", "/thumbnail")
"""Parts of the library's empty file that name the styles left out here, or picture that file."""

_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def to_docx(paper: Paper) -> bytes:
    """Lay the paper out as .docx by Nghị định 30/2020/NĐ-CP, Phụ lục I; the same bytes for the same paper."""
    rules = paper_rules(paper.date)
    document = docx.Document(io.BytesIO(empty_file(rules.valid_from)))
    describe(document, paper)
    set_page(document.sections[0], paper, rules, on_its_side=False)
    page = Page(document, rules, lines.text_width(rules, on_its_side=False))
    draw_head(page, paper)
    draw_title(page, paper)
    draw_text(page, paper)
    draw_end(page, paper)
    for place, annex in enumerate(paper.annexes):
        _draw_annex(page, paper, place, annex)
    _write_contact(document, paper, rules)
    return packed(document)


# The file


def describe(document: Document, paper: Paper) -> None:
    """Write into the file what it is: title, agency, day."""
    day = paper.date or paper.made_on or date(1970, 1, 1)
    about = document.core_properties
    about.title, about.author = (
        printable(lines.title_of(paper))[:255],
        printable(" ".join(paper.agency))[:255],
    )
    about.created = about.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the format knows UTC only
    about.last_modified_by, about.comments, about.language = "", "", "vi-VN"


@cache
def empty_file(valid_from: date) -> bytes:
    """A file with the decree's styles, and no others: each style of a file costs time for every paragraph."""
    document, made = docx.Document(), io.BytesIO()
    _set_styles(document, paper_rules(valid_from))
    for related in (document.part.rels, document.part.package.rels):
        for key in [key for key, one in related.items() if one.reltype.endswith(_UNUSED)]:
            del related[key]
    document.save(made)
    return made.getvalue()


def _set_styles(document: Document, rules: PaperRules) -> None:
    name = rules.words["typeface"].use
    for style in list(document.styles):
        if style.name not in (*_STYLES, *_OTHER_STYLES):
            style.delete()
        elif style.type == WD_STYLE_TYPE.PARAGRAPH:
            _set_style(style, name, Pt(rules.letters["body"].size))
    styles = document.styles.element
    for link in list(styles.iter(qn("w:link"))):
        link.getparent().remove(link)
    for language in styles.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")


def _set_style(style: ParagraphStyle, name: str, size: Pt) -> None:
    style.font.name, style.font.size = name, size
    style.font.color.rgb = RGBColor(0, 0, 0)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for key in [key for key in fonts.attrib if "Theme" in key]:
        del fonts.attrib[key]
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)


def set_page(section: Section, paper: Paper, rules: PaperRules, *, on_its_side: bool) -> None:
    """Size, margins and what stands in them (Phụ lục I, Phần I, mục I)."""
    measure = {key: Mm(one.use) for key, one in rules.measure.items() if one.unit == "mm"}
    short, long = measure["page_width"], measure["page_height"]
    section.orientation = WD_ORIENT.LANDSCAPE if on_its_side else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = (long, short) if on_its_side else (short, long)
    section.top_margin, section.bottom_margin = measure["margin_top"], measure["margin_bottom"]
    section.left_margin, section.right_margin = measure["margin_left"], measure["margin_right"]
    section.header_distance = section.footer_distance = Mm(rules.measure["margin_top"].use / 2)
    section.different_first_page_header_footer = True
    word.number_from_one(section._sectPr)
    _set_margins_text(section, paper, rules)


def _set_margins_text(section: Section, paper: Paper, rules: PaperRules) -> None:
    """Number every page but the first; put the mark at the foot of all."""
    for part in (section.header, section.first_page_header, section.footer, section.first_page_footer):
        part.is_linked_to_previous = False
    word.page_number(section.header.paragraphs[0], rules.letters["page_number"], rules)
    for foot in (section.footer, section.first_page_footer):
        word.align(foot.paragraphs[0], "center")
        word.write(foot.paragraphs[0], paper.mark, rules.letters["foot"], rules)


def _write_contact(document: Document, paper: Paper, rules: PaperRules) -> None:
    """The agency's address at the foot of the first page, under a line (III.4)."""
    if not paper.contact:
        return
    foot = document.sections[0].first_page_footer
    first = foot.paragraphs[0]
    for place, words in enumerate(paper.contact):
        line = first.insert_paragraph_before()
        word.write(line, words, rules.letters["contact"], rules)
        if place == 0:
            word.line_above(line)


def _draw_annex(text: Page, paper: Paper, place: int, annex: Annex) -> None:
    document, rules = text.document, text.rules
    section = document.add_section(WD_SECTION.NEW_PAGE)
    for inherited in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(inherited)
    set_page(section, paper, rules, on_its_side=annex.on_its_side)
    page = Page(document, rules, lines.text_width(rules, on_its_side=annex.on_its_side))
    draw_annex_head(page, paper, place, annex)
    page.draw_all(annex.blocks)


def packed(document: Document) -> bytes:
    """The file with no clock in it."""
    made, packed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as given, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, given.read(name))
    return packed.getvalue()
