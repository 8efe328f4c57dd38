"""Web tables, mostly saved as .xls by browsers and report tools; runs in the reading process."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from chuan.exchange.html_text import is_hidden, page_letters
from chuan.exchange.limits import Limits
from chuan.exchange.sheet_types import CellValue
from chuan.exchange.table_types import RawTable, RowsInOrder, TableFile
from chuan.rules.refusals import FileUnreadable, TableMissing

_DROPPED = frozenset({"head", "script", "style", "noscript", "template", "select", "button", "nav"})
_LINES = frozenset({"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "br", "center", "tr", "td", "th"})
_SPACES = re.compile(r"\s+")
# Wider or taller cells than this are nobody's header.
_LONGEST_SPAN = 200
_PIECE = 1 << 20


def read_html_tables(data: bytes, *, name: str, limits: Limits) -> TableFile:
    """The whole page as one table, stacked as Excel stacks it: a line outside tables is a row of one cell.

    Raises FileUnreadable, FileOldEncoding, TableTooLong, TableMissing.
    """
    # Plain elements: lxml's own kind for HTML takes twice the time over a million cells.
    parser = etree.HTMLParser(
        encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True, huge_tree=False
    )
    try:
        root = _tree(page_letters(data, name), parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise FileUnreadable(name=name) from None
    if root is None:
        raise TableMissing(name=name)
    page = _Page(RowsInOrder("trang", limits))
    page.walk(root)
    page.end_line()
    rows = page.rows.trimmed()
    if not any(len(row) > 1 for row in rows):
        raise TableMissing(name=name)
    return TableFile((RawTable("", rows),))


def _tree(text: str, parser: etree.HTMLParser) -> etree._Element | None:
    """The page's elements; fed in pieces, so that the page is not held a third time."""
    for at in range(0, len(text), _PIECE):
        parser.feed(text[at : at + _PIECE].encode())
    return parser.close()


class _Page:
    """Walks down the page; a row of a table without tables inside is a row of cells, all else is lines."""

    def __init__(self, rows: RowsInOrder) -> None:
        self.rows = rows
        self._line: list[str] = []

    def walk(self, element: etree._Element) -> None:
        if not isinstance(element.tag, str) or element.tag in _DROPPED or is_hidden(element):
            return
        if element.tag == "table" and not _holds_table(element):
            self.end_line()
            self._table(element)
            return
        if element.tag in _LINES:
            self.end_line()
        self._say(element.text)
        for child in element:
            self.walk(child)
            self._say(child.tail)
        if element.tag in _LINES:
            self.end_line()

    def end_line(self) -> None:
        """Ends a line outside tables; an empty one leaves no row."""
        text = _SPACES.sub(" ", "".join(self._line)).strip()
        self._line = []
        if text:
            self.rows.add([text])

    def _say(self, text: str | None) -> None:
        if text:
            self._line.append(text)

    def _table(self, table: etree._Element) -> None:
        taken: dict[int, int] = {}  # column -> rows below that a tall cell still covers
        for row in table.iter("tr", "caption"):
            if row.tag == "caption":
                self.rows.add([_text(row)])
            elif not is_hidden(row):
                self.rows.add(_cells(row, taken))


def _holds_table(table: etree._Element) -> bool:
    return next((inner for inner in table.iter("table") if inner is not table), None) is not None


def _cells(row: etree._Element, taken: dict[int, int]) -> list[CellValue]:
    """The row's values; a wide or tall cell speaks once, at its first place, as merged cells do in Excel."""
    values: list[CellValue] = []
    for cell in row.iterchildren("td", "th"):
        _covered(values, taken)
        wide, tall = _span(cell, "colspan"), _span(cell, "rowspan")
        if tall > 1:
            taken.update((len(values) + more, tall) for more in range(wide))
        values += [_text(cell), *[None] * (wide - 1)]
    for column in list(taken):
        taken[column] -= 1
        if taken[column] <= 0:
            del taken[column]
    return values


def _covered(values: list[CellValue], taken: dict[int, int]) -> None:
    while len(values) in taken:
        values.append(None)


def _span(cell: etree._Element, name: str) -> int:
    given = cell.get(name)
    if given is None:
        return 1
    given = given.strip()
    return (
        max(1, min(int(given), _LONGEST_SPAN))
        if given.isascii() and given.isdecimal() and len(given) < 9
        else 1
    )


def _text(element: etree._Element) -> str:
    if len(element) == 0:
        return " ".join((element.text or "").split())
    return _SPACES.sub(" ", "".join(_pieces(element))).strip()


def _pieces(element: etree._Element) -> Iterator[str]:
    """Visible text; where a line breaks inside a cell the words stay apart."""
    yield element.text or ""
    for child in element:
        apart = " " if child.tag in _LINES else ""
        yield apart
        if isinstance(child.tag, str) and child.tag not in _DROPPED and not is_hidden(child):
            yield from _pieces(child)
        yield apart
        yield child.tail or ""
