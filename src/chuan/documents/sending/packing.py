"""The packet of one of our documents: header, receivers, the signed PDF. Nothing is written to the database here."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from chuan.documents.models import Delivery, Document
from chuan.documents.outgoing.heads import place_of
from chuan.documents.recipients import FILE
from chuan.documents.refusals_sending import NoSignedFile, TypeNotOnList
from chuan.exchange.edxml import (
    Attachment,
    Business,
    Code,
    DocumentType,
    Kind,
    Message,
    Organ,
    OtherInfo,
    Packet,
    Promulgation,
    Signer,
    Staff,
    completed,
    remarks_of,
    write,
    written_document_id,
)
from chuan.files import actions as files
from chuan.law.document_types import document_types, type_title
from chuan.law.edxml import codes
from chuan.rules.vietnamese import fold

EDXML_TYPE = "application/xml"
"""Media type under which packets are kept."""

_PRIORITY = {"normal": "0", "urgent": "1", "very_urgent": "2", "express": "3"}
_REPORT, _NOT_SAID = "3", "0"


def document_id(document: Document, organ: Organ) -> str:
    """The identity of our document on the axis; "" while number or day are missing."""
    if not document.issued_on or not document.number:
        return ""
    return written_document_id(organ.id, document.issued_on, document.full_number)


def new_packet(document: Document, deliveries: Iterable[Delivery], organ: Organ, *, at: datetime) -> bytes:
    """The packet file of a document for these receivers. Raises ``NoSignedFile``, ``TypeNotOnList``, the writer's."""
    packet = Packet(
        kind=Kind.NEW,
        document=_message(document, deliveries, organ),
        attachments=(_attached(document),),
    )
    return _written(completed(packet, at=at))


def recall_packet(
    document: Document,
    deliveries: Iterable[Delivery],
    organ: Organ,
    reason: str,
    staff: Staff,
    *,
    at: datetime,
) -> bytes:
    """The packet that asks receivers to give a document back (business 1). Raises as ``new_packet``."""
    business = Business(
        type="1",
        reason=reason,
        document_id=document_id(document, organ),
        paper="0",
        staff=(staff,) if staff != Staff() else (),
    )
    packet = Packet(kind=Kind.REVOCATION, document=_message(document, deliveries, organ), business=business)
    return _written(completed(packet, at=at))


def type_number(type_: str) -> str:
    """The number of a kind of document in the standard's list. Raises ``TypeNotOnList``."""
    one = document_types().get(type_)
    wanted = fold(one.name if one else type_)
    for code, value in codes("type").items():
        if fold(str(value.value)).split(" (")[0] == wanted:
            return code
    raise TypeNotOnList(type=type_title(type_))


def packet_name(document: Document, *, kind: str = "gui") -> str:
    """ "12-QD-UBND-gui.edxml": a name every system takes."""
    said = fold(document.full_number).upper().replace("/", "-").replace(" ", "-")
    kept = "".join(one for one in said if one.isalnum() or one in "-_") or "van-ban"
    return f"{kept}-{kind}.edxml"


def _message(document: Document, deliveries: Iterable[Delivery], organ: Organ) -> Message:
    authority = document.signer_authority.splitlines()
    return Message(
        sender=organ,
        receivers=tuple(_receivers(deliveries)),
        code=Code(number=document.number, notation=document.symbol),
        promulgation=Promulgation(
            place=document.place or place_of(document.owner_unit),
            dated=f"{document.issued_on:%Y/%m/%d}" if document.issued_on else "",
        ),
        type=DocumentType(type=type_number(document.type), name=type_title(document.type)),
        subject=" ".join(document.subject.split()),
        signer=Signer(
            competence=authority[0][:100] if authority else "",
            position=document.signer_position,
            name=document.signer_name,
        ),
        places=tuple(document.recipients.filter(kind=FILE).values_list("line", flat=True)),
        other=OtherInfo(priority=_PRIORITY.get(document.urgency, "0")),
        steering=_REPORT if document.type == "BC" else _NOT_SAID,
        document_id=document_id(document, organ),
    )


def _receivers(deliveries: Iterable[Delivery]) -> Iterable[Organ]:
    for one in deliveries:
        if one.correspondent is not None:
            yield Organ(id=one.correspondent.organ_code, name=one.correspondent.name)


def _attached(document: Document) -> Attachment:
    if document.blob is None or document.blob.media_type != "application/pdf":
        raise NoSignedFile()
    name = document.file_name or f"{packet_name(document).removesuffix('-gui.edxml')}.pdf"
    safe = Attachment(name=name).safe_name
    return Attachment(name=safe, content=files.read(document.blob), mime_type="application/pdf")


def _written(packet: Packet) -> bytes:
    """Written; that we do not know the agencies above our receivers is admitted, nothing else is."""
    unknown = tuple(one for one in remarks_of(packet) if one.where == "To/OrganizationInCharge")
    return write(replace(packet, remarks=unknown))


def waiting_for_packet(document: Document) -> Sequence[Delivery]:
    """Sendings of a document that go as a packet and have not left."""
    rows = document.deliveries.filter(way=Delivery.Way.EDXML, status__in=("queued", "failed"))
    return list(rows.select_related("correspondent").order_by("pk"))
