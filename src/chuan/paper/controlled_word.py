"""A controlled document as a Word file with the same head on every page, for whoever revises it next."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx
from docx.shared import Mm
from docx.table import _Cell

from chuan.law.paper import paper_rules
from chuan.paper import lines
from chuan.paper import word_parts as word
from chuan.paper.controlled import CHANGES, HEADS, ControlledPaper, plain
from chuan.paper.word import describe, empty_file, packed, set_page
from chuan.paper.word_blocks import Page

_HEAD = (3.0, 5.0, 3.4)
"""Shares of the three cells at the top of every page."""


def controlled_docx(paper: ControlledPaper) -> bytes:
    """The revision as .docx, the same bytes for the same revision. Call it outside any transaction."""
    rules, paper_of_text = paper_rules(), plain(paper)
    document = docx.Document(io.BytesIO(empty_file(rules.valid_from)))
    describe(document, paper_of_text)
    set_page(document.sections[0], paper_of_text, rules, on_its_side=False)
    page = Page(document, rules, lines.text_width(rules, on_its_side=False))
    _draw_head(page, paper)
    title = page.line("type_name", paper.title, side="center", style="Heading 1", after=6)
    title.paragraph_format.keep_with_next = True
    _draw_table(page, (1, 2, 2, 2), HEADS, paper.answering_rows)
    if paper.changes:
        _draw_table(page, (1.2, 1.4, 5), CHANGES, paper.changes)
    page.draw_all(paper.body)
    return packed(document)


def _draw_head(page: Page, paper: ControlledPaper) -> None:
    """The stamp and the box of identification, in the header of every page, the first too."""
    section = page.document.sections[0]
    section.different_first_page_header_footer = False
    section.header_distance = Mm(10)
    header = section.header
    first = header.paragraphs[0]
    for run in list(first.runs):
        run._r.getparent().remove(run._r)
    page.set_line(first, "table_head", paper.stamp, side="center", ink="b3261e" if paper.stamp else "")
    table = header.add_table(rows=1, cols=3, width=Mm(page.width))
    table.style = page.document.styles["Table Grid"]
    word.set_widths(table, [page.width * share / sum(_HEAD) for share in _HEAD], padding=4)
    agency, title, facts = table.rows[0].cells
    page.stack(agency, [("table_head", line.upper()) for line in paper.agency])
    page.stack(title, [("table_head", paper.title.upper())])
    page.stack(facts, [("table", f"{label}: {value}") for label, value in paper.facts], side="left")
    _draw_page_line(page, facts)
    page.set_line(header.add_paragraph(), "table", "", side="left")


def _draw_page_line(page: Page, cell: _Cell) -> None:
    look = page.rules.letters["table"]
    line = cell.add_paragraph()
    page.set_line(line, "table", "Trang: ", side="left")
    word.field(line, "PAGE", look, page.rules)
    word.write(line, "/", look, page.rules)
    word.field(line, "NUMPAGES", look, page.rules)


def _draw_table(
    page: Page, shares: Sequence[float], heads: Sequence[str], rows: Sequence[Sequence[str]]
) -> None:
    table = page.document.add_table(rows=1 + len(rows), cols=len(heads), style="Table Grid")
    word.set_widths(table, [page.width * share / sum(shares) for share in shares], padding=4)
    for place, (row, texts) in enumerate(zip(table.rows, (heads, *rows), strict=True)):
        word.keep_whole(row)
        for cell, text in zip(row.cells, texts, strict=True):
            page.set_line(
                cell.paragraphs[0],
                "table" if place else "table_head",
                text,
                side="center" if place == 0 else "left",
            )
    word.space(page.document.add_paragraph(), lines=0.5)
