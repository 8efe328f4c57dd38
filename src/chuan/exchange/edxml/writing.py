"""The door for packets that leave: in the order of the standard, nothing missing, read back before they go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import datetime

from chuan.exchange.edxml.assembling import as_element
from chuan.exchange.edxml.checking import faults_of
from chuan.exchange.edxml.completing import status_packet
from chuan.exchange.edxml.headers import Organ, Staff
from chuan.exchange.edxml.packets import Packet
from chuan.exchange.edxml.reading import EDXML, check_size, read_here
from chuan.exchange.edxml.spelling import spelled
from chuan.exchange.edxml.transfers import transferred
from chuan.exchange.limits import Limits
from chuan.rules.refusals import Refused
from chuan.rules.refusals.edxml import EdxmlIncomplete, EdxmlNotSame

_NAMED = 8
"""Faults named in one sentence."""
_COMPARED = (
    "kind",
    "document",
    "status",
    "trace",
    "business",
    "references",
    "attachments",
    "signature",
    "strays",
)


def write(packet: Packet, *, zip_attachments: bool = True, limits: Limits = EDXML) -> bytes:
    """The packet as a file, checked by our own reader.

    A fault is refused unless the packet's own ``remarks`` admit to it: a packet that was read is passed
    on as it came, one of our own leaves whole. Call ``completed`` first for what follows from the rest.
    Raises EdxmlIncomplete, EdxmlLetters, EdxmlTooBig, EdxmlNotSame.
    """
    if faults := faults_of(packet):
        said = " ".join(dict.fromkeys(_placed(one.sentence, one.where) for one in faults[:_NAMED]))
        raise EdxmlIncomplete(faults=said.rstrip("."))
    transfers = [transferred(one, zipped=zip_attachments, limits=limits) for one in packet.attachments]
    data = spelled(as_element(packet, transfers))
    check_size(len(data), limits=limits)
    _check_same(packet, data, limits)
    return data


def write_status(
    answered: Packet,
    *,
    code: str,
    sender: Organ,
    at: datetime,
    description: str = "",
    staff: Staff | None = None,
) -> bytes:
    """The file that tells the sender of ``answered`` what became of it. Raises as ``write``."""
    told = status_packet(answered, code=code, sender=sender, at=at, description=description, staff=staff)
    return write(told)


def manifest(data: bytes, packet: Packet, *, name: str) -> str:
    """SHA-256 of the file and of each attachment in it, one a line, as the command sha256sum writes them."""
    return "".join(f"{digest}  {shown}\n" for digest, shown in _digests(data, packet, name))


def _digests(data: bytes, packet: Packet, name: str) -> Iterator[tuple[str, str]]:
    yield hashlib.sha256(data).hexdigest(), name
    for attachment in packet.attachments:
        yield hashlib.sha256(attachment.content).hexdigest(), attachment.safe_name


def _check_same(packet: Packet, data: bytes, limits: Limits) -> None:
    try:
        back = read_here(data, name="", limits=limits).packet
    except Refused as refusal:
        raise EdxmlNotSame(where=refusal.code) from None
    for field in _COMPARED:
        if getattr(packet, field) != getattr(back, field):
            raise EdxmlNotSame(where=field)


def _placed(sentence: str, where: str) -> str:
    return f"{sentence.rstrip('.')} ({where})." if where else sentence
