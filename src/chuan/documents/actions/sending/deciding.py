"""What a person decides about a packet: take the document in, send it back, accept or refuse what it asks for.

A packet never writes over a registered document. An accepted recall stops the work on it; an accepted update or
replacement comes in beside it as a document of its own, with a link (QĐ 28/2018/QĐ-TTg; QCVN 102:2016/BTTTT 2.2).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.documents.actions.incoming import arrive
from chuan.documents.actions.incoming.stepping import is_followed
from chuan.documents.actions.moving import locked_document, move
from chuan.documents.actions.outgoing.stepping import given
from chuan.documents.actions.sending.answers import SUBJECT, _answer_inside
from chuan.documents.actions.sending.queueing import REGISTER
from chuan.documents.incoming.waiting import end_parts, keep_clock
from chuan.documents.models import Document, Link, Packet
from chuan.documents.permissions import check_owner, check_registers
from chuan.documents.refusals_sending import PacketOtherKind, PacketSettled
from chuan.documents.sending.taking import Taking
from chuan.exchange.edxml import Kind
from chuan.files import actions as files
from chuan.intake.record_systems import require_kept, system_on
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import Act, act

_STOPS = {"arrived": "refuse", "registered": "file", "assigned": "finish", "in_work": "finish"}
"""How the work on an incoming document ends when its sender takes it back."""


def take_in(packet: Packet, taking: Taking, *, by: Viewer, at: datetime) -> Document:
    """The document of a new packet comes in, not registered yet. ``taking`` was read before.

    Raises ``PacketSettled``, ``PacketOtherKind``, ``FollowedElsewhere``, and whatever ``incoming.arrive`` refuses.
    """
    _check(packet, by, Kind.NEW)
    require_kept(packet.unit, REGISTER, by.on, fact="arrival_number")
    with _deciding(packet, "packet.take_in", by=by, at=at) as (held, doing):
        document = _arrive(held, taking, by=by, at=at)
        _settled(held, Packet.Status.TAKEN, "", by=by, at=at)
        doing.detail = {"document": document.title}
    packet.refresh_from_db()
    return document


def send_back(packet: Packet, reason: str, *, by: Viewer, at: datetime) -> None:
    """A new packet is not taken: the answer 02 with the reason. Raises ``ReasonMissing``, ``PacketSettled``."""
    _check(packet, by, Kind.NEW)
    said = given(reason, "từ chối tiếp nhận")
    with _deciding(packet, "packet.send_back", by=by, at=at) as (held, doing):
        _answer_inside(held, "02", reason=said, by=by, at=at)
        _settled(held, Packet.Status.DECLINED, said, by=by, at=at)
        doing.detail = {"reason": said}
    packet.refresh_from_db()


def set_aside(packet: Packet, reason: str, *, by: Viewer, at: datetime) -> None:
    """Kept and used for nothing: the unit's own system has it already. Raises ``ReasonMissing``, ``PacketSettled``."""
    _check(packet, by)
    said = given(reason, "để riêng gói tin")
    with _deciding(packet, "packet.set_aside", by=by, at=at) as (held, doing):
        _settled(held, Packet.Status.IGNORED, said, by=by, at=at)
        doing.detail = {"reason": said}
    packet.refresh_from_db()


def accept(
    packet: Packet,
    document: Document | None,
    note: str = "",
    *,
    taking: Taking | None = None,
    by: Viewer,
    at: datetime,
) -> None:
    """Agree to an update, a recall or a replacement (answer 15) about ``document``, the one registered here.

    A recall ends the work on it; the document, its number and its file stay. An update or a replacement comes in
    beside it (``taking``). Where another system keeps the register only the decision is written down.
    Raises ``PacketSettled``, ``PacketOtherKind``, ``NotFound``, ``NotAllowed``.
    """
    _check(packet, by, Kind.REVOCATION, Kind.UPDATE, Kind.REPLACEMENT)
    if document is not None:
        check_owner(by, document)
    keeps = system_on(packet.unit, REGISTER, by.on).keeps
    with _deciding(packet, "packet.accept", by=by, at=at) as (held, doing):
        if held.kind == Kind.REVOCATION:
            held.document = document
            if document is not None and not is_followed(document):
                _stop(document, note, by=by, at=at)
        elif keeps and taking is not None:
            _beside(held, document, taking, by=by, at=at)
        _answer_inside(held, "15", reason=note.strip(), by=by, at=at)
        _settled(held, Packet.Status.ACCEPTED, note.strip(), by=by, at=at)
        doing.detail = {"document": document.title if document else "", "reason": note.strip()}
    packet.refresh_from_db()


