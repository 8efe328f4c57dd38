"""A paper as a Word file with the same layout, for offices that still edit before they sign."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import docx
from docx.document import Document
from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.text.paragraph import Paragraph as Line

from chuan.law.paper import PaperRules, paper_rules
from chuan.paper import lines
from chuan.paper import word_parts as word
from chuan.paper.letters import printable
from chuan.paper.papers import Annex, Paper
from chuan.paper.widths import width_of
from chuan.paper.word_blocks import Page

_LEFT_OF_HEAD = 0.4
"""Share of the width that the agency's side of the head takes."""

_STYLES = ("Normal", "Heading 1", "Heading 2", "Heading 3", "Header", "Footer")

_ZIP_DAY = (1980, 1, 1, 0, 0, 0)


def to_docx(paper: Paper) -> bytes:
    """Lay the paper out as .docx by Nghị định 30/2020/NĐ-CP, Phụ lục I; the same bytes for the same paper."""
    rules = paper_rules(paper.date)
    document = docx.Document()
    _describe(document, paper)
    _set_styles(document, rules)
    _set_page(document.sections[0], paper, rules, on_its_side=False)
    page = Page(document, rules, lines.text_width(rules, on_its_side=False))
    _draw_head(page, paper)
    _draw_title(page, paper)
    _draw_text(page, paper)
    _draw_end(page, paper)
    for place, annex in enumerate(paper.annexes):
        _draw_annex(document, paper, place, annex, rules)
    return _packed(document)


# The file


def _describe(document: Document, paper: Paper) -> None:
    day = paper.date or paper.made_on or date(1970, 1, 1)
    about = document.core_properties
    about.title, about.author = (
        printable(lines.title_of(paper))[:255],
        printable(" ".join(paper.agency))[:255],
    )
    about.created = about.modified = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the format knows UTC only
    about.last_modified_by, about.comments, about.language = "", "", "vi-VN"


def _set_styles(document: Document, rules: PaperRules) -> None:
    name = rules.words["typeface"].use
    for style in document.styles:
        if style.type != WD_STYLE_TYPE.PARAGRAPH or style.name not in _STYLES:
            continue
        style.font.name, style.font.size = name, Pt(rules.letters["body"].size)
        style.font.color.rgb = RGBColor(0, 0, 0)
        fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
        for key in [key for key in fonts.attrib if "Theme" in key]:
            del fonts.attrib[key]
        for script in ("ascii", "hAnsi", "eastAsia", "cs"):
            fonts.set(qn(f"w:{script}"), name)
    for language in document.styles.element.iter(qn("w:lang")):
        language.set(qn("w:val"), "vi-VN")


def _set_page(section: Section, paper: Paper, rules: PaperRules, *, on_its_side: bool) -> None:
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


def _packed(document: Document) -> bytes:
    """The file with no clock in it."""
    made, packed = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as given, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in given.namelist():
            entry = zipfile.ZipInfo(name, _ZIP_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            kept.writestr(entry, given.read(name))
    return packed.getvalue()


# Parts of the paper, from the top


def _draw_head(page: Page, paper: Paper) -> None:
    rules, words = page.rules, page.rules.words
    left, right = page.width * _LEFT_OF_HEAD, page.width * (1 - _LEFT_OF_HEAD)
    table = page.document.add_table(rows=2, cols=2)
    word.set_widths(table, [left, right], padding=0)
    agency = [("agency_above", paper.agency_above)] if paper.agency_above else []
    agency += [("agency", line) for line in paper.agency]
    page.stack(table.cell(0, 0), agency)
    nation = [("national_name", words["national_name"].use), ("national_motto", words["national_motto"].use)]
    page.stack(table.cell(0, 1), nation)
    _rule(page, table.cell(0, 0).add_paragraph(), "agency", paper.agency[-1], "agency_line", left)
    _rule(page, table.cell(0, 1).add_paragraph(), *nation[1], "national_motto_line", right)
    page.stack(table.cell(1, 0), [("number", lines.number_line(paper, rules))], before=6, whole=True)
    page.stack(table.cell(1, 1), [("place_date", lines.place_line(paper, rules))], before=6)


def _draw_title(page: Page, paper: Paper) -> None:
    title = page.line("type_name", paper.type_name, side="center", style="Heading 1", before=12)
    title.add_run().add_break()
    word.write(title, paper.subject, page.rules.letters["subject"], page.rules)
    _rule(page, page.document.add_paragraph(), "subject", paper.subject, "subject_line", page.width)
    word.space(page.document.add_paragraph(), lines=0.5)


def _draw_text(page: Page, paper: Paper) -> None:
    for base in lines.ended(paper.bases):
        page.running(base, "bases")
    last = None
    for block in lines.levelled(lines.closed(paper.body, page.rules)):
        last = page.draw(block)
    if isinstance(last, Line):
        last.paragraph_format.keep_with_next = True


def _draw_end(page: Page, paper: Paper) -> None:
    """Recipients and signature, side by side and never parted."""
    table = page.document.add_table(rows=1, cols=2)
    word.set_widths(table, [page.width / 2, page.width / 2], padding=0)
    word.keep_whole(table.rows[0])
    recipients = [("recipients", f"- {line}") for line in lines.ended(paper.recipients)]
    if recipients:
        page.stack(table.cell(0, 0), [("recipients_label", "Nơi nhận:"), *recipients], side="left", before=6)
    signed = [("authority", line) for line in (*paper.signer.authority, paper.signer.position)]
    page.stack(table.cell(0, 1), signed, before=6)
    room = page.rules.measure["signature_room"].use * 72 / 25.4
    name = table.cell(0, 1).add_paragraph()
    page.set_line(name, "signer_name", paper.signer.name, side="center", before=room)
    if paper.footer_note:
        page.line("foot", paper.footer_note, side="left", before=18)


def _draw_annex(document: Document, paper: Paper, place: int, annex: Annex, rules: PaperRules) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    for inherited in section._sectPr.findall(qn("w:pgNumType")):
        section._sectPr.remove(inherited)
    _set_page(section, paper, rules, on_its_side=annex.on_its_side)
    page = Page(document, rules, lines.text_width(rules, on_its_side=annex.on_its_side))
    label = page.line(
        "annex_label", lines.annex_label(paper, place), side="center", style="Heading 2", after=6
    )
    label.add_run().add_break()
    word.write(label, annex.title, rules.letters["annex_title"], rules)
    page.line("annex_reference", lines.annex_reference(paper, rules), side="center", after=6)
    page.draw_all(annex.blocks)


def _rule(page: Page, line: Line, kind: str, text: str, share: str, room: float) -> None:
    look = page.rules.letters[kind]
    words = printable(text.upper() if look.upper else text)
    length = min(width_of(words, look), room * 72 / 25.4) * page.rules.measure[share].use
    word.rule_under(line, length=length, room=room)
