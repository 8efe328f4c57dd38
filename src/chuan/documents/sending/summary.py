"""What is kept and shown of a packet that came in: short, whatever a hostile sender has put into it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from chuan.exchange.edxml import Attachment, DocumentId, Organ, Packet, read_document_id
from chuan.law.edxml import word

FEW_REMARKS, FEW_FILES, FEW_PLACES = 20, 100, 50
"""How many are named; how many there were in all is said."""

_URGENCY = {"1": "urgent", "2": "very_urgent", "3": "express", "4": "express"}


@dataclass(frozen=True, slots=True)
class File:
    """An attachment: the name it is saved under, bytes, SHA-256, and why it could not be taken out."""

    name: str
    size: int
    digest: str
    broken: str = ""


@dataclass(frozen=True, slots=True)
class Summary:
    """The facts of a packet without its attachments. Days are ISO texts, "" where the packet has no such day."""

    kind: str
    number: str = ""
    symbol: str = ""
    dated: str = ""
    written_day: str = ""
    type_name: str = ""
    subject: str = ""
    issuer: str = ""
    signer: str = ""
    position: str = ""
    due: str = ""
    urgency: str = "normal"
    receivers: list[tuple[str, str]] = field(default_factory=list)
    concerns: list[str] = field(default_factory=list)
    reason: str = ""
    contact: str = ""
    code: str = ""
    answered_organ: str = ""
    said_at: str = ""
    files: list[File] = field(default_factory=list)
    signature: str = ""
    remarks: list[str] = field(default_factory=list)
    remark_count: int = 0

    @property
    def day(self) -> date | None:
        """The day of the document, where there is one."""
        return date.fromisoformat(self.dated) if self.dated else None

    @property
    def due_day(self) -> date | None:
        """The day to answer by, where there is one."""
        return date.fromisoformat(self.due) if self.due else None

    @property
    def full_number(self) -> str:
        """ "12/QĐ-UBND"."""
        return "/".join(part for part in (self.number, self.symbol) if part)

    @property
    def more_remarks(self) -> int:
        """How many remarks are not named."""
        return self.remark_count - len(self.remarks)

    @property
    def code_words(self) -> str:
        """The words of a status code; "" for one that is on no list."""
        return word("status", self.code)


def summary_of(packet: Packet) -> Summary:
    """The facts of a packet that was read."""
    said = [*packet.remarks, *packet.form]
    common: dict[str, Any] = {
        "kind": packet.kind.value,
        "files": [_file(one) for one in packet.attachments[:FEW_FILES]],
        "signature": _signature(packet),
        "remarks": [_cut(f"{one.sentence}", 300) for one in said[:FEW_REMARKS]],
        "remark_count": len(said),
    }
    return Summary(**common, **(_of_status(packet) if packet.status is not None else _of_document(packet)))


def as_text(summary: Summary) -> str:
    """As it is kept in the database."""
    return json.dumps(asdict(summary), ensure_ascii=False)


def from_text(text: str) -> Summary:
    """The reverse of ``as_text``."""
    told = json.loads(text)
    told["files"] = [File(**one) for one in told["files"]]
    told["receivers"] = [(one[0], one[1]) for one in told["receivers"]]
    return Summary(**told)


def _of_document(packet: Packet) -> dict[str, Any]:
    message, business = packet.document, packet.business
    if message is None:
        return {}
    other = message.other
    return {
        "number": _cut(message.code.number, 30),
        "symbol": _cut(message.code.notation, 40),
        "dated": _iso(message.promulgation.day),
        "written_day": _cut(message.promulgation.dated, 40),
        "type_name": _cut(message.type.name, 100),
        "subject": _cut(message.subject, 2000),
        "issuer": _cut(message.sender.name, 200),
        "signer": _cut(message.signer.name, 120),
        "position": _cut(message.signer.position, 120),
        "due": _iso(message.due_day),
        "urgency": _URGENCY.get(other.priority.strip(), "normal") if other else "normal",
        "receivers": [_named(one) for one in message.receivers[:FEW_PLACES]],
        "concerns": [_cut(one, 250) for one in packet.concerns[:FEW_PLACES]],
        "reason": _cut(business.reason, 1000) if business else "",
        "contact": _contact(packet),
    }


def _of_status(packet: Packet) -> dict[str, Any]:
    status = packet.status
    if status is None:
        return {}
    answered, moment = status.response_for, status.moment
    number, _, symbol = answered.code.partition("/")
    return {
        "number": _cut(number, 30),
        "symbol": _cut(symbol, 40),
        "dated": _iso(answered.day),
        "written_day": _cut(answered.dated, 40),
        "issuer": _cut(status.sender.name, 200),
        "concerns": [_cut(answered.document_id, 250)] if answered.document_id.strip() else [],
        "reason": _cut(status.description, 1000),
        "code": _cut(status.code, 12),
        "answered_organ": _cut(answered.organ_id, 50),
        "said_at": moment.isoformat() if moment else "",
        "contact": " ".join(
            _cut(part, 100)
            for part in ((status.staff.name, status.staff.mobile) if status.staff else ())
            if part
        ),
    }


def _file(attachment: Attachment) -> File:
    digest = hashlib.sha256(attachment.content).hexdigest()
    return File(attachment.safe_name, len(attachment.content), digest, attachment.broken or "")


def _signature(packet: Packet) -> str:
    found = packet.signature
    if found is None:
        return ""
    whose = _cut(found.certificate or found.subject or "không ghi người ký", 200)
    return f"{found.algorithm or 'không rõ thuật toán'}, {whose}: {found.trust}"


def _contact(packet: Packet) -> str:
    staff = packet.business.staff[:1] if packet.business else ()
    parts = [
        part for one in staff for part in (one.name, one.department, one.mobile, one.email) if part.strip()
    ]
    return ", ".join(_cut(part, 100) for part in parts)


def _named(organ: Organ) -> tuple[str, str]:
    return _cut(organ.id, 50), _cut(organ.name, 200)


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _cut(text: str, most: int) -> str:
    """One line without control characters, cut."""
    kept = "".join(one if one.isprintable() else " " for one in text[: most * 4])
    return " ".join(kept.split())[:most]


def identity(text: str) -> DocumentId | None:
    """The three parts of an identity, where it has three."""
    return read_document_id(text)
