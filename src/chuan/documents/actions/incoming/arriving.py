"""Taking in what comes: a file, a paper typed in, a packet. Nothing is registered yet."""

from __future__ import annotations

from datetime import datetime

from chuan.documents import searching
from chuan.documents.actions.incoming.stepping import REGISTER
from chuan.documents.checking import record_check
from chuan.documents.incoming.facts import Arriving, columns_of
from chuan.documents.incoming.reading import Read
from chuan.documents.incoming.same import same_file
from chuan.documents.incoming.waiting import KIND, keep_clock
from chuan.documents.models import Document, Packet
from chuan.documents.permissions import check_registers
from chuan.documents.refusals_incoming import (
    ArrivalSecret,
    ArrivedInFuture,
    DueBeforeArrival,
    IssuedAfterArrival,
    SameFileHere,
)
from chuan.documents.secrecy import mark_in_draft
from chuan.documents.states import put_states
from chuan.exchange.signatures import SignatureReport
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.intake.record_systems import require_kept
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def take_in(read: Read, *, by: Viewer, at: datetime) -> Document:
    """Take in a file that ``incoming.reading.read_file`` has read. Raises as ``arrive``; nothing is kept then."""
    check_registers(by)
    require_kept(by.unit, REGISTER, by.on, fact="arrival_number")
    blob = files.keep(read.data, media_type=read.media_type)
    return arrive(read.facts, blob=blob, report=read.report, by=by, at=at)


def arrive(
    facts: Arriving,
    *,
    blob: Blob | None = None,
    packet: Packet | None = None,
    report: SignatureReport | None = None,
    by: Viewer,
    at: datetime,
) -> Document:
    """A new incoming document, not registered yet; ``packet`` is joined to it, ``report`` kept as its check.

    Packets err: days that cannot be are left out of their facts. Raises ``ArrivalSecret``, ``SameFileHere``,
    ``ArrivedInFuture``, ``IssuedAfterArrival``, ``DueBeforeArrival``, ``FollowedElsewhere``, ``NotAllowed``.
    """
    check_registers(by)
    require_kept(by.unit, REGISTER, by.on, fact="arrival_number")
    refuse_secret(facts)
    given = facts.possible(by.on) if packet is not None else facts
    document = _fresh(given.tidied(), blob, packet, by=by, at=at)
    check_days(document, by)
    with act("incoming.arrive", Subject(KIND, document.uid), by=by, unit_uid=by.unit.uid, at=at) as doing:
        if blob is not None and (held := same_file(by.unit, blob.digest)) is not None:
            raise SameFileHere(document=held.title)
        document.save()
        if packet is not None:
            packet.document = document
            packet.save(update_fields=["document"])
        if blob is not None and report is not None:
            record_check(document, blob, report, by=by, at=at)
        keep_clock(document, "", on=by.on)
        put_states([document.pk], at=at)
        searching.put([document])
        doing.detail = {
            "title": document.title,
            "sha256": blob.digest if blob else "",
            "basis": document.basis,
        }
    return document


def refuse_secret(facts: Arriving) -> None:
    """Raises ``ArrivalSecret`` when anything in the facts marks a state secret."""
    if mark := mark_in_draft(facts.texts()):
        raise ArrivalSecret(mark=mark)


def check_days(document: Document, by: Viewer) -> None:
    """Raises what is wrong with the days of a document that comes in; its own deadline included."""
    arrived = document.arrived_on or by.on
    if arrived > by.on:
        raise ArrivedInFuture(day=arrived)
    if document.issued_on is not None and document.issued_on > arrived:
        raise IssuedAfterArrival(issued=document.issued_on, arrived=arrived)
    if document.due_on is not None and document.due_on < arrived:
        raise DueBeforeArrival(due=document.due_on, since=arrived)


def _fresh(
    facts: Arriving, blob: Blob | None, packet: Packet | None, *, by: Viewer, at: datetime
) -> Document:
    basis = Document.Basis.TYPED if blob is None else Document.Basis.FILE
    document = Document(
        unit=by.unit,
        owner_unit=by.unit,
        direction=Document.Direction.IN,
        stage="arrived",
        basis=Document.Basis.PACKET if packet is not None else basis,
        blob=blob,
        recorded_at=at,
        recorded_by=by.official,
    )
    for name, value in columns_of(facts).items():
        setattr(document, name, value)
    document.arrived_on = document.arrived_on or by.on
    if document.electronic is None:
        document.electronic = blob is not None
    return document
