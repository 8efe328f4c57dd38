"""What is known of a document that comes in, before it is registered."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from chuan.documents.models import Document
from chuan.documents.numbers import split_number, tidy, type_of


@dataclass(frozen=True, slots=True)
class Arriving:
    """An incoming document as it names itself; empty fields are not known.

    ``unopened_for``: the letter is addressed to this person or mass organisation by name and was not opened
    (NĐ 30/2020 art 21.1b). ``due_on`` is the day the sender asks for an answer by.
    """

    number: str = ""
    symbol: str = ""
    issued_on: date | None = None
    issuer_name: str = ""
    type: str = ""
    subject: str = ""
    signer_name: str = ""
    signer_position: str = ""
    urgency: str = Document.Urgency.NORMAL
    electronic: bool | None = None
    pages: int | None = None
    arrived_on: date | None = None
    due_on: date | None = None
    unopened_for: str = ""
    note: str = ""
    file_name: str = ""

    def tidied(self) -> Arriving:
        """Number and symbol in one form, the type by symbol or subject, everything cut to what is kept."""
        number, symbol = split_number(self.number, self.symbol)
        cut: dict[str, Any] = {
            name: " ".join(getattr(self, name).split())[:most] for name, most in _LONGEST.items()
        }
        return replace(
            self,
            **cut,
            number=number[:30],
            symbol=tidy(symbol)[:40],
            type=(self.type or type_of(symbol, "", self.subject))[:10],
        )

    def possible(self, on: date) -> Arriving:
        """Without days that cannot be: dated after today, due before it came. For files and packets, which err."""
        issued = self.issued_on if self.issued_on is None or self.issued_on <= on else None
        arrived = self.arrived_on if self.arrived_on is None or self.arrived_on <= on else None
        due = self.due_on if self.due_on is None or self.due_on >= (arrived or on) else None
        return replace(self, issued_on=issued, arrived_on=arrived, due_on=due)

    def texts(self) -> Iterator[str]:
        """Everything in which a mark of secrecy may stand."""
        yield from (self.subject, self.note, self.symbol, self.number, self.unopened_for)


_LONGEST = {
    "issuer_name": 200, "subject": 2000, "signer_name": 120, "signer_position": 120, "unopened_for": 200,
    "file_name": 255,
}  # fmt: skip

COLUMNS = (
    "number", "symbol", "issued_on", "issuer_name", "type", "subject", "signer_name", "signer_position", "urgency",
    "electronic", "pages", "arrived_on", "due_on", "file_name",
)  # fmt: skip
"""Those that are columns of ``Document``; ``note`` takes ``unopened_for`` in."""


def columns_of(facts: Arriving) -> dict[str, object]:
    """The columns of a document with these facts."""
    unopened = f"Thư gửi đích danh {facts.unopened_for}, không bóc bì." if facts.unopened_for else ""
    note = " ".join(part for part in (unopened, facts.note.strip()) if part)
    return {name: getattr(facts, name) for name in COLUMNS} | {"note": note}


def facts_of(document: Document) -> Arriving:
    """The facts of a document as it stands."""
    return Arriving(**{name: getattr(document, name) for name in COLUMNS}, note=document.note)
