"""Elements as text: prefixes where senders of the axis put them, and no letter that XML cannot carry.

All is one namespace; inside the envelope names carry the prefix ``edXML``, outside of it and in the
signature block they do not, save ``edXML:ContentTransferEncoded``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.sax.saxutils import escape  # it writes and reads nothing  # nosec B406

from chuan.exchange.edxml.elements import QCVN, Element
from chuan.rules.refusals.edxml import EdxmlLetters

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = re.compile(r"[^\W\d][\w.\-]*")
_XML = "http://www.w3.org/XML/1998/namespace"
_TEXT = {"\r": "&#13;"}
_VALUE = {"\t": "&#9;", "\n": "&#10;", "\r": "&#13;", '"': "&quot;"}
_PREFIXED = frozenset({"edXMLEnvelope", "ContentTransferEncoded"})
_BARE = frozenset({"Signature"})
_PREFIX = "edXML"


def spelled(root: Element) -> bytes:
    """The file, in UTF-8. Raises EdxmlLetters."""
    return ('<?xml version="1.0" encoding="UTF-8"?>\n' + "".join(_spelled(root, _Names())) + "\n").encode()


class _Names:
    """Which names are declared where an element stands: the default namespace, and whether the prefix is."""

    def __init__(
        self, default: str = "", *, prefixed: bool = False, declared: bool = False, depth: int = 0
    ) -> None:
        self.default, self.prefixed, self.declared, self.depth = default, prefixed, declared, depth

    def of(self, element: Element) -> tuple[str, list[str], _Names]:
        """The name of the element, declarations it needs, and the names for what it holds."""
        prefixed = (self.prefixed or element.tag in _PREFIXED) and element.tag not in _BARE
        if element.namespace == QCVN and prefixed:
            new = [] if self.declared else [_attribute(f"xmlns:{_PREFIX}", QCVN, element.tag)]
            inside = _Names(self.default, prefixed=True, declared=True, depth=self.depth + 1)
            return f"{_PREFIX}:{element.tag}", new, inside
        new = (
            [] if self.default == element.namespace else [_attribute("xmlns", element.namespace, element.tag)]
        )
        inside = _Names(element.namespace, prefixed=prefixed, declared=self.declared, depth=self.depth + 1)
        return element.tag, new, inside


def _spelled(element: Element, names: _Names) -> Iterator[str]:
    _check_name(element.tag)
    name, declared, inside = names.of(element)
    attributes = [*declared, *_attributes(element)]
    yield f"<{name}{''.join(attributes)}"
    if not element.content:
        yield "/>"
        return
    yield ">"
    is_laid_out = not any(isinstance(one, str) for one in element.content)
    for one in element.content:
        if is_laid_out:
            yield "\n" + "  " * inside.depth
        yield from [_text(one, element.tag)] if isinstance(one, str) else _spelled(one, inside)
    if is_laid_out:
        yield "\n" + "  " * names.depth
    yield f"</{name}>"


def _attributes(element: Element) -> Iterator[str]:
    for at, (name, value) in enumerate(element.attributes):
        namespace, _, local = name.rpartition("}")
        _check_name(local)
        if not namespace:
            yield _attribute(local, value, element.tag)
        elif namespace == f"{{{_XML}":
            yield _attribute(f"xml:{local}", value, element.tag)
        else:
            yield _attribute(f"xmlns:n{at}", namespace.removeprefix("{"), element.tag)
            yield _attribute(f"n{at}:{local}", value, element.tag)


def _attribute(name: str, value: str, where: str) -> str:
    return f' {name}="{escape(_checked(value, where), _VALUE)}"'


def _text(text: str, where: str) -> str:
    return escape(_checked(text, where), _TEXT)


def _checked(text: str, where: str) -> str:
    if _FORBIDDEN.search(text):
        raise EdxmlLetters(where=where)
    return text


def _check_name(name: str) -> None:
    if not _NAME.fullmatch(name):
        raise EdxmlLetters(where=name[:40] or "(không tên)")
