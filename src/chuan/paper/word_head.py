"""The head of a paper in a Word file: agency and nation, number and date, name, addressees."""

from __future__ import annotations

from docx.shared import Mm
from docx.table import _Cell
from docx.text.paragraph import Paragraph as Line

from chuan.paper import lines
from chuan.paper import word_parts as word
from chuan.paper.letters import printable
from chuan.paper.papers import Annex, Paper
from chuan.paper.widths import width_of
from chuan.paper.word_blocks import Page

_LEFT_OF_HEAD = 0.4
"""Share of the width that the agency's side of the head takes."""

_TO_INDENT = 25.0
"""How far "Kính gửi:" stands in when several are addressed, in millimetres."""

_MM = 72 / 25.4


def draw_head(page: Page, paper: Paper) -> None:
    """Cells 1 to 4, and under the number the subject of a letter (5b) and the boxes (10b, 11)."""
    left, right = _draw_names(page, paper, rows=2)
    number = lines.number_line(paper, page.rules)
    page.stack(left, [("number", number)], before=6, whole=True)
    if paper.layout != "minutes":
        page.stack(right, [("place_date", lines.place_line(paper, page.rules))], before=6)
    if paper.layout == "letter":
        subject = left.add_paragraph(style="Heading 1")
        gap = page.rules.measure["letter_subject_gap"].use
        page.set_line(subject, "letter_subject", lines.subject_line(paper), side="center", before=gap)
    _draw_boxes(page, paper, left)


def draw_title(page: Page, paper: Paper) -> None:
    """Cells 5a and 9a: the type and its subject, then whom it is sent to."""
    if paper.layout != "letter":
        _draw_name(page, paper)
    _draw_addressees(page, lines.addressed(paper.to))


def draw_annex_head(page: Page, paper: Paper, place: int, annex: Annex) -> None:
    """ "Phụ lục II" and its title, or the head and name of an attached paper; then what it goes with."""
    kinds = ("type_name", "subject") if annex.type_name else ("annex_label", "annex_title")
    if annex.type_name:
        _draw_names(page, paper, rows=1)
    named = page.line(
        kinds[0], lines.annex_label(paper, place), side="center", style="Heading 2", before=6, after=6
    )
    if annex.title:
        named.add_run().add_break()
        word.write(named, annex.title, page.rules.letters[kinds[1]], page.rules)
    reference = lines.annex_reference(paper, page.rules, annex)
    page.line("annex_reference", reference, side="center", after=0 if annex.type_name else 6)
    if annex.type_name:
        _rule(page, page.document.add_paragraph(), "annex_reference", reference, "subject_line", page.width)
        word.space(page.document.add_paragraph(), lines=0.5)


def _draw_names(page: Page, paper: Paper, *, rows: int) -> tuple[_Cell, _Cell]:
    """Agency and nation side by side; returns the two cells of the last row."""
    words = page.rules.words
    left, right = page.width * _LEFT_OF_HEAD, page.width * (1 - _LEFT_OF_HEAD)
    table = page.document.add_table(rows=rows, cols=2)
    word.set_widths(table, [left, right], padding=0)
    agency = [("agency_above", paper.agency_above)] if paper.agency_above else []
    agency += [("agency", line) for line in paper.agency]
    page.stack(table.cell(0, 0), agency)
    nation = [("national_name", words["national_name"].use), ("national_motto", words["national_motto"].use)]
    page.stack(table.cell(0, 1), nation)
    _rule(page, table.cell(0, 0).add_paragraph(), "agency", paper.agency[-1], "agency_line", left)
    _rule(page, table.cell(0, 1).add_paragraph(), *nation[1], "national_motto_line", right)
    return table.cell(rows - 1, 0), table.cell(rows - 1, 1)


def _draw_boxes(page: Page, paper: Paper, cell: _Cell) -> None:
    room = page.width * _LEFT_OF_HEAD
    height = page.rules.measure["urgency_height"].use
    if paper.urgency:
        _draw_box(page, cell, "urgency", paper.urgency, page.rules.measure[paper.urgency].use)
    if paper.handling:
        look = page.rules.letters["handling"]
        width = width_of(printable(paper.handling.upper()), look) / _MM + height / 2
        _draw_box(page, cell, "handling", paper.handling, min(width, room))


def _draw_box(page: Page, cell: _Cell, kind: str, text: str, width: float) -> None:
    ink = page.rules.words["urgency_ink"].use if kind == "urgency" else "#000000"
    line = cell.add_paragraph()
    page.set_line(line, kind, text, side="center", before=6, ink=ink.lstrip("#"))
    height = page.rules.measure["urgency_height"].use
    word.box(line, ink=ink.lstrip("#"), width=width, room=page.width * _LEFT_OF_HEAD, height=height)


def _draw_name(page: Page, paper: Paper) -> None:
    title = page.line("type_name", paper.type_name, side="center", style="Heading 1", before=12)
    kind, text = ("subject", paper.subject) if paper.subject else ("type_name", paper.type_name)
    if paper.subject:
        title.add_run().add_break()
        word.write(title, paper.subject, page.rules.letters["subject"], page.rules)
    _rule(page, page.document.add_paragraph(), kind, text, "subject_line", page.width)
    word.space(page.document.add_paragraph(), lines=0.5)


def _draw_addressees(page: Page, to: tuple[str, ...]) -> None:
    if len(to) == 1:
        page.line("to", f"Kính gửi: {to[0]}", side="center", before=12, after=6)
    elif to:
        indent = _TO_INDENT + width_of("Kính gửi", page.rules.letters["to"]) / _MM
        call = page.line("to", "Kính gửi:", side="left", before=12)
        call.paragraph_format.left_indent = Mm(_TO_INDENT)
        for place, one in enumerate(to):
            line = page.line("to", f"- {one}", side="left", after=6 if place == len(to) - 1 else 0)
            line.paragraph_format.left_indent = Mm(indent)


def _rule(page: Page, line: Line, kind: str, text: str, share: str, room: float) -> None:
    look = page.rules.letters[kind]
    words = printable(text.upper() if look.upper else text)
    length = min(width_of(words, look), room * _MM) * page.rules.measure[share].use
    word.rule_under(line, length=length, room=room)
