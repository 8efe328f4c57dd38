"""What a signed paper says of itself: number, symbol, day, subject, by its text and the boxes of its signatures."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.documents.numbers import split_number
from chuan.rules.decision_text.flat import flatten
from chuan.rules.decision_text.header import read_head

_LOOKED_AT = 12_000
"""Letters of the beginning: a head is never longer, and a paper may have 6,000 pages."""


@dataclass(frozen=True, slots=True)
class Heading:
    """Empty fields were not found."""

    number: str = ""
    symbol: str = ""
    issued_on: date | None = None
    subject: str = ""
    issuer: str = ""

    @property
    def full_number(self) -> str:
        """ "148/QĐ-UBND"; "" without a number."""
        return f"{self.number}/{self.symbol}" if self.number and self.symbol else self.number


def heading_of(text: str) -> Heading:
    """Read the head of a paper's text; numbers written by signature boxes stand in the text where the eye sees them."""
    head = read_head(flatten(text[:_LOOKED_AT]))
    number = head.number.value if head.number else ""
    symbol = head.symbol.value if head.symbol else ""
    found, mark = split_number(number, symbol)
    return Heading(
        number=(found or number)[:30],
        symbol=(mark or symbol)[:40],
        issued_on=head.on.value if head.on else None,
        subject=head.subject.value[:2000] if head.subject else "",
        issuer=head.issuer.value[:200] if head.issuer else "",
    )
