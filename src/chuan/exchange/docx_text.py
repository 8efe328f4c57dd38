"""Word's .docx: every line the paper shows, in the order it is read.

Parsed straight from the XML: no entity is resolved, nothing outside the file is fetched.
Left out on purpose: deleted revisions, hidden letters, field codes, footers, comments.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from chuan.exchange import archives
from chuan.exchange.docx_numbering import Numbering
from chuan.exchange.docx_styles import Looks, Styles, W, borders, looks_of, value
from chuan.exchange.extracted import Align, BlockKind, Extracted
from chuan.exchange.kinds import Kind
from chuan.exchange.legacy import OldRuns
from chuan.exchange.limits import Limits
from chuan.exchange.text_builder import TextBuilder
from chuan.rules.refusals import FileUnreadable

_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_SKIPPED = frozenset(
    {
        f"{W}{tag}"
        for tag in (
            "del",
            "moveFrom",
            "pPr",
            "rPr",
            "instrText",
            "delText",
            "sdtPr",
            "tblPr",
            "trPr",
            "tcPr",
            "sectPr",
        )
    }
    | {f"{_MC}Fallback"}
)
_SIGNS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
_BOX = f"{W}txbxContent"


def read_docx(data: bytes, *, name: str, limits: Limits) -> Extracted:
    """Text, list marks and looks of a .docx. Raises FileUnreadable, FileBomb, TextTooLong."""
    with archives.opened(data, name=name, limits=limits) as archive:
        paper = Paper(archive, name, limits)
        paper.read()
    notes = ("footnotes",) if paper.has_footnotes else ()
    blocks = tuple(paper.out.blocks)
    return Extracted(paper.out.text, Kind.DOCX.value, 0, (), blocks, notes, old_letters=paper.old.told())


def parsed(data: bytes, *, name: str) -> etree._Element:
    """The root of an XML part; entities stay unresolved and nothing is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False,
        huge_tree=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise FileUnreadable(name=name) from None
    # Office never writes a DOCTYPE; who does is trying something.
    if root.getroottree().docinfo.internalDTD is not None:
        raise FileUnreadable(name=name)
    return root


@dataclass(frozen=True, slots=True)
class Seen:
    """A paragraph that was just read: ``text`` as it was kept ("" for a blank one) at offset ``start``."""

    start: int
    text: str
    runs: tuple[tuple[str, Looks], ...]
    looks: Looks
    cell: bool
    element: etree._Element


