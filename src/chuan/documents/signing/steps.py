"""Which fields a ticket fills, in what order, and what each of them shows.

The person signs one field. The agency fills number, day and month with what was given after that
signature, then seals (NĐ 30/2020/NĐ-CP art 15.3, 32.2d): each is a signature of its own, so that the
person's stays valid.
"""

from __future__ import annotations

from dataclasses import dataclass

from chuan.documents.models import Document, SigningTicket
from chuan.documents.signing.pictures import hand_of, seal_of
from chuan.exchange import signing
from chuan.exchange.signing import BEFORE_SEAL, DAY, MONTH, NUMBER, PERSON, SEAL
from chuan.law.paper import paper_rules
from chuan.paper import appearances
from chuan.people.models import Official

Role = SigningTicket.Role

STAGE = {Role.PERSON: "to_sign", Role.SEAL: "numbered"}
"""The stage at which a document waits for this signature."""

VERB = {Role.PERSON: "sign", Role.SEAL: "seal"}

_LETTER = {NUMBER: "number", DAY: "place_date", MONTH: "place_date"}


@dataclass(frozen=True)
class Shown:
    """What is put into fields: of whom, and the number and date given."""

    role: str
    official: Official
    document: Document


def next_field(pdf: bytes, role: str) -> str | None:
    """The field to be signed next, or None when all of this role are. Raises ``PdfNotSignable``."""
    signed = signing.fields_of(pdf)
    if role == Role.PERSON:
        return None if signed.get(PERSON) else PERSON
    waiting = [name for name in BEFORE_SEAL if name in signed and not signed[name]]
    return waiting[0] if waiting else (None if signed.get(SEAL) else SEAL)


def steps_left(pdf: bytes, role: str) -> int:
    """How many signatures this role still has to make. Raises ``PdfNotSignable``."""
    signed = signing.fields_of(pdf)
    names = (PERSON,) if role == Role.PERSON else (*(one for one in BEFORE_SEAL if one in signed), SEAL)
    return sum(not signed.get(name) for name in names)


def appearance(pdf: bytes, field: str, shown: Shown) -> bytes | None:
    """The drawing of a field in its own size; None where nothing is to be seen (a seal without a picture)."""
    size = signing.size_of(pdf, field)
    if field == PERSON:
        png = hand_of(shown.official)
        return appearances.image(png, *size) if png else _typed(shown.official.name, *size)
    if field == SEAL:
        png = seal_of(shown.document.owner_unit)
        return appearances.image(png, *size) if png else None
    look = paper_rules().letters[_LETTER[field]]
    return appearances.text(
        _words(field, shown.document), *size, look.size, look.bold, italic=look.italic,
        align="right" if field == NUMBER else "center",  # "05/QĐ-UBND": nothing between number and stroke (II.3)
    )  # fmt: skip


def _typed(name: str, width: float, height: float) -> bytes:
    """Without a picture the place says that somebody signed with a key, and who."""
    return appearances.text(f"Đã ký số: {name}", width, height, 11, italic=True)


def _words(field: str, document: Document) -> str:
    if field == NUMBER:
        return document.number
    on = document.issued_on
    if on is None:
        return ""
    if field == DAY:
        return f"{on.day:02d}"
    return f"{on.month:02d}" if on.month <= 2 else str(on.month)  # Phụ lục I, Phần I, II.4; trap T-08
