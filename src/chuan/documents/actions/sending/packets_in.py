"""Packets that come in: kept as they came; what they report is written down, what they ask waits for a person."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.documents.actions.sending import stepping
from chuan.documents.actions.sending.answers import SUBJECT, _answer_inside
from chuan.documents.incoming.waiting import registry_of
from chuan.documents.models import Delivery, Packet
from chuan.documents.permissions import check_registers
from chuan.documents.refusals_sending import PacketHere, TooManyPackets
from chuan.documents.sending.matching import is_for, spoken_of
from chuan.documents.sending.packing import EDXML_TYPE
from chuan.documents.sending.reading import ReadPacket, Uploaded, read_packets
from chuan.documents.sending.summary import Summary, as_text
from chuan.exchange.edxml import Kind
from chuan.exchange.edxml import Packet as EdxmlPacket
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.intake.record_systems import system_on
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.practice import days_of_practice
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import DELIVERY
from chuan.rules.refusals import Refused, WrongMove
from chuan.trail.actions import act

MOST = 100
"""Packets that one request takes in."""

_RANK = {"arrived": 1, "accepted": 2, "waiting": 3, "in_work": 4, "done": 5}
_UNSENT, _HERE = ("queued", "failed"), ("01", "02", "03", "04", "05", "06")
"""A receiver who reports on what nobody has marked as sent proves that it left."""

CODES = ("01", "02", "03", "04", "05", "06", "15", "16")
"""Codes that a receiver may report; 13 is the sender's own word."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one file: the packet kept, or the refusal."""

    name: str
    packet: Packet | None = None
    refused: Refused | None = None


def receive_packets(
    given: Sequence[tuple[str, bytes | Uploaded]], *, by: Viewer, clock: Callable[[], datetime]
) -> list[Taken]:
    """Take in several files, each in an act of its own: a broken one stops no other.

    ``clock`` is read for each: reading a hundred lasts longer than an act may. Raises ``TooManyPackets``,
    ``NotAllowed``; anything wrong with a file stands in its ``Taken``.
    """
    check_registers(by)
    if len(given) > MOST:
        raise TooManyPackets(most=MOST, count=len(given))
    return [_taken(one, by=by, at=clock()) for one in read_packets(given)]