class Paper:
    """One document being read: its parts, its lists' counts, its lines so far.

    ``watch`` is told of every paragraph of the text, blank ones too.
    """

    def __init__(
        self, archive: zipfile.ZipFile, name: str, limits: Limits, watch: Callable[[Seen], None] | None = None
    ) -> None:
        self._watch = watch
        self._archive, self._name, self._limits = archive, name, limits
        self.styles = Styles(self.part("word/styles.xml"))
        self._numbering = Numbering(self.part("word/numbering.xml"))
        self.out = TextBuilder(limits.characters)
        self.has_footnotes = False
        self.old = OldRuns()

    def read(self) -> None:
        """Read the document into ``out``. Raises FileUnreadable, FileBomb, TextTooLong."""
        root = self.part("word/document.xml")
        body = None if root is None else root.find(f"{W}body")
        if body is None:
            raise FileUnreadable(name=self._name)
        for header in self._first_headers(body):
            self._blocks(header)
        self._blocks(body)
        self.has_footnotes = next(body.iter(f"{W}footnoteReference"), None) is not None

    def part(self, path: str) -> etree._Element | None:
        """The root of a part; None when the file has none."""
        data = archives.part(self._archive, path, name=self._name, limits=self._limits)
        return None if data is None else parsed(data, name=self._name)

    def _first_headers(self, body: etree._Element) -> Iterator[etree._Element]:
        """The header of the first page: some offices keep the letterhead there."""
        section = next(body.iter(f"{W}sectPr"), None)
        if section is None:
            return
        by_type = {ref.get(f"{W}type"): ref.get(f"{_R}id") for ref in section.findall(f"{W}headerReference")}
        first = section.find(f"{W}titlePg") is not None
        target = self.targets().get(by_type.get("first" if first else "default") or "")
        header = None if target is None else self.part(target)
        if header is not None and next(header.iter(f"{W}tbl"), None) is not None:
            yield header

    def targets(self) -> dict[str, str]:
        """Addresses of the document's parts by relation id; outside addresses are not followed."""
        root = self.part("word/_rels/document.xml.rels")
        if root is None:
            return {}
        inside = [r for r in root if r.get("TargetMode") != "External"]
        return {r.get("Id", ""): _path(r.get("Target", "")) for r in inside}

    def _blocks(self, parent: etree._Element, cell: bool = False) -> None:
        for child in parent:
            if child.tag == f"{W}p":
                self._paragraph(child, cell)
            elif child.tag == f"{W}tbl":
                self._table(child)
            elif child.tag not in _SKIPPED and isinstance(child.tag, str):
                self._blocks(child, cell)

    def _table(self, table: etree._Element) -> None:
        """Cells of a drawn table stand side by side, those of a layout table one below another."""
        drawn = self._is_drawn(table)
        for row in table_children(table, "tr"):
            for cell in table_children(row, "tc"):
                before = self.out.length
                self._blocks(cell, cell=True)
                if drawn and self.out.length > before:
                    self.out.next_cell()
            self.out.end_row()

    def _is_drawn(self, table: etree._Element) -> bool:
        properties = table.find(f"{W}tblPr")
        own = borders(properties)
        style = None if properties is None else value(properties, "tblStyle")
        return self.styles.has_borders(style or "") if own is None else own

    def _paragraph(self, paragraph: etree._Element, cell: bool) -> None:
        looks = self.styles.of_paragraph(paragraph.find(f"{W}pPr"))
        runs = list(self._runs(paragraph, looks))
        text = "".join(text for text, _ in runs)
        self.old.end_of_line(text)
        marker = self._numbering.marker(looks.list_id, looks.list_level)
        shown = [run for text, run in runs if text.strip()]
        start = self.out.length
        kept = self.out.add(
            f"{marker} {text}" if marker and text.strip() else text,
            kind=_kind(looks, marker, cell),
            align=looks.align or Align.START,
            bold=bool(shown) and all(run.bold for run in shown),
            italic=bool(shown) and all(run.italic for run in shown),
        )
        if self._watch:
            self._watch(Seen(start, kept, tuple(runs), looks, cell, paragraph))
        for box in _boxes(paragraph):
            self._blocks(box, cell)

    def _runs(self, parent: etree._Element, looks: Looks) -> Iterator[tuple[str, Looks]]:
        """Visible letters of a paragraph, each stretch with its looks; text boxes come later."""
        for child in parent:
            if child.tag == f"{W}r":
                yield from self._run(child, looks)
            elif child.tag not in _SKIPPED and child.tag != _BOX and isinstance(child.tag, str):
                yield from self._runs(child, looks)

    def _run(self, run: etree._Element, below: Looks) -> Iterator[tuple[str, Looks]]:
        properties = run.find(f"{W}rPr")
        style = None if properties is None else value(properties, "rStyle")
        looks = looks_of(properties).over(self.styles.named(style or "").over(below))
        if not looks.hidden:
            text = self.old.read("".join(_letters(run)), looks.font)
            yield (text.upper() if looks.caps else text), looks


def _letters(run: etree._Element) -> Iterator[str]:
    for child in run:
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in _SIGNS:
            yield _SIGNS[child.tag]
        elif child.tag == f"{W}sym":
            yield _symbol(child.get(f"{W}char", ""))


def _symbol(code: str) -> str:
    """A letter given by number; one of the private area means something in its own font only."""
    try:
        sign = chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""
    return "" if 0xE000 <= ord(sign) <= 0xF8FF else sign


def _boxes(paragraph: etree._Element) -> Iterator[etree._Element]:
    """Text boxes anchored in this paragraph, not those inside another box or the copy for old Word."""
    for box in paragraph.iter(_BOX):
        above = [a.tag for a in box.iterancestors() if a is not None]
        inner = above[: above.index(f"{W}p")] if f"{W}p" in above else above
        if f"{_MC}Fallback" not in inner and _owner(box) is paragraph:
            yield box


def _owner(box: etree._Element) -> etree._Element | None:
    return next(box.iterancestors(f"{W}p"), None)


def table_children(parent: etree._Element, tag: str) -> Iterator[etree._Element]:
    """Rows of a table or cells of a row, also those inside content controls."""
    for child in parent:
        if child.tag == f"{W}{tag}":
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from table_children(child, tag)


def _kind(looks: Looks, marker: str, cell: bool) -> BlockKind:
    if cell:
        return BlockKind.CELL
    if looks.outline is not None and looks.outline < 9:
        return BlockKind.HEADING
    return BlockKind.LIST_ITEM if marker else BlockKind.PARAGRAPH


def _path(target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else f"word/{target}"
