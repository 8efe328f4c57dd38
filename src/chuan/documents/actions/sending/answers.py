"""Status packets that tell the sender of a packet what became of its document (01, 02, 03, 05, 06, 15, 16)."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.actions.sending.queueing import REGISTER
from chuan.documents.models import Document, Packet
from chuan.documents.permissions import check_registers
from chuan.documents.refusals_sending import PacketOtherKind
from chuan.documents.sending.organ import organ_of, own_organ
from chuan.documents.sending.packing import EDXML_TYPE
from chuan.documents.sending.summary import from_text
from chuan.exchange.edxml import (
    Code,
    Kind,
    Message,
    Organ,
    Promulgation,
    Staff,
    status_packet,
    write,
)
from chuan.exchange.edxml import Packet as EdxmlPacket
from chuan.files import actions as files
from chuan.files.models import Attachment, Blob
from chuan.intake.record_systems import require_kept, system_on
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act

SUBJECT = "packet"


def answer_packet(
    packet_or_document: Packet | Document, code: str, *, description: str = "", by: Viewer, at: datetime
) -> Blob:
    """The status packet for the sender, kept to be downloaded; nothing is sent by Chuẩn.

    Raises ``OrganCodeMissing``, ``PacketOtherKind`` for a document that came otherwise, ``FollowedElsewhere``,
    ``NotAllowed``, the writer's refusals (02 and 16 without a reason).
    """
    check_registers(by)
    packet = _packet(packet_or_document)
    if packet.unit_id != by.unit.pk:
        raise NotFound(thing="gói tin này")
    require_kept(packet.unit, REGISTER, by.on, fact="send")
    own_organ(packet.unit, by.on)
    subject = Subject(SUBJECT, packet.uid)
    with act("packet.answer", subject, by=by, unit_uid=packet.unit.uid, at=at) as doing:
        blob = _answer_inside(packet, code, reason=description, by=by, at=at)
        assert blob is not None
        doing.detail = {"code": code, "sha256": blob.digest}
    return blob


def _answer_inside(packet: Packet, code: str, *, reason: str = "", by: Viewer, at: datetime) -> Blob | None:
    """The same inside another act. None, and nothing written, where the unit does not answer by packets.

    That is: its code is not declared, or another system keeps its register and answers.
    """
    organ = organ_of(packet.unit, by.on)
    if organ is None or not system_on(packet.unit, REGISTER, by.on).keeps:
        return None
    staff = Staff(name=by.official.name if by.official else "")
    told = status_packet(
        _answered(packet),
        code=code,
        sender=organ,
        at=at,
        description=reason,
        staff=None if staff == Staff() else staff,
    )
    blob = files.keep(write(told), media_type=EDXML_TYPE)
    packet.answer = blob
    packet.save(update_fields=["answer"])
    Attachment.objects.create(
        blob=blob,
        unit_uid=packet.unit.uid,
        subject_kind=SUBJECT,
        subject_uid=packet.uid,
        name=_name(packet, code),
    )
    return blob


def answers_of(packet: Packet) -> list[Attachment]:
    """Every answer written so far, the first one first."""
    rows = Attachment.objects.filter(subject_kind=SUBJECT, subject_uid=packet.uid).select_related("blob")
    return list(rows.order_by("pk"))


def _packet(given: Packet | Document) -> Packet:
    if isinstance(given, Packet):
        return given
    found = Packet.objects.filter(document=given).order_by("pk").first()
    if found is None:
        raise PacketOtherKind()
    return found


def _answered(packet: Packet) -> EdxmlPacket:
    """As much of the packet as an answer repeats: its identity as it was written."""
    told = from_text(packet.summary)
    message = Message(
        sender=Organ(id=packet.sender_code, name=packet.sender),
        code=Code(number=told.number, notation=told.symbol),
        promulgation=Promulgation(dated=told.written_day),
        document_id=packet.outside_id,
    )
    return EdxmlPacket(kind=Kind(told.kind), document=message)


def _name(packet: Packet, code: str) -> str:
    stem = packet.file_name.rsplit(".", 1)[0][:120] or "goi-tin"
    return f"tra-loi-{code}-{stem}.edxml"
