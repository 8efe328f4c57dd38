"""What is taken out of a packet to come in as a document: its facts, its paper, the check of the signatures."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from chuan.documents.incoming.facts import Arriving
from chuan.documents.incoming.reading import read_file
from chuan.documents.models import Packet
from chuan.documents.sending.summary import Summary, from_text
from chuan.exchange import edxml
from chuan.exchange.edxml import Attachment
from chuan.exchange.signatures import SignatureReport
from chuan.files import actions as files
from chuan.law.document_types import document_types
from chuan.people.viewer import Viewer
from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Taking:
    """Read before the act. ``data`` is b"" where no attachment can be the paper; ``said`` then says so."""

    facts: Arriving
    data: bytes = b""
    media_type: str = ""
    report: SignatureReport | None = None
    said: str = ""


def taking_of(packet: Packet, *, by: Viewer, at: datetime) -> Taking:
    """Read the packet again, choose its paper (the first PDF), check it. Raises ``StateSecret``, the reader's.

    A paper that cannot be read comes in all the same: the packet names it, and its bytes stay in the packet.
    """
    facts = facts_of(from_text(packet.summary), by)
    paper = _paper(attachments_of(packet))
    if paper is None:
        return Taking(
            facts, said="Gói tin không có tệp nào là PDF; văn bản đến không có tệp, xem tệp ở gói tin."
        )
    try:
        read = read_file(paper.content, paper.safe_name, by=by, at=at)
    except Refused as refused:
        if refused.code == "state_secret":
            raise
        return Taking(facts, said=refused.sentence)
    facts = replace(facts, file_name=paper.safe_name, pages=read.facts.pages)
    return Taking(facts, read.data, read.media_type, read.report)


def attachments_of(packet: Packet) -> tuple[Attachment, ...]:
    """The files of a packet, taken out of it again. Raises OSError where the kept file is damaged or gone."""
    return edxml.read(files.read(packet.blob), name=packet.file_name).attachments


def facts_of(summary: Summary, by: Viewer) -> Arriving:
    """The facts of an incoming document as its packet has them."""
    return Arriving(
        number=summary.number,
        symbol=summary.symbol,
        issued_on=summary.day,
        issuer_name=summary.issuer,
        type=_type(summary.type_name),
        subject=summary.subject,
        signer_name=summary.signer,
        signer_position=summary.position,
        urgency=summary.urgency,
        electronic=True,
        arrived_on=by.on,
        due_on=summary.due_day,
    )


def _type(name: str) -> str:
    """Our key of the kind that the packet names; "" for one that is none of the 29."""
    wanted = fold(name).split(" (")[0]
    return next((one.key for one in document_types().values() if fold(one.name) == wanted), "")


def _paper(attachments: tuple[Attachment, ...]) -> Attachment | None:
    usable = [one for one in attachments if one.broken is None and one.content]
    return next((one for one in usable if one.content.startswith(b"%PDF")), None)