def receive_packet(one: ReadPacket, *, by: Viewer, at: datetime) -> Packet:
    """Keep one packet that was read. Raises ``PacketHere``, ``NotAllowed``, or what reading refused."""
    check_registers(by)
    if one.refused is not None or one.packet is None or one.summary is None:
        raise one.refused or ValueError("a packet that was not read")
    blob = files.keep(one.data, media_type=EDXML_TYPE)
    _refuse_twice(blob, one.name, by)
    packet = _fresh(one.packet, one.summary, blob, one.name, by=by, at=at)
    with act("packet.receive", Subject(SUBJECT, packet.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        if packet.kind == Kind.STATUS:
            _report(packet, one.summary, by=by, at=at)
        packet.save()
        if packet.status == Packet.Status.WAITING:
            _wait(packet, by)
        if packet.kind == Kind.NEW and is_for(packet.unit, one.summary):
            _answer_inside(packet, "01", by=by, at=at)
        doing.detail = {"kind": packet.kind, "sha256": blob.digest, "file": packet.file_name}
    return packet


def _taken(one: ReadPacket, *, by: Viewer, at: datetime) -> Taken:
    try:
        return Taken(one.name, receive_packet(one, by=by, at=at))
    except Refused as refused:
        return Taken(one.name, refused=refused)


def _refuse_twice(blob: Blob, name: str, by: Viewer) -> None:
    earlier = Packet.objects.filter(unit=by.unit, blob=blob).order_by("pk").first()
    if earlier is not None:
        raise PacketHere(name=name, earlier=earlier.file_name)


def _fresh(
    packet: EdxmlPacket, summary: Summary, blob: Blob, name: str, *, by: Viewer, at: datetime
) -> Packet:
    message = packet.document
    identity = message.document_id if message else next(iter(summary.concerns), "")
    return Packet(
        unit=by.unit,
        blob=blob,
        file_name=name[:255],
        kind=packet.kind.value,
        outside_id=" ".join(identity.split())[:250],
        sender=summary.issuer,
        sender_code=" ".join(packet.sender.id.split())[:50],
        summary=as_text(summary),
        status=Packet.Status.WAITING,
        by=by.official,
        arrived_at=at,
    )


def _wait(packet: Packet, by: Viewer) -> None:
    """It stands in the registry clerk's work until somebody decides; only where Chuẩn keeps the register."""
    if not system_on(packet.unit, "documents", by.on).keeps:
        return
    due = by.on + timedelta(days=days_of_practice(stepping.ANSWER_DAYS, packet.unit, by.on))
    role = registry_of(packet.unit, by.on)
    clocks.start(Subject(SUBJECT, packet.uid), unit=packet.unit, opened_on=by.on, due_on=due, role=role)


def _report(packet: Packet, summary: Summary, *, by: Viewer, at: datetime) -> None:
    """Write what the status says at its sending; what fits nothing is kept with the reason, never lost."""
    spoken = spoken_of(by.unit, summary, packet.sender_code)
    packet.document = spoken.document
    packet.status, packet.reason = Packet.Status.IGNORED, spoken.why
    if spoken.delivery is None:
        return
    if summary.code not in CODES:
        packet.reason = _("mã trạng thái “%s” không có trong danh mục của nơi nhận") % summary.code
        return
    packet.status = Packet.Status.TAKEN
    packet.reason = _step(spoken.delivery, packet, summary, by=by.official, at=at)


def _step(delivery: Delivery, packet: Packet, summary: Summary, *, by: Official | None, at: datetime) -> str:
    held = stepping.locked(delivery)
    moment, odd = _moment(summary, at)
    late = _is_late(held, summary.code, moment)
    said = "; ".join(part for part in (summary.reason, odd) if part)
    if held.status in _UNSENT and summary.code in _HERE:
        told = _("chưa ai ghi đã gửi, nhưng nơi nhận báo đã có")
        stepping.take(held, "send", by=by, at=at, note=told)
    if late:
        said = "; ".join(part for part in (said, late) if part)
        stepping.keep(held, summary.code, by=by, at=at, said_at=moment, note=said, proof=packet.blob)
        return late
    try:
        stepping.take(held, summary.code, by=by, at=at, said_at=moment, note=said, proof=packet.blob)
    except WrongMove as wrong:
        said = "; ".join(part for part in (said, wrong.sentence) if part)
        stepping.keep(held, summary.code, by=by, at=at, said_at=moment, note=said, proof=packet.blob)
        return wrong.sentence
    return odd


def _moment(summary: Summary, at: datetime) -> tuple[datetime | None, str]:
    """When the other side says it happened; a moment that cannot be is told and left out."""
    if not summary.said_at:
        return None, _("không ghi được thời điểm")
    moment = datetime.fromisoformat(summary.said_at)
    if moment > at + timedelta(days=1):
        return None, _("ghi thời điểm chưa tới: %s") % f"{moment:%d/%m/%Y %H:%M}"
    return moment, ""


def _is_late(held: Delivery, code: str, moment: datetime | None) -> str:
    """An earlier stage reported after a later one, unless its own moment is later: it moves nothing."""
    after = DELIVERY.moves.get((held.status, code), "")
    if _RANK.get(after, 9) >= _RANK.get(held.status, 0):
        return ""
    last = held.steps.exclude(said_at=None).order_by("-said_at").first()
    if moment is not None and last is not None and last.said_at is not None and moment > last.said_at:
        return ""
    return _("báo đến sau một trạng thái xa hơn nên không đổi trạng thái")
