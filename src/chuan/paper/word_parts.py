"""Runs, lines, borders and fields of a Word file: what python-docx has no word for."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from functools import lru_cache
from typing import Any

from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor
from docx.table import Table, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from chuan.law.paper import Letters, PaperRules
from chuan.paper.letters import pieces, printable

SIDES = {
    "left": WD_ALIGN_PARAGRAPH.LEFT,
    "center": WD_ALIGN_PARAGRAPH.CENTER,
    "right": WD_ALIGN_PARAGRAPH.RIGHT,
    "both": WD_ALIGN_PARAGRAPH.JUSTIFY,
}
_POINT_IN_MM = 25.4 / 72


def write(
    paragraph: Paragraph, text: str, look: Letters, rules: PaperRules, *, whole: bool = False, ink: str = ""
) -> None:
    """Add the text as the decree letters it; numbers with their symbols keep to one line.

    ``ink`` is a colour as "ff0000"; "" leaves the black of the style.
    """
    shown = printable(text.upper() if look.upper else text)
    for piece in pieces(shown):
        run = paragraph.add_run()
        _letter(run, look, rules)
        if piece.kept or whole:
            _add_unbroken(run, piece.text)
        else:
            run.text = piece.text
        if ink:
            run.font.color.rgb = RGBColor.from_string(ink.upper())


def align(paragraph: Paragraph, side: str) -> None:
    """Set the side the lines keep to: left, center, right, both."""
    paragraph.alignment = SIDES[side]


def space(paragraph: Paragraph, *, before: float = 0, after: float = 0, lines: float = 1) -> None:
    """Points above and below the paragraph, and its line spacing."""
    form = paragraph.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), lines


def rule_under(paragraph: Paragraph, *, length: float, room: float) -> None:
    """Make the empty paragraph a solid line, ``length`` points long in the middle of ``room`` mm."""
    side = max(0.0, (room - length * _POINT_IN_MM) / 2)
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(side)
    space(paragraph)
    form.line_spacing = Pt(3)
    _border(paragraph, ("bottom",), weight=6)


def box(paragraph: Paragraph, *, ink: str, width: float, room: float, height: float) -> None:
    """Frame the line: ``width`` by ``height`` mm in the middle of ``room`` mm, in the ink "ff0000"."""
    form = paragraph.paragraph_format
    form.left_indent = form.right_indent = Mm(max(0.0, (room - width) / 2))
    form.line_spacing = Mm(height)
    _border(paragraph, ("top", "left", "bottom", "right"), weight=8, ink=ink)


def line_above(paragraph: Paragraph) -> None:
    """A thin line over the paragraph, from margin to margin."""
    _border(paragraph, ("top",), weight=4)


def _border(paragraph: Paragraph, sides: Sequence[str], *, weight: int, ink: str = "000000") -> None:
    """Lines at the sides of the paragraph, ``weight`` eighths of a point thick."""
    borders: Any = OxmlElement("w:pBdr")
    for side in sides:
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", str(weight)), ("space", "0"), ("color", ink)):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    paragraph._p.get_or_add_pPr().insert_element_before(
        borders, "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:spacing", "w:ind", "w:jc", "w:rPr"
    )


def page_number(paragraph: Paragraph, look: Letters, rules: PaperRules) -> None:
    """Put the number of the page in the middle."""
    align(paragraph, "center")
    field(paragraph, "PAGE", look, rules)


def field(paragraph: Paragraph, name: str, look: Letters, rules: PaperRules) -> None:
    """Add what Word reckons itself: PAGE, NUMPAGES."""
    for kind, text in (("begin", ""), ("", name), ("end", "")):
        run = paragraph.add_run()
        _letter(run, look, rules)
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)


def number_from_one(section_properties: Any) -> None:
    """Let the section's pages be numbered from 1."""
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    columns = section_properties.find(qn("w:cols"))
    columns.addprevious(start)


def repeat_as_head(row: _Row) -> None:
    """Repeat the row at the top of every page that the table reaches."""
    _mark_row(row, "w:tblHeader")


def keep_whole(row: _Row) -> None:
    """Never cut the row by the end of a page."""
    _mark_row(row, "w:cantSplit")


def set_widths(table: Table, widths: list[float], *, padding: float) -> None:
    """Fix the columns' widths in mm (Word asks the grid, LibreOffice the cells) and the padding in points."""
    table.autofit = False
    table.alignment = WD_TABLE_ALIGNMENT.CENTER
    _pad(table, padding)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)


def _letter(run: Run, look: Letters, rules: PaperRules) -> None:
    run._r.insert(0, deepcopy(_look_of(look, rules.words["typeface"].use)))


@lru_cache(maxsize=64)
def _look_of(look: Letters, name: str) -> Any:
    """The properties of a run, made once for each kind of letters: building them is what costs time."""
    properties: Any = OxmlElement("w:rPr")
    fonts = properties.get_or_add_rFonts()
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), name)
    for switch, on in (("w:b", look.bold), ("w:i", look.italic)):
        mark = OxmlElement(switch)
        mark.set(qn("w:val"), "true" if on else "false")
        properties.append(mark)
    size = OxmlElement("w:sz")
    size.set(qn("w:val"), str(round(look.size * 2)))
    properties.append(size)
    return properties


def _add_unbroken(run: Run, text: str) -> None:
    """Add text whose hyphens and spaces Word may not break at."""
    for place, part in enumerate(text.split("-")):
        if place:
            run._r.append(OxmlElement("w:noBreakHyphen"))
        if part:
            run._r.add_t(part)


def _pad(table: Table, padding: float) -> None:
    margins: Any = OxmlElement("w:tblCellMar")
    for side, points in (
        ("top", padding / 2),
        ("left", padding),
        ("bottom", padding / 2),
        ("right", padding),
    ):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(round(points * 20)))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def _mark_row(row: _Row, name: str) -> None:
    properties = row._tr.get_or_add_trPr()
    mark = OxmlElement(name)
    mark.set(qn("w:val"), "true")
    properties.append(mark)