def decline(packet: Packet, document: Document | None, reason: str, *, by: Viewer, at: datetime) -> None:
    """Refuse what the packet asks for (answer 16), with the reason. Raises ``ReasonMissing``, ``PacketSettled``."""
    _check(packet, by, Kind.REVOCATION, Kind.UPDATE, Kind.REPLACEMENT)
    said = given(reason, "từ chối yêu cầu của gói tin")
    with _deciding(packet, "packet.decline", by=by, at=at) as (held, doing):
        held.document = document
        _answer_inside(held, "16", reason=said, by=by, at=at)
        _settled(held, Packet.Status.DECLINED, said, by=by, at=at)
        doing.detail = {"reason": said}
    packet.refresh_from_db()


@contextmanager
def _deciding(packet: Packet, verb: str, *, by: Viewer, at: datetime) -> Iterator[tuple[Packet, Act]]:
    """The packet held in one act; raises ``PacketSettled`` when somebody was quicker."""
    with act(verb, Subject(SUBJECT, packet.uid), by=by, unit_uid=packet.unit.uid, at=at) as doing:
        held = Packet.objects.select_for_update(of=("self",)).select_related("unit").get(pk=packet.pk)
        _check_open(held)
        yield held, doing


def _check(packet: Packet, by: Viewer, *kinds: Kind) -> None:
    check_registers(by)
    if packet.unit_id != by.unit.pk:
        raise NotFound(thing="gói tin này")
    if kinds and packet.kind not in kinds:
        raise PacketOtherKind()
    _check_open(packet)


def _check_open(packet: Packet) -> None:
    if packet.status != Packet.Status.WAITING:
        raise PacketSettled(status=str(packet.get_status_display()))


def _settled(packet: Packet, status: str, reason: str, *, by: Viewer, at: datetime) -> None:
    packet.status, packet.reason, packet.decided_by, packet.decided_at = status, reason, by.official, at
    packet.save()
    clocks.settle(Subject(SUBJECT, packet.uid), on=by.on)


def _arrive(packet: Packet, taking: Taking, *, by: Viewer, at: datetime) -> Document:
    blob = files.keep(taking.data, media_type=taking.media_type) if taking.data else None
    return arrive(taking.facts, blob=blob, packet=packet, report=taking.report, by=by, at=at)


def _beside(packet: Packet, document: Document | None, taking: Taking, *, by: Viewer, at: datetime) -> None:
    """The new version as a document of its own, linked to the one that stands."""
    made = _arrive(packet, taking, by=by, at=at)
    if document is not None:
        kind = Link.Kind.SUPERSEDES if packet.kind == Kind.REPLACEMENT else Link.Kind.AMENDS
        Link.objects.create(document=made, target=document, citation=document.title[:600], kind=kind)


def _stop(document: Document, note: str, *, by: Viewer, at: datetime) -> None:
    """End the work on an incoming document that its sender takes back; one that is done stays done."""
    held = locked_document(document)
    verb = _STOPS.get(held.stage)
    said = "; ".join(part for part in (_("Nơi gửi đã lấy lại văn bản"), note.strip()) if part)
    if verb is None:
        move(held, "note", by=by, at=at, note=said)
        return
    before = held.stage
    fields: dict[str, Any] = {} if verb == "refuse" else {"done_on": by.on, "progress": said[:300]}
    move(held, verb, by=by, at=at, note=said, **fields)
    keep_clock(held, before, on=by.on)
    end_parts(held.assignments.standing(), on=by.on)
