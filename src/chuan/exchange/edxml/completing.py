"""What a packet of our own still needs before it is written; nothing that the sender has to say is invented."""

from __future__ import annotations

import hashlib
import uuid
from dataclasses import replace
from datetime import datetime

from chuan.exchange.edxml.assembling import kind_of
from chuan.exchange.edxml.checking import remarks_of
from chuan.exchange.edxml.document_ids import written_document_id
from chuan.exchange.edxml.headers import (
    Business,
    Message,
    Organ,
    Reference,
    ResponseFor,
    Staff,
    Status,
    Trace,
)
from chuan.exchange.edxml.packets import KINDS, Attachment, Kind, Packet
from chuan.exchange.edxml.when import written_moment

_TYPES = {kind: code for code, kind in KINDS.items()}


def completed(packet: Packet, *, at: datetime) -> Packet:
    """The packet with what follows from the rest of it where it was left empty.

    That is: ids and manifest of attachments, the triple of 1.14, the kind of business, the first station
    of the way (``at``), and the summary 1.7, for which senders repeat the subject 1.6.
    """
    attachments = tuple(_identified(one, number) for number, one in enumerate(packet.attachments))
    packet = replace(packet, attachments=attachments)
    if packet.document is None:
        return packet
    message = _named(packet.document)
    return replace(
        packet,
        document=message,
        kind=packet.kind if packet.business is None else kind_of(packet),
        business=packet.business or Business(type=_TYPES.get(packet.kind, ""), paper="0"),
        trace=packet.trace or (Trace(organ_id=message.sender.id, timestamp=written_moment(at)),),
        references=packet.references or tuple(_announcing(one) for one in attachments),
    )


def status_packet(
    answered: Packet,
    *,
    code: str,
    sender: Organ,
    at: datetime,
    description: str = "",
    staff: Staff | None = None,
) -> Packet:
    """The packet that tells the sender of a document what became of it (01, 02, 03, …).

    The document's own identity is repeated as it was written; what is wrong with it stands in the
    ``remarks`` and keeps nobody from answering.
    """
    status = Status(
        response_for=answer_to(answered),
        sender=sender,
        code=code,
        description=description,
        timestamp=written_moment(at),
        staff=staff,
    )
    packet = Packet(kind=Kind.STATUS, status=status)
    theirs = (
        one for one in remarks_of(packet) if one.where.startswith("ResponseFor") and one.code != "missing"
    )
    return replace(packet, remarks=tuple(theirs))


def answer_to(packet: Packet) -> ResponseFor:
    """How a later packet names the document of this one; for a status packet, the document it is about."""
    if packet.status is not None:
        return packet.status.response_for
    message = packet.document or Message()
    return ResponseFor(
        organ_id=message.sender.id,
        code=message.code.written,
        dated=message.promulgation.dated,
        document_id=message.document_id,
    )


def _named(message: Message) -> Message:
    day = message.promulgation.day
    if not message.document_id and day and message.sender.id.strip() and message.code.written:
        message = replace(
            message, document_id=written_document_id(message.sender.id, day, message.code.written)
        )
    return message if message.content.strip() else replace(message, content=message.subject)


def _identified(attachment: Attachment, number: int) -> Attachment:
    """An id that is the same every time for the same file in the same place."""
    if not attachment.content_id:
        told = f"{hashlib.sha256(attachment.content).hexdigest()}/{number}"
        attachment = replace(attachment, content_id=f"cid:{uuid.uuid5(uuid.NAMESPACE_OID, told)}")
    return replace(attachment, content_type=attachment.content_type or "application/zip")


def _announcing(attachment: Attachment) -> Reference:
    return Reference(
        content_id=attachment.content_id,
        content_type=attachment.content_type,
        description=attachment.description,
        name=attachment.name,
    )
