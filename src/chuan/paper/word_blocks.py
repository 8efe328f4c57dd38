"""The blocks of a paper's text, drawn into a Word file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from docx.document import Document
from docx.shared import Mm
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as Line

from chuan.law.paper import PaperRules
from chuan.paper import lines
from chuan.paper import word_parts as word
from chuan.paper.papers import Block, Bullets, Heading, Note, Paragraph, TableBlock

_LONG_CELL = 900
"""A row whose longest cell has more letters than this may be cut by the end of a page."""


class Page:
    """Where blocks are drawn: the document, the rules, and the width between the margins in mm."""

    def __init__(self, document: Document, rules: PaperRules, width: float) -> None:
        self.document = document
        self.rules = rules
        self.width = width

    def draw_all(self, blocks: Iterable[Block]) -> None:
        """Draw the blocks one after another."""
        for block in lines.levelled(blocks):
            self.draw(block)

    def draw(self, block: Block) -> Line | None:
        """Draw one block; returns its last line, None after a table."""
        match block:
            case Heading():
                return self._heading(block)
            case Paragraph():
                line = self.running(block.text, "bases" if block.italic else "body")
                line.paragraph_format.keep_with_next = lines.leads_on(block.text)
                return line
            case Bullets():
                drawn = [self.running(f"- {item}", "body") for item in block.items]
                return drawn[-1] if drawn else None
            case Note():
                return self.line("note", block.text, side="both", after=self._gap)
            case TableBlock():
                self._table(block)
        return None

    def running(self, text: str, kind: str) -> Line:
        """Running text: justified, first line indented, spaced as the decree says (II.6)."""
        line = self.line(kind, text, side="both", after=self._gap, spaced=True)
        line.paragraph_format.first_line_indent = Mm(self.rules.measure["first_line_indent"].use)
        return line

    def line(
        self,
        kind: str,
        text: str,
        *,
        side: str,
        style: str = "Normal",
        before: float = 0,
        after: float = 0,
        spaced: bool = False,
    ) -> Line:
        """A paragraph lettered as ``kind``; ``spaced`` gives it the line spacing of running text."""
        line = self.document.add_paragraph(style=style)
        self.set_line(line, kind, text, side=side, before=before)
        spacing = self.rules.measure["line_spacing"].use if spaced else 1
        word.space(line, before=before, after=after, lines=spacing)
        return line

    def set_line(
        self, line: Line, kind: str, text: str, *, side: str, before: float = 0, whole: bool = False
    ) -> None:
        """Write into a paragraph that is already there."""
        word.align(line, side)
        word.space(line, before=before)
        word.write(line, text, self.rules.letters[kind], self.rules, whole=whole)

    def stack(
        self,
        cell: _Cell,
        texts: Sequence[tuple[str, str]],
        *,
        side: str = "center",
        before: float = 0,
        whole: bool = False,
    ) -> None:
        """Write lines of (kind, text) into a cell, one paragraph each."""
        for place, (kind, text) in enumerate(texts):
            line = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
            self.set_line(line, kind, text, side=side, before=0 if place else before, whole=whole)

    @property
    def _gap(self) -> float:
        return self.rules.measure["paragraph_gap"].use

    def _heading(self, block: Heading) -> Line:
        kind, style = ("section", "Heading 2") if block.level == 1 else ("clause", "Heading 3")
        line = self.line(kind, block.text, side="left", style=style, before=self._gap, after=self._gap)
        line.paragraph_format.first_line_indent = Mm(self.rules.measure["first_line_indent"].use)
        line.paragraph_format.keep_with_next = True
        return line

    def _table(self, block: TableBlock) -> None:
        table = self.document.add_table(rows=1 + len(block.rows), cols=len(block.headers), style="Table Grid")
        total = sum(block.widths)
        widths = [self.width * share / total for share in block.widths]
        word.set_widths(table, widths, padding=self.rules.measure["table_cell_padding"].use)
        head, *rows = table.rows
        word.repeat_as_head(head)
        self._fill(head, block.headers, ["center"] * len(block.headers), "table_head")
        for row, texts in zip(rows, block.rows, strict=True):
            self._fill(row, texts, block.align, "table")
            if max(map(len, texts)) <= _LONG_CELL:
                word.keep_whole(row)
        for note in block.notes:
            self.line("note", note, side="both")
        word.space(self.document.add_paragraph(), lines=0.5)

    def _fill(self, row: _Row, texts: Sequence[str], sides: Sequence[str], kind: str) -> None:
        for cell, text, side in zip(row.cells, texts, sides, strict=True):
            self.set_line(cell.paragraphs[0], kind, text, side=side)
