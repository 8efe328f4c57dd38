"""Web pages: the visible text, line by line; scripts, styles and hidden parts are dropped."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from lxml import etree, html

from chuan.exchange.encodings import decoded
from chuan.exchange.extracted import Align, BlockKind, Extracted
from chuan.exchange.kinds import Kind
from chuan.exchange.limits import Limits
from chuan.exchange.text_builder import TextBuilder
from chuan.rules.refusals import FileUnreadable

# fmt: off
_DROPPED = frozenset({
    "head", "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed",
    "select", "button", "nav",
})
_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr",
    "html", "legend", "li", "main", "ol", "p", "pre", "section", "table", "tbody", "td", "tfoot",
    "th", "thead", "tr", "ul",
})
# fmt: on
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ALIGN = {"center": Align.CENTER, "right": Align.END, "end": Align.END, "justify": Align.JUSTIFY}
_SPACES = re.compile(r"[ \t\r\n\f]+")
_CHARSET = re.compile(rb"""<meta[^>]+charset\s*=\s*["']?\s*([a-z0-9_-]+)""", re.I)
_TEXT_ALIGN = re.compile(r"text-align\s*:\s*([a-z]+)", re.I)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.I)
_DRAWN = re.compile(r"border[a-z-]*\s*:[^;]*\b(solid|double|dotted|dashed)\b", re.I)


@dataclass(frozen=True, slots=True)
class _Looks:
    kind: BlockKind = BlockKind.PARAGRAPH
    align: Align = Align.START
    bold: bool = False
    italic: bool = False


def read_html(data: bytes, *, name: str, limits: Limits) -> Extracted:
    """Text and looks of a saved web page. Raises FileUnreadable, FileOldEncoding, TextTooLong."""
    parser = html.HTMLParser(remove_comments=True, remove_pis=True, no_network=True, huge_tree=False)
    try:
        root = html.document_fromstring(page_letters(data, name), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        raise FileUnreadable(name=name) from None
    page = _Page(TextBuilder(limits.characters))
    page.walk(root, _Looks())
    page.flush()
    return Extracted(page.out.text, Kind.HTML.value, 0, (), tuple(page.out.blocks))


def page_letters(data: bytes, name: str) -> str:
    """The page as text: the encoding it declares when Python knows it, else as for plain text."""
    declared = _CHARSET.search(data[:4096])
    if declared and declared[1].lower() not in (b"utf-8", b"utf8", b"unicode"):
        try:
            return data.decode(declared[1].decode("ascii"))
        except (LookupError, UnicodeDecodeError):
            pass
    text = decoded(data, name=name)
    # lxml refuses an encoding declaration in text that is already letters.
    return re.sub(r"^\s*<\?xml[^>]*>", "", text)


class _Page:
    """Collects inline text until a block begins or ends."""

    def __init__(self, out: TextBuilder) -> None:
        self.out = out
        self._pieces: list[tuple[str, _Looks]] = []
        self._marker = ""

    def walk(self, element: html.HtmlElement, looks: _Looks) -> None:
        tag = element.tag
        if not isinstance(tag, str) or tag in _DROPPED or is_hidden(element):
            return
        if tag == "br":
            self._pieces.append(("\n", looks))
            return
        inner = _inherit(element, looks)
        if tag in _BLOCKS:
            self.flush()
        if tag == "li":
            self._marker = _marker(element)
        if tag == "table":
            self._table(element, inner)
        else:
            self._inside(element, inner)
        if tag in _BLOCKS:
            self.flush()

    def flush(self) -> None:
        """Ends the paragraph."""
        shown = [(text, looks) for text, looks in self._pieces if text.strip()]
        if shown:
            text = "".join(text for text, _ in self._pieces)
            first = shown[0][1]
            kind = BlockKind.LIST_ITEM if self._marker else first.kind
            self.out.add(
                f"{self._marker}{text.lstrip()}",
                kind=kind,
                align=first.align,
                bold=all(looks.bold for _, looks in shown),
                italic=all(looks.italic for _, looks in shown),
            )
            self._marker = ""
        self._pieces = []

    def _inside(self, element: html.HtmlElement, looks: _Looks) -> None:
        self._say(element.text, looks)
        for child in element:
            self.walk(child, looks)
            self._say(child.tail, looks)

    def _say(self, text: str | None, looks: _Looks) -> None:
        if text:
            self._pieces.append((_SPACES.sub(" ", text), looks))

    def _table(self, table: html.HtmlElement, looks: _Looks) -> None:
        """As in Word: cells of a drawn table beside each other, of a layout table below each other."""
        drawn = _is_drawn(table)
        for row in table.iter("tr"):
            if next(row.iterancestors("table")) is not table:
                continue
            for cell in row.iterchildren("td", "th"):
                before = self.out.length
                self.walk(cell, replace(_inherit(row, looks), kind=BlockKind.CELL))
                if drawn and self.out.length > before:
                    self.out.next_cell()
            self.out.end_row()


def _inherit(element: html.HtmlElement, looks: _Looks) -> _Looks:
    style, tag = element.get("style", ""), element.tag
    named = _TEXT_ALIGN.search(style)
    align = (named[1] if named else element.get("align", "")).lower()
    if tag == "center":
        align = "center"
    return replace(
        looks,
        kind=BlockKind.HEADING if tag in _HEADINGS else looks.kind,
        align=_ALIGN.get(align, Align.START if align in ("left", "start") else looks.align),
        bold=looks.bold or tag in _HEADINGS or tag in ("b", "strong", "th") or bool(_BOLD.search(style)),
        italic=looks.italic or tag in ("i", "em") or "italic" in style,
    )


def is_hidden(element: etree._Element) -> bool:
    """Whether the page itself hides this element."""
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style", "")))


def _is_drawn(table: html.HtmlElement) -> bool:
    if table.get("border", "0").strip() not in ("0", ""):
        return True
    cell = next(table.iter("td", "th"), None)
    styles = table.get("style", "") + ";" + ("" if cell is None else cell.get("style", ""))
    return bool(_DRAWN.search(styles))


def _marker(item: html.HtmlElement) -> str:
    """What the browser draws before a list item."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol":
        return "- "
    first = parent.get("start", "1")
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    count = (int(first) if first.isdigit() and len(first) < 9 else 1) + before
    letter = parent.get("type", "1") in ("a", "A") and 1 <= count <= 26
    return f"{chr(ord(parent.get('type')) + count - 1)}. " if letter else f"{count}. "
