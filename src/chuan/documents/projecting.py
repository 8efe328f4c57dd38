"""What a reading says, written on its document: columns, links and recipients. Called inside an act."""

from __future__ import annotations

from datetime import date
from typing import Any

from chuan.documents import searching
from chuan.documents.bases import outside_act
from chuan.documents.cells import field_of
from chuan.documents.citing import citation_of, held_here
from chuan.documents.models import Document, Link, Recipient
from chuan.rules.decision_text.types import CitedAct, DecisionReading
from chuan.rules.refusals import Refused
from chuan.rules.vietnamese import fold, read_date
from chuan.ui.formatters import day

_COLUMNS = {
    "number": "number",
    "symbol": "symbol",
    "type": "type",
    "issuer_name": "issuer",
    "place": "place",
    "subject": "subject",
    "signer_name": "signer.name",
    "signer_position": "signer.position",
    "signer_authority": "signer.authority",
}

SHORT_TYPES = {"Quyết định": "QĐ", "Nghị quyết": "NQ", "Chỉ thị": "CT", "Kế hoạch": "KH", "Thông báo": "TB"}
"""How Nghị định 30/2020/NĐ-CP (Phụ lục III) shortens the kinds of papers."""


def columns_of(reading: DecisionReading) -> dict[str, Any]:
    """The columns of a document as the reading has them; texts are cut to what the column holds.

    The whole text stays in the reading.
    """
    columns: dict[str, Any] = {name: _cut(name, _value(reading, field)) for name, field in _COLUMNS.items()}
    columns["type"] = SHORT_TYPES.get(columns["type"], columns["type"])
    columns["issued_on"] = reading.date.value if reading.date else None
    columns["effective_from"] = effective_from(reading)
    return columns


def effective_from(reading: DecisionReading) -> date | None:
    """The day the Decision takes effect: a date of its own words, or the day of signing; else unknown."""
    words = reading.effect.value if reading.effect else ""
    issued_on = reading.date.value if reading.date else None
    if "ngay ky" in fold(words) or "ngay ban hanh" in fold(words):
        return issued_on
    try:
        return read_date(words.partition("ngày")[2].strip(" ;.,")) if "ngày" in words else None
    except Refused:
        return None


def project(document: Document, reading: DecisionReading) -> None:
    """Write the reading's values on its document, and its links and recipients anew."""
    for name, value in columns_of(reading).items():
        setattr(document, name, value)
    document.save()
    write_links(document, reading)
    write_recipients(document, reading)
    resolve_waiting(document)
    searching.put([document])


def write_links(document: Document, reading: DecisionReading) -> None:
    """One link per legal basis and per change to an earlier act."""
    document.links.all().delete()
    based = [(act, Link.Kind.BASED_ON.value, "") for act in reading.bases]
    changes = [(change.act, change.kind, change.part) for change in reading.changes]
    Link.objects.bulk_create(_link(document, *one) for one in based + changes)


def write_recipients(document: Document, reading: DecisionReading) -> None:
    """One row per line of "Nơi nhận"."""
    document.recipients.all().delete()
    Recipient.objects.bulk_create(
        Recipient(document=document, position=position, line=line.value[:300])
        for position, line in enumerate(reading.recipients, start=1)
    )


def resolve_waiting(document: Document) -> None:
    """Point the links of this unit's other papers that name this document to it."""
    if not document.number or document.issued_on is None:
        return
    named = f"{document.full_number} ngày {day(document.issued_on)}"
    waiting = Link.objects.filter(
        target=None, document__owner_unit=document.owner_unit, citation__contains=named
    )
    waiting.exclude(document=document).update(target=document)


def _link(document: Document, act: CitedAct, kind: str, part: str) -> Link:
    target = held_here(act, unit=document.owner_unit)
    if target is None and kind == Link.Kind.BASED_ON:
        target = outside_act(act, document)
    itself = target is not None and target.pk == document.pk
    return Link(
        document=document,
        citation=citation_of(act)[:600],
        kind=kind,
        part=part[:200],
        target=None if itself else target,
    )


def _value(reading: DecisionReading, name: str) -> str:
    found = field_of(reading, name)
    return str(found.value) if found else ""


def _cut(column: str, text: str) -> str:
    limit: int | None = getattr(Document._meta.get_field(column), "max_length", None)
    return text[:limit] if limit else text
