"""Packets read at the door, several at once, each in a process of its own; a bad one stops no other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Protocol

from chuan.documents.refusals_sending import PacketSecret
from chuan.documents.secrecy import is_marked_secret, mark_in_draft
from chuan.documents.sending.summary import Summary, summary_of
from chuan.exchange import edxml
from chuan.exchange.edxml import Packet
from chuan.exchange.papers import extract_pdfs
from chuan.rules.refusals import Refused

AT_ONCE = 2
"""Reading processes at the same time: a ward's server has two cores."""

_LOOKED_INTO = 5
"""Attachments of one packet whose text is looked into for a mark of secrecy."""


@dataclass(frozen=True, slots=True)
class ReadPacket:
    """A packet that was read; ``packet`` is None where it was refused, ``refused`` then says why."""

    name: str
    data: bytes
    packet: Packet | None = None
    summary: Summary | None = None
    refused: Refused | None = None


class Uploaded(Protocol):
    """A file of a request, not loaded yet."""

    size: int | None

    def read(self) -> bytes:
        """All of it."""
        ...


def read_packets(given: Sequence[tuple[str, bytes | Uploaded]]) -> Iterator[ReadPacket]:
    """Read each; one that marks a state secret is refused and nothing of it goes further.

    Only as many are loaded at a time as are read at a time, so a hundred big ones do not fill the memory.
    """
    with ThreadPoolExecutor(AT_ONCE) as pool:
        for start in range(0, len(given), AT_ONCE):
            yield from list(pool.map(_read, given[start : start + AT_ONCE]))


def _read(given: tuple[str, bytes | Uploaded]) -> ReadPacket:
    name, source = given
    data = b""
    try:
        edxml.check_size(len(source) if isinstance(source, bytes) else source.size or 0)
        data = source if isinstance(source, bytes) else source.read()
        packet = edxml.read(data, name=name)
    except Refused as refused:
        return ReadPacket(name, data, refused=refused)
    if _is_secret(packet):
        return ReadPacket(name, b"", refused=PacketSecret())
    return ReadPacket(name, data, packet, summary_of(packet))


def _is_secret(packet: Packet) -> bool:
    if packet.has("secret"):
        return True
    message = packet.document
    if message is not None and mark_in_draft((message.subject, message.content, message.code.notation)):
        return True
    return any(is_marked_secret(text) for text in _texts(packet))


def _texts(packet: Packet) -> Iterable[str]:
    pdfs = [(one.safe_name, one.content) for one in packet.attachments if one.content.startswith(b"%PDF")]
    for _name, found in extract_pdfs(pdfs[:_LOOKED_INTO]) if pdfs else ():
        if not isinstance(found, Refused):
            yield found.text
