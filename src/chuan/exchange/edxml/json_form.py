"""A packet as JSON values and back, losing nothing. Empty fields are left out; bytes are base64.

The same form is what ``chuan edxml read --json`` prints and what ``chuan edxml write`` takes.
"""

from __future__ import annotations

import base64
import binascii
from collections.abc import Callable, Mapping
from dataclasses import Field, fields
from enum import StrEnum
from typing import Any, TypeVar

from chuan.exchange.edxml.assembling import kind_of
from chuan.exchange.edxml.elements import MOST_DEPTH, QCVN, Attributes, Element
from chuan.exchange.edxml.headers import Business, Message, Part, Reference, Status, Trace
from chuan.exchange.edxml.packets import Attachment, Broken, Kind, Packet, Remark, Stray
from chuan.exchange.edxml.signatures import Digest, Match, Signature
from chuan.rules.refusals.edxml import EdxmlDescriptionWrong

P = TypeVar("P", bound=Part)
T = TypeVar("T")
E = TypeVar("E", bound=StrEnum)
_BYTES = ("content", "packed")
_SINGLE: dict[str, type[Part]] = {"document": Message, "status": Status, "business": Business}
_SEVERAL: dict[str, type[Part]] = {"trace": Trace, "references": Reference, "attachments": Attachment}


def to_json(packet: Packet) -> dict[str, Any]:
    """The packet as plain values for ``json.dumps``."""
    said: dict[str, Any] = {"kind": packet.kind.value}
    said |= {name: _part(part) for name in _SINGLE if (part := getattr(packet, name)) is not None}
    said |= {name: [_part(one) for one in parts] for name in _SEVERAL if (parts := getattr(packet, name))}
    if packet.signature is not None:
        said["signature"] = _signature(packet.signature)
    if packet.strays:
        said["strays"] = [{"path": one.path, **_kept(one.attributes, one.extra)} for one in packet.strays]
    for name in ("remarks", "form"):
        remarks = getattr(packet, name)
        said[name] = [{"code": one.code, "sentence": one.sentence, "where": one.where} for one in remarks]
    return said


def from_json(said: Any) -> Packet:
    """The packet in such values. Raises EdxmlDescriptionWrong, naming the key, for anything else."""
    given = _Given(said, "")
    given.only({"kind", "signature", "strays", "remarks", "form", *_SINGLE, *_SEVERAL})
    values: dict[str, Any] = {name: given.maybe(name, _reader(part)) for name, part in _SINGLE.items()}
    values |= {name: given.each(name, _reader(part)) for name, part in _SEVERAL.items()}
    values["signature"] = given.maybe("signature", _read_signature)
    values["strays"] = given.each("strays", _read_stray)
    values |= {name: given.each(name, _read_remark) for name in ("remarks", "form")}
    kind = given.choice("kind", Kind) or kind_of(Packet(kind=Kind.NEW, **values))
    return Packet(kind=kind, **values)


class _Given:
    """A JSON object that is asked for its keys; what is not as it should be is refused with its place."""

    def __init__(self, said: Any, where: str) -> None:
        if not isinstance(said, Mapping):
            raise EdxmlDescriptionWrong(where=where or "(đầu tệp)", why="phải là một nhóm trong dấu { }")
        self._said, self._where = said, where

    def only(self, known: set[str]) -> None:
        for key in self._said:
            if key not in known:
                raise EdxmlDescriptionWrong(where=self._at(str(key)[:60]), why="không có mục nào tên như vậy")

    def text(self, key: str) -> str:
        return _text(self._said.get(key, ""), self._at(key))

    def maybe(self, key: str, read: Callable[[Any, str], T]) -> T | None:
        said = self._said.get(key)
        return None if said is None else read(said, self._at(key))

    def each(self, key: str, read: Callable[[Any, str], T]) -> tuple[T, ...]:
        said = self._said.get(key, [])
        if not isinstance(said, list | tuple):
            raise EdxmlDescriptionWrong(where=self._at(key), why="phải là một danh sách trong dấu [ ]")
        return tuple(read(one, f"{self._at(key)}[{at}]") for at, one in enumerate(said))

    def choice(self, key: str, choices: type[E]) -> E | None:
        said = self.text(key)
        if not said:
            return None
        try:
            return choices(said)
        except ValueError:
            listed = ", ".join(choices)
            raise EdxmlDescriptionWrong(where=self._at(key), why=f"chỉ nhận {listed}") from None

    def data(self, key: str) -> bytes:
        try:
            return base64.b64decode(self.text(key), validate=True)
        except (binascii.Error, ValueError):
            raise EdxmlDescriptionWrong(where=self._at(key), why="không đúng mã base64") from None

    def _at(self, key: str) -> str:
        return f"{self._where}.{key}" if self._where else key


