"""The text of a paper and its end in a Word file: bases, articles, recipients, signatures."""

from __future__ import annotations

from docx.table import _Cell
from docx.text.paragraph import Paragraph as Line

from chuan.paper import lines
from chuan.paper import word_parts as word
from chuan.paper.laying import laid
from chuan.paper.papers import Paper, Signer
from chuan.paper.word_blocks import Page


def draw_text(page: Page, paper: Paper) -> None:
    """Cell 6: who decides, on what bases, and the text."""
    gap = 2 * page.rules.measure["paragraph_gap"].use
    if paper.authority:
        page.line("issuing_authority", paper.authority, side="center", before=gap / 2, after=gap)
    for base in lines.ended(paper.bases):
        page.running(base, "bases")
    if paper.resolves:
        line = page.line("resolves", paper.resolves, side="center", before=gap / 2, after=gap)
        line.paragraph_format.keep_with_next = True
    last = None
    for block in laid(lines.ending(paper, page.rules)):
        last = page.draw(block)
    if isinstance(last, Line):
        last.paragraph_format.keep_with_next = True


def draw_end(page: Page, paper: Paper) -> None:
    """Recipients (9b, 12) and signature (7), side by side and never parted; two sign minutes."""
    second = paper.second_signer
    table = page.document.add_table(rows=2 if second else 1, cols=2)
    word.set_widths(table, [page.width / 2, page.width / 2], padding=0)
    for row in table.rows:
        word.keep_whole(row)
    if second:
        _sign(page, table.cell(0, 0), second)
        table.cell(0, 0).paragraphs[-1].paragraph_format.keep_with_next = True
    _sign(page, table.cell(0, 1), paper.signer)
    _draw_recipients(page, paper, table.cell(len(table.rows) - 1, 0))
    if paper.footer_note:
        page.line("foot", paper.footer_note, side="left", before=18)


def _sign(page: Page, cell: _Cell, signer: Signer) -> None:
    """Authority and position, room for the signature, and the name."""
    page.stack(cell, [("authority", line) for line in (*signer.authority, signer.position)], before=6)
    room = page.rules.measure["signature_room"].use * 72 / 25.4
    page.set_line(cell.add_paragraph(), "signer_name", signer.name, side="center", before=room)


def _draw_recipients(page: Page, paper: Paper, cell: _Cell) -> None:
    told = [("recipients", f"- {line}") for line in lines.ended(paper.recipients)]
    if told:
        told.insert(0, ("recipients_label", "Nơi nhận:"))
    if paper.drafter_mark:
        told.append(("drafter_mark", paper.drafter_mark))
    page.stack(cell, told, side="left", before=6)
