"""Between XML elements and the frozen values of packets.py, in both directions, from the fields' metadata.

Reading is free of order; a field takes the first element that fits, and everything else stays in
``extra``: elements first, then the stray text in one piece. Writing puts it all back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import Field, fields
from typing import Any, TypeVar

from chuan.exchange.edxml.elements import KNOWN, Attributes, Element, key_of
from chuan.exchange.edxml.headers import Part

P = TypeVar("P", bound=Part)
_OF_A_LEAF = re.compile(r"([^\[\]@{}]+)\[(\d+)\]@(.+)", re.DOTALL)
"""An attribute of a text field, as ``Part.attributes`` names it: "Subject[0]@lang"."""


class _Reader:
    """One element on its way to a part: what a field has taken is no longer there for the next."""

    def __init__(self, element: Element) -> None:
        self._left = list(element.content)
        self.attributes: list[tuple[str, str]] = list(element.attributes)

    def value(self, known: Field[Any]) -> Any:
        tag, part = known.metadata["tag"], known.metadata.get("part")
        if not isinstance(known.default, tuple):
            return self._single(tag, part, known)
        wrap = known.metadata["wrap"]
        found = self._wrapped(wrap, tag, part) if wrap else self._all(tag, part)
        return tuple(
            read_part(part, one) if part else self._leaf(tag, at, one) for at, one in enumerate(found)
        )

    def rest(self) -> tuple[Element | str, ...]:
        elements = [one for one in self._left if isinstance(one, Element)]
        text = "".join(one for one in self._left if isinstance(one, str)).strip()
        return (*elements, text) if text else tuple(elements)

    def _single(self, tag: str, part: type[Part] | None, known: Field[Any]) -> Any:
        found = self._all(tag, part, most=1)
        if part:
            otherwise = None if known.default is None else part()
            return read_part(part, found[0]) if found else otherwise
        return self._leaf(tag, 0, found[0]) if found else ""

    def _all(self, tag: str, part: type[Part] | None, most: int = 0) -> list[Element]:
        fitting = [one for one in self._left if _fits(one, tag, part)]
        return self._taken(fitting[:most] if most else fitting)

    def _wrapped(self, wrap: str, tag: str, part: type[Part] | None) -> list[Element]:
        """Fitting elements inside the first wrapper; what else stands in it stays there."""
        wrappers = self._taken([one for one in self._left if _fits(one, wrap, Part)][:1])
        for wrapper in wrappers:
            inside = [one for one in wrapper.children if _fits(one, tag, part)]
            taken = {id(one) for one in inside}
            others = tuple(one for one in wrapper.content if id(one) not in taken and not _blank(one))
            self.attributes += [(f"{wrap}[0]@{name}", value) for name, value in wrapper.attributes]
            if others:
                self._left.append(Element(wrapper.tag, wrapper.namespace, (), others))
            return inside
        return []

    def _taken(self, found: Sequence[Element | str]) -> list[Element]:
        taken = {id(one) for one in found}
        self._left = [left for left in self._left if id(left) not in taken]
        return [one for one in found if isinstance(one, Element)]

    def _leaf(self, tag: str, at: int, element: Element) -> str:
        self.attributes += [(f"{tag}[{at}]@{name}", value) for name, value in element.attributes]
        return "" if _blank(element.text) else element.text


def read_part(part: type[P], element: Element) -> P:
    """The element as a part; nothing of it is lost."""
    reader = _Reader(element)
    values = {known.name: reader.value(known) for known in fields(part) if "tag" in known.metadata}
    return part(**values, extra=reader.rest(), attributes=tuple(reader.attributes))


def write_part(tag: str, part: Part) -> Element:
    """The part as an element: fields in their order, then what else it held."""
    own, of_leaves = _parted(part.attributes)
    content: list[Element | str] = []
    for known in fields(part):
        if "tag" in known.metadata:
            content += _written(known, part, of_leaves)
    return Element(tag, attributes=own, content=(*content, *part.extra))


def _written(known: Field[Any], part: Part, of_leaves: dict[str, Attributes]) -> Iterable[Element]:
    """The element or elements of one field; an empty one only where another of its name follows in ``extra``."""
    value, tag, wrap = getattr(part, known.name), known.metadata["tag"], known.metadata.get("wrap", "")
    named = of_leaves.get(f"{wrap or tag}[0]", ())
    followed = any(
        _fits(one, wrap or tag, Part if wrap else known.metadata.get("part")) for one in part.extra
    )
    if not isinstance(value, tuple):
        is_nothing = value == "" or (
            isinstance(value, Part) and known.default is not None and value == type(value)()
        )
        return (
            []
            if value is None or (is_nothing and not (named or followed))
            else [_one(tag, 0, value, of_leaves)]
        )
    elements = tuple(_one(tag, at, one, of_leaves) for at, one in enumerate(value))
    if not wrap:
        return elements
    return [Element(wrap, attributes=named, content=elements)] if elements or named or followed else []


def _one(tag: str, at: int, value: Part | str, of_leaves: dict[str, Attributes]) -> Element:
    if isinstance(value, Part):
        return write_part(tag, value)
    return Element(tag, attributes=of_leaves.get(f"{tag}[{at}]", ()), content=(value,) if value else ())


def _parted(attributes: Attributes) -> tuple[Attributes, dict[str, Attributes]]:
    own: list[tuple[str, str]] = []
    of_leaves: dict[str, Attributes] = {}
    for name, value in attributes:
        found = _OF_A_LEAF.fullmatch(name)
        if found is None:
            own.append((name, value))
        else:
            place = f"{found[1]}[{found[2]}]"
            of_leaves[place] = (*of_leaves.get(place, ()), (found[3], value))
    return tuple(own), of_leaves


def _fits(one: Element | str, tag: str, part: type[Part] | None) -> bool:
    """Whether the element is the one a field reads: by name, and a text field reads only what has nothing inside."""
    is_named = isinstance(one, Element) and one.namespace in KNOWN and one.key == key_of(tag)
    return is_named and (part is not None or not (isinstance(one, Element) and one.children))


def _blank(one: Element | str) -> bool:
    return isinstance(one, str) and not one.strip()
