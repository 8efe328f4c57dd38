"""Packet files of our own: the document for its receivers, and the recall of one that has left."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.actions.sending.queueing import REGISTER
from chuan.documents.models import Delivery, Document
from chuan.documents.permissions import check_owner, check_registers
from chuan.documents.refusals_sending import NothingToPack
from chuan.documents.sending.organ import own_organ
from chuan.documents.sending.packing import (
    EDXML_TYPE,
    new_packet,
    packet_name,
    recall_packet,
    waiting_for_packet,
)
from chuan.exchange.edxml import Staff
from chuan.files import actions as files
from chuan.files.models import Attachment, Blob
from chuan.intake.record_systems import require_kept
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

RECALL = "document_recall"
"""Subject of the files that ask for a document back."""


def make_packet(document: Document, *, by: Viewer, at: datetime) -> Blob:
    """One packet file for every receiver of the document that waits for one; downloaded and sent by a person.

    Raises ``NothingToPack``, ``OrganCodeMissing``, ``NoSignedFile``, ``TypeNotOnList``, ``EdxmlIncomplete`` with
    what the document lacks, ``FollowedElsewhere``, ``NotAllowed``.
    """
    _check(document, by)
    organ, waiting = own_organ(document.owner_unit, by.on), waiting_for_packet(document)
    if not waiting:
        raise NothingToPack()
    data = new_packet(document, waiting, organ, at=at)
    blob = files.keep(data, media_type=EDXML_TYPE)
    with act("packet.make", Subject("document", document.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        Delivery.objects.filter(pk__in=[one.pk for one in waiting]).update(packet=blob)
        doing.detail = {"sha256": blob.digest, "sendings": len(waiting)}
    return blob


def make_recall_packet(document: Document, reason: str, *, by: Viewer, at: datetime) -> Blob:
    """The packet that asks every receiver of ``recall_asked`` to give the document back. Raises as ``make_packet``."""
    _check(document, by)
    organ = own_organ(document.owner_unit, by.on)
    asked = document.deliveries.filter(way=Delivery.Way.EDXML, status="recall_asked").select_related(
        "correspondent"
    )
    waiting = list(asked.order_by("pk"))
    if not waiting:
        raise NothingToPack()
    staff = Staff(name=by.official.name if by.official else "")
    data = recall_packet(document, waiting, organ, reason, staff, at=at)
    blob = files.keep(data, media_type=EDXML_TYPE)
    with act("packet.recall", Subject("document", document.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        Attachment.objects.create(
            blob=blob, unit_uid=document.owner_unit.uid, subject_kind=RECALL, subject_uid=document.uid,
            name=packet_name(document, kind="thu-hoi"),
        )  # fmt: skip
        doing.detail = {"sha256": blob.digest, "sendings": len(waiting), "reason": reason}
    return blob


def _check(document: Document, by: Viewer) -> None:
    check_registers(by)
    check_owner(by, document)
    require_kept(document.owner_unit, REGISTER, by.on, fact="send")
