"""The blocks of a paper's text, drawn into a Word file."""

from __future__ import annotations

from collections.abc import Sequence

from docx.document import Document
from docx.shared import Mm
from docx.table import _Cell, _Row
from docx.text.paragraph import Paragraph as Line

from chuan.law.paper import PaperRules
from chuan.paper import lines
from chuan.paper import word_parts as word
from chuan.paper.laying import Laid, Running, Title, laid, shares, sides
from chuan.paper.papers import Block, Bullets, Note, TableBlock

_LONG_CELL = 900
"""A row whose longest cell has more letters than this may be cut by the end of a page."""


class Page:
    """Where blocks are drawn: the document, the rules, and the width between the margins in mm."""

    def __init__(self, document: Document, rules: PaperRules, width: float) -> None:
        self.document = document
        self.rules = rules
        self.width = width

    def draw_all(self, blocks: Sequence[Block]) -> None:
        """Draw the blocks one after another."""
        for block in laid(blocks):
            self.draw(block)

    def draw(self, block: Laid) -> Line | None:
        """Draw one block; returns its last line, None after a table."""
        match block:
            case Title():
                return self._title(block)
            case Running(text, label, italic):
                line = self.running(text, "bases" if italic else "body", label=label)
                line.paragraph_format.keep_with_next = lines.leads_on(text)
                return line
            case Bullets(items, mark):
                drawn = [self.running(f"{mark} {item}", "body") for item in items]
                return drawn[-1] if drawn else None
            case Note(text):
                return self.line("note", text, side="both", after=self._gap)
            case TableBlock():
                self._table(block)
        return None

    def running(self, text: str, kind: str, *, label: str = "") -> Line:
        """Running text: justified, first line indented, spaced as the decree says (II.6)."""
        line = self.line(
            "article" if label else kind, label or text, side="both", after=self._gap, spaced=True
        )
        if label and text:
            word.write(line, f" {text}", self.rules.letters[kind], self.rules)
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
        self,
        line: Line,
        kind: str,
        text: str,
        *,
        side: str,
        before: float = 0,
        whole: bool = False,
        ink: str = "",
    ) -> None:
        """Write into a paragraph that is already there."""
        word.align(line, side)
        word.space(line, before=before)
        word.write(line, text, self.rules.letters[kind], self.rules, whole=whole, ink=ink)

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

    def _title(self, block: Title) -> Line:
        style, side = f"Heading {block.level + 1}", "center" if block.look == "part" else "left"
        over = block.over or block.text
        kind = "part_label" if block.over else block.look
        line = self.line(kind, over, side=side, style=style, before=self._gap, after=self._gap)
        if block.over and block.text:
            line.add_run().add_break()
            word.write(line, block.text, self.rules.letters[block.look], self.rules)
        if side == "left":
            line.paragraph_format.first_line_indent = Mm(self.rules.measure["first_line_indent"].use)
        line.paragraph_format.keep_with_next = True
        return line

    def _table(self, block: TableBlock) -> None:
        table = self.document.add_table(rows=1 + len(block.rows), cols=len(block.headers), style="Table Grid")
        told = shares(block)
        widths = [self.width * share / sum(told) for share in told]
        word.set_widths(table, widths, padding=self.rules.measure["table_cell_padding"].use)
        head, *rows = table.rows
        word.repeat_as_head(head)
        self._fill(head, block.headers, ["center"] * len(block.headers), "table_head")
        for row, texts in zip(rows, block.rows, strict=True):
            self._fill(row, texts, sides(block), "table")
            if max(map(len, texts)) <= _LONG_CELL:
                word.keep_whole(row)
        for note in block.notes:
            self.line("note", note, side="both")
        word.space(self.document.add_paragraph(), lines=0.5)

    def _fill(self, row: _Row, texts: Sequence[str], sides: Sequence[str], kind: str) -> None:
        for cell, text, side in zip(row.cells, texts, sides, strict=True):
            self.set_line(cell.paragraphs[0], kind, text, side=side)
