"""Tables of a .docx with the lines above each; runs in the reading process."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from chuan.exchange import archives
from chuan.exchange.docx_styles import W
from chuan.exchange.docx_text import parsed, table_children
from chuan.exchange.limits import Limits
from chuan.exchange.sheet_types import CellValue
from chuan.exchange.table_types import RawTable, RowsInOrder, TableFile
from chuan.rules.refusals import FileUnreadable, TableMissing

_LONGEST_SPAN = 200
# A table this short is a letterhead or a title: what it says belongs to the next table too.
_LETTERHEAD_ROWS = 3


def read_word_tables(data: bytes, *, name: str, limits: Limits) -> TableFile:
    """Each outer table, the paragraphs above it as rows of one cell numbered 0.

    Raises FileUnreadable, FileBomb, TableTooLong, TableMissing.
    """
    with archives.opened(data, name=name, limits=limits) as archive:
        part = archives.part(archive, "word/document.xml", name=name, limits=limits)
    body = None if part is None else parsed(part, name=name).find(f"{W}body")
    if body is None:
        raise FileUnreadable(name=name)
    tables = tuple(_tables(body, limits))
    if not any(len(row) > 1 for table in tables for row in table.rows):
        raise TableMissing(name=name)
    return TableFile(tables)


def _tables(body: etree._Element, limits: Limits) -> Iterator[RawTable]:
    above: list[str] = []
    count = 0
    for block in _blocks(body):
        if block.tag == f"{W}p":
            above.append(_text(block))
            continue
        count += 1
        name = f"bảng {count}"
        rows = RowsInOrder(name, limits)
        lines = [line for line in above if line]
        for line in lines:
            rows.add([line])
        for row in table_children(block, "tr"):
            rows.add(_cells(row))
        kept = rows.trimmed()
        numbers = (0,) * len(lines) + tuple(range(1, len(kept) - len(lines) + 1))
        if any(len(row) > 1 for row in kept):
            yield RawTable(name, kept, True, numbers)
        if len(kept) - len(lines) <= _LETTERHEAD_ROWS:
            above += [str(value) for row in kept[len(lines) :] for value in row if value is not None]


def _blocks(body: etree._Element) -> Iterator[etree._Element]:
    """Paragraphs and tables in order, also those inside content controls."""
    for child in body:
        if child.tag in (f"{W}p", f"{W}tbl"):
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins"):
            yield from _blocks(child)


def _cells(row: etree._Element) -> list[CellValue]:
    """Values of a row; a merged cell speaks once, at its first place."""
    values: list[CellValue] = []
    skipped = _number(row.find(f"{W}trPr/{W}gridBefore"), 0)
    values += [None] * skipped
    for cell in table_children(row, "tc"):
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        covered = merged is not None and merged.get(f"{W}val", "continue") == "continue"
        values.append(None if covered else " ".join(_text(p) for p in cell.iter(f"{W}p")).strip())
        values += [None] * (_number(cell.find(f"{W}tcPr/{W}gridSpan"), 1) - 1)
    return values


def _number(element: etree._Element | None, otherwise: int) -> int:
    given = "" if element is None else element.get(f"{W}val", "")
    return min(int(given), _LONGEST_SPAN) if given.isascii() and given.isdecimal() else otherwise


def _text(paragraph: etree._Element) -> str:
    """Letters of a paragraph; deleted revisions and field codes have other tags and stay out."""
    tags = {f"{W}t": None, f"{W}tab": " ", f"{W}br": " ", f"{W}cr": " ", f"{W}noBreakHyphen": "-"}
    found = (tags[e.tag] if tags[e.tag] is not None else e.text or "" for e in paragraph.iter(*tags))
    return " ".join("".join(piece or "" for piece in found).split())
