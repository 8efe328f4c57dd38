"""XML as plain values, parsed with a bound on everything; runs in the reading process.

Expat calls back at the very start of a DOCTYPE, before any entity exists: such a file is refused
there and then. Names are local names with their namespace beside them, because senders use
three namespaces and any prefix.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from chuan.rules.refusals.edxml import EdxmlDeclaresType, EdxmlTooDeep, NotEdxml

QCVN = "http://www.mic.gov.vn/TBT/QCVN_102_2016"
KNOWN = frozenset({"", QCVN, "http://www.e-doc.vn/Schema/", "http://www.go.vn/eDoc"})
"""Namespaces whose elements are taken for edXML; "" is a sender that forgot to name one."""
DSIG = "http://www.w3.org/2000/09/xmldsig#"

MOST_DEPTH = 40
MOST_ELEMENTS = 50_000
"""Elements and attributes together."""
_LEADING_BYTES = 200
_DECLARATION = b"<?xml"

Attributes = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Element:
    """One element as it was written. ``content`` mixes texts and elements; blanks between elements are dropped.

    ``tag`` is the local name; names of attributes from a namespace are written "{namespace}name".
    """

    tag: str
    namespace: str = QCVN
    attributes: Attributes = ()
    content: tuple[Element | str, ...] = ()

    @property
    def children(self) -> tuple[Element, ...]:
        """The elements inside, without the texts between them."""
        return tuple(one for one in self.content if isinstance(one, Element))

    @property
    def text(self) -> str:
        """The text directly inside, exactly as written."""
        return "".join(one for one in self.content if isinstance(one, str))

    @property
    def key(self) -> str:
        """The name to compare by: letter case and the doubled s of "Bussiness" do not count."""
        return key_of(self.tag)

    def walk(self) -> Iterator[Element]:
        """This element and all below it, in the order of the file."""
        yield self
        for child in self.children:
            yield from child.walk()


def key_of(tag: str) -> str:
    """A tag as it is compared."""
    return tag.casefold().replace("bussiness", "business")


@dataclass(slots=True)
class _Open:
    """An element whose end has not come yet."""

    name: str
    attributes: Attributes
    content: list[Element | str] = field(default_factory=list)
    texts: list[str] = field(default_factory=list)

    def settle_text(self) -> None:
        if self.texts:
            self.content.append("".join(self.texts))
            self.texts.clear()

    def closed(self) -> Element:
        self.settle_text()
        has_children = any(isinstance(one, Element) for one in self.content)
        content = [one for one in self.content if isinstance(one, Element) or not has_children or one.strip()]
        namespace, tag = _parted(self.name)
        return Element(tag, namespace, self.attributes, tuple(content))


class _Builder:
    """Receives what expat finds."""

    def __init__(self, name: str) -> None:
        self._name, self._open, self._count = name, list[_Open](), 0
        self.root: Element | None = None

    def start(self, name: str, attributes: list[str]) -> None:
        self._count += 1 + len(attributes) // 2
        if len(self._open) >= MOST_DEPTH or self._count > MOST_ELEMENTS:
            raise EdxmlTooDeep(name=self._name, depth=MOST_DEPTH, elements=MOST_ELEMENTS)
        if self._open:
            self._open[-1].settle_text()
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        self._open.append(_Open(name, tuple((_braced(key), value) for key, value in pairs)))

    def start_prefixed(self, name: str, attributes: list[str]) -> None:
        """The same where namespaces are not declared: a prefix stands for itself, edXML's for edXML."""
        pairs = zip(attributes[::2], attributes[1::2], strict=True)
        kept = [(_guessed(key), value) for key, value in pairs if key.partition(":")[0] != "xmlns"]
        prefix, _, tag = name.rpartition(":")
        namespace = QCVN if prefix in ("", "edXML") else prefix
        self.start(f"{namespace}}}{tag}", [part for pair in kept for part in pair])

    def end(self, _name: str) -> None:
        closed = self._open.pop().closed()
        if self._open:
            self._open[-1].content.append(closed)
        else:
            self.root = closed

    def text(self, piece: str) -> None:
        self._open[-1].texts.append(piece)

    def refuse_type(self, *_: object) -> None:
        raise EdxmlDeclaresType(name=self._name)


@dataclass(frozen=True, slots=True)
class Parsed:
    """The outermost element, and what had to be passed over to reach it.

    ``leading`` is text before the XML declaration, where nothing may stand; ``undeclared`` tells that a
    prefix is used without saying of which namespace.
    """

    root: Element
    leading: str = ""
    undeclared: bool = False


def parsed(data: bytes, *, name: str) -> Parsed:
    """The tree of a file. Raises NotEdxml for text that is no XML, EdxmlDeclaresType, EdxmlTooDeep."""
    leading, data = _without_leading(data)
    try:
        return Parsed(_tree(data, name, "}"), leading)
    except expat.ExpatError as error:
        if error.code != expat.errors.codes[expat.errors.XML_ERROR_UNBOUND_PREFIX]:
            raise NotEdxml(name=name, found=_where(error)) from None
    try:
        return Parsed(_tree(data, name, None), leading, undeclared=True)
    except expat.ExpatError as error:
        raise NotEdxml(name=name, found=_where(error)) from None


def _tree(data: bytes, name: str, separator: str | None) -> Element:
    """The outermost element; without a separator prefixes are only looked at, as hand-made packets need."""
    builder = _Builder(name)
    parser = expat.ParserCreate(namespace_separator=separator)
    parser.buffer_text = True
    parser.buffer_size = 1 << 16
    parser.ordered_attributes = True
    parser.StartElementHandler = builder.start if separator else builder.start_prefixed
    parser.EndElementHandler = builder.end
    parser.CharacterDataHandler = builder.text
    parser.StartDoctypeDeclHandler = builder.refuse_type
    parser.EntityDeclHandler = builder.refuse_type
    try:
        parser.Parse(data, True)
    except (LookupError, ValueError) as error:
        raise NotEdxml(name=name, found=_where(error)) from None
    if builder.root is None:
        raise NotEdxml(name=name, found="tệp không có phần tử nào")
    return builder.root


def _where(error: Exception) -> str:
    line = getattr(error, "lineno", 0)
    return f"dòng {line} không đúng cú pháp XML" if line else "không đúng cú pháp XML"


def _without_leading(data: bytes) -> tuple[str, bytes]:
    """Some senders leave the length of a package before it; only what comes before "<?xml" is cut off."""
    at = data.find(_DECLARATION, 0, _LEADING_BYTES)
    if (
        at <= 0
        or data.startswith(b"\xef\xbb\xbf" + _DECLARATION)
        or b"<" in data[:at]
        or b"\x00" in data[:at]
    ):
        return "", data
    return data[:at].decode("utf-8", "replace"), data[at:]


def _guessed(name: str) -> str:
    prefix, _, local = name.rpartition(":")
    return f"{prefix}}}{local}" if prefix else local


def _parted(name: str) -> tuple[str, str]:
    namespace, _, tag = name.rpartition("}")
    return namespace, tag


def _braced(name: str) -> str:
    return f"{{{name}" if "}" in name else name