def _part(part: Part) -> dict[str, Any]:
    said: dict[str, Any] = {}
    for known in fields(part):
        value = getattr(part, known.name)
        if "tag" in known.metadata and value not in ("", (), None):
            said[known.name] = _value(value)
        elif known.name in _BYTES and value:
            said[known.name] = base64.b64encode(value).decode()
        elif known.name == "broken" and value is not None:
            said[known.name] = value.value
    return said | _kept(part.attributes, part.extra)


def _value(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_value(one) for one in value]
    return _part(value) if isinstance(value, Part) else value


def _kept(attributes: Attributes, extra: tuple[Element | str, ...]) -> dict[str, Any]:
    said: dict[str, Any] = {}
    if attributes:
        said["attributes"] = [list(pair) for pair in attributes]
    if extra:
        said["extra"] = [_element(one) for one in extra]
    return said


def _element(one: Element | str) -> Any:
    if isinstance(one, str):
        return one
    said: dict[str, Any] = {"tag": one.tag}
    if one.namespace != QCVN:
        said["namespace"] = one.namespace
    if one.attributes:
        said["attributes"] = [list(pair) for pair in one.attributes]
    if one.content:
        said["content"] = [_element(inner) for inner in one.content]
    return said


def _signature(signature: Signature) -> dict[str, Any]:
    return {
        "algorithm": signature.algorithm,
        "subject": signature.subject,
        "certificate": signature.certificate,
        "trust": signature.trust,
        "digests": [
            {"uri": one.uri, "algorithm": one.algorithm, "match": one.match.value, "over": one.over}
            for one in signature.digests
        ],
        "element": _element(signature.element),
    }


def _reader(part: type[P]) -> Callable[[Any, str], P]:
    return lambda said, where: _read_part(part, said, where)


def _read_part(part: type[P], said: Any, where: str) -> P:
    given = _Given(said, where)
    given.only({known.name for known in fields(part)})
    values = {known.name: _read_field(known, given) for known in fields(part) if "tag" in known.metadata}
    if issubclass(part, Attachment):
        values |= {name: given.data(name) for name in _BYTES} | {"broken": given.choice("broken", Broken)}
    return part(**values, attributes=_read_attributes(given), extra=given.each("extra", _read_content))


def _read_field(known: Field[Any], given: _Given) -> Any:
    part = known.metadata.get("part")
    if isinstance(known.default, tuple):
        return given.each(known.name, _reader(part) if part else _text)
    if part is None:
        return given.text(known.name)
    found = given.maybe(known.name, _reader(part))
    return part() if found is None and known.default is not None else found


def _read_signature(said: Any, where: str) -> Signature:
    given = _Given(said, where)
    given.only({"algorithm", "subject", "certificate", "trust", "digests", "element"})
    facts = {name: given.text(name) for name in ("algorithm", "subject", "certificate")}
    element = given.maybe("element", _read_element) or Element("Signature")
    return Signature(element, **facts, digests=given.each("digests", _read_digest))


def _read_digest(said: Any, where: str) -> Digest:
    given = _Given(said, where)
    match = given.choice("match", Match) or Match.UNCHECKED
    return Digest(given.text("uri"), given.text("algorithm"), match, given.text("over"))


def _read_stray(said: Any, where: str) -> Stray:
    given = _Given(said, where)
    given.only({"path", "attributes", "extra"})
    return Stray(given.text("path"), _read_attributes(given), given.each("extra", _read_content))


def _read_remark(said: Any, where: str) -> Remark:
    given = _Given(said, where)
    given.only({"code", "sentence", "where"})
    return Remark(given.text("code"), given.text("sentence"), given.text("where"))


def _read_content(said: Any, where: str) -> Element | str:
    return said if isinstance(said, str) else _read_element(said, where)


def _read_element(said: Any, where: str) -> Element:
    if where.count(".content[") > MOST_DEPTH:
        raise EdxmlDescriptionWrong(where=where[:80], why="quá nhiều tầng")
    given = _Given(said, where)
    given.only({"tag", "namespace", "attributes", "content"})
    namespace = given.maybe("namespace", _text)
    content = given.each("content", _read_content)
    return Element(
        given.text("tag"), QCVN if namespace is None else namespace, _read_attributes(given), content
    )


def _read_attributes(given: _Given) -> Attributes:
    return given.each("attributes", _read_pair)


def _read_pair(said: Any, where: str) -> tuple[str, str]:
    if not isinstance(said, list | tuple) or len(said) != 2:
        raise EdxmlDescriptionWrong(where=where, why="phải là một cặp tên và giá trị")
    return _text(said[0], where), _text(said[1], where)


def _text(said: Any, where: str) -> str:
    if not isinstance(said, str):
        raise EdxmlDescriptionWrong(where=where, why="phải là chữ trong dấu nháy")
    return said
