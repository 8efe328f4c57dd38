"""Between the whole tree of elements and a packet; runs in the reading process.

The containers around the known parts are walked by name wherever senders put them; what else stands
in them becomes strays, so that a packet read and written loses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from chuan.exchange.edxml.elements import KNOWN, Attributes, Element
from chuan.exchange.edxml.headers import Business, Message, Reference, Status, Trace
from chuan.exchange.edxml.packets import KINDS, Attachment, Kind, Packet, Stray
from chuan.exchange.edxml.parts import read_part, write_part
from chuan.exchange.edxml.signatures import Signature, is_signature, read_signature
from chuan.exchange.edxml.transfers import forms, unpacked
from chuan.exchange.limits import Limits
from chuan.rules.refusals.edxml import EdxmlEnvelopes, NotEdxml

ROOT, ENVELOPE, HEADER, BODY = "edXML", "edXMLEnvelope", "edXMLHeader", "edXMLBody"
MESSAGE, TRACES, MANIFEST, ENCODED = "MessageHeader", "TraceHeaderList", "edXMLManifest", "AttachmentEncoded"
_VERSION: Attributes = (("version", "1.0"),)
_USUAL: dict[str, Attributes] = {TRACES: _VERSION, MANIFEST: _VERSION}
"""Attributes that the writer sets by itself; a sender that left them out or set them the same is no stray."""


class _Containers:
    """Containers being emptied; what is left of each at the end are the strays."""

    def __init__(self) -> None:
        self._left: dict[str, list[Element | str]] = {}
        self._attributes: dict[str, Attributes] = {}

    def open(self, path: str, element: Element | None) -> None:
        if element is not None:
            self._left[path] = list(element.content)
            usual = _USUAL.get(path, ())
            self._attributes[path] = tuple(one for one in element.attributes if one not in usual)

    def take(self, path: str, *tags: str, most: int = 0) -> tuple[Element, ...]:
        keys = {tag.casefold() for tag in tags}
        inside = self._left.get(path, [])
        found = [one for one in inside if isinstance(one, Element) and _is_known(one) and one.key in keys]
        return self._taken(path, found[:most] if most else found)

    def signatures(self, path: str) -> tuple[Element, ...]:
        inside = self._left.get(path, [])
        return self._taken(
            path, [one for one in inside if isinstance(one, Element) and is_signature(one)][:1]
        )

    def strays(self) -> tuple[Stray, ...]:
        found = []
        for path, left in self._left.items():
            elements = tuple(one for one in left if isinstance(one, Element))
            text = "".join(one for one in left if isinstance(one, str)).strip()
            extra: tuple[Element | str, ...] = (*elements, text) if text else elements
            if extra or self._attributes[path]:
                found.append(Stray(path, self._attributes[path], extra))
        return tuple(found)

    def _taken(self, path: str, found: Sequence[Element]) -> tuple[Element, ...]:
        taken = {id(one) for one in found}
        if taken:
            self._left[path] = [left for left in self._left[path] if id(left) not in taken]
        return tuple(found)


def assembled(root: Element, *, name: str, limits: Limits) -> Packet:
    """The packet in the tree. Raises NotEdxml, EdxmlEnvelopes, EdxmlAttachmentsTooMany, EdxmlAttachmentsTooBig,
    FileBomb."""
    inside = _opened(root, name)
    encoded = inside.take(ENCODED, "Attachment")
    attachments = unpacked([read_part(Attachment, one) for one in encoded], name=name, limits=limits)
    businesses = inside.take(TRACES, "Business", most=1)
    packet = Packet(
        kind=Kind.NEW,
        trace=tuple(read_part(Trace, one) for one in inside.take(TRACES, "TraceHeader")),
        business=read_part(Business, businesses[0]) if businesses else None,
        references=tuple(read_part(Reference, one) for one in inside.take(MANIFEST, "Reference")),
        attachments=attachments,
        signature=_signature(inside, attachments),
    )
    return replace(_headed(packet, inside), strays=inside.strays())


def with_facts(packet: Packet) -> Packet:
    """The packet with its kind and the facts of its signature found anew."""
    signature = packet.signature and read_signature(packet.signature.element, _forms(packet.attachments))
    return replace(packet, signature=signature, kind=kind_of(packet))


def kind_of(packet: Packet) -> Kind:
    """What the packet says it is; a document that does not say is taken for a new one (and remarked on)."""
    if packet.status is not None:
        return Kind.STATUS
    return KINDS.get(packet.business.type.strip() if packet.business else "", Kind.NEW)


def as_element(packet: Packet, transfers: Sequence[str]) -> Element:
    """The tree in the order of the standard; ``transfers`` are the texts that carry the attachments."""
    put = _Putting(packet)
    header = packet.status or packet.document
    traces = [write_part("TraceHeader", one) for one in packet.trace]
    if packet.business:
        traces.append(write_part("Bussiness", packet.business))
    references = [write_part("Reference", one) for one in packet.references]
    manifest = put.container(MANIFEST, references, BODY)
    inside = [write_part(MESSAGE, header)] if header else []
    inside += put.container(TRACES, traces, HEADER)
    inside += [packet.signature.element] if packet.signature else []
    head = put.container(HEADER, inside, ENVELOPE)
    envelope = put.container(ENVELOPE, [*head, *put.container(BODY, manifest, ENVELOPE)])
    encoded = [
        write_part("Attachment", replace(one, transfer=text))
        for one, text in zip(packet.attachments, transfers, strict=True)
    ]
    return put.container(ROOT, [*envelope, *put.container(ENCODED, encoded)])[0]


class _Putting:
    """Strays on their way back to where they stood."""

    def __init__(self, packet: Packet) -> None:
        self._strays = {stray.path: stray for stray in packet.strays}

    def container(self, tag: str, content: Sequence[Element], within: str = "") -> list[Element]:
        """The container; nothing where nothing is in it, unless a second one of its name follows as a stray."""
        stray = self._strays.get(tag, Stray(tag))
        if not (content or stray.extra or stray.attributes or self._is_followed(tag, within)):
            return []
        own = dict(stray.attributes)
        usual = tuple(one for one in _USUAL.get(tag, ()) if one[0] not in own)
        return [Element(tag, attributes=(*usual, *stray.attributes), content=(*content, *stray.extra))]

    def _is_followed(self, tag: str, within: str) -> bool:
        others = self._strays.get(within, Stray(within)).extra
        return any(
            isinstance(one, Element) and _is_known(one) and one.key == tag.casefold() for one in others
        )


def _opened(root: Element, name: str) -> _Containers:
    """All containers opened, wherever they stand. Raises NotEdxml, EdxmlEnvelopes."""
    inside = _Containers()
    inside.open(ROOT, root)
    envelopes = (root,) if root.key == ENVELOPE.casefold() else _envelopes(inside, root, name)
    if len(envelopes) != 1:
        raise EdxmlEnvelopes(name=name, count=len(envelopes))
    if envelopes[0] is root:
        inside.open(ROOT, Element(ROOT))
    inside.open(ENVELOPE, envelopes[0])
    for path, within in ((HEADER, ENVELOPE), (BODY, ENVELOPE), (TRACES, HEADER), (MANIFEST, BODY)):
        inside.open(path, _only(inside.take(within, path, most=1)))
    found = [one for path in (ROOT, ENVELOPE, BODY) for one in inside.take(path, ENCODED)]
    inside.open(ENCODED, _joined(found))
    return inside


def _envelopes(inside: _Containers, root: Element, name: str) -> tuple[Element, ...]:
    if not _is_known(root) or root.key != ROOT.casefold():
        raise NotEdxml(name=name, found=f"phần tử ngoài cùng là “{root.tag[:60]}”")
    found = inside.take(ROOT, ENVELOPE)
    if not found:
        raise NotEdxml(name=name, found="bên trong không có phong bì edXMLEnvelope")
    return found


def _joined(found: Sequence[Element]) -> Element | None:
    """Several blocks of attachments as one."""
    if not found:
        return None
    content = tuple(part for one in found for part in one.content)
    return Element(ENCODED, attributes=found[0].attributes, content=content)


def _headed(packet: Packet, inside: _Containers) -> Packet:
    header = _only(inside.take(HEADER, MESSAGE, most=1)) or Element(MESSAGE)
    if any(_is_known(one) and one.key == "statuscode" for one in header.children):
        packet = replace(packet, status=read_part(Status, header))
    else:
        packet = replace(packet, document=read_part(Message, header))
    return replace(packet, kind=kind_of(packet))


def _signature(inside: _Containers, attachments: Sequence[Attachment]) -> Signature | None:
    for path in (HEADER, ENVELOPE, ROOT):
        for element in inside.signatures(path):
            return read_signature(element, _forms(attachments))
    return None


def _forms(attachments: Sequence[Attachment]) -> dict[str, list[tuple[str, bytes]]]:
    found: dict[str, list[tuple[str, bytes]]] = {}
    for one in attachments:
        found.setdefault(one.content_id.strip().removeprefix("cid:"), []).extend(forms(one))
    return found


def _only(found: Sequence[Element]) -> Element | None:
    return found[0] if found else None


def _is_known(element: Element) -> bool:
    return element.namespace in KNOWN
