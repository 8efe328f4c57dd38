"""Whether what is held answers what a clause asks for; a saying of the unit explains what is not held."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Standing(Enum):
    """How a clause stands: evidence is there, an explanation is, or something is lacking."""

    HELD = "held"
    NOT_APPLIED = "not_applied"
    ELSEWHERE = "elsewhere"
    NO_DOCUMENT = "no_document"
    NO_RECORD = "no_record"
    NEITHER = "neither"
    NOTHING = "nothing"

    @property
    def is_gap(self) -> bool:
        """Whether nobody has answered for it yet."""
        return self in (Standing.NO_DOCUMENT, Standing.NO_RECORD, Standing.NEITHER, Standing.NOTHING)


class Saying(Enum):
    """What the unit says of a clause."""

    NOT_APPLIED = "not_applied"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the clause asks for: a document kept up to date, records kept as they were (ISO 9001:2015, 7.5.1 a)."""

    maintain: bool
    retain: bool


@dataclass(frozen=True, slots=True)
class Evidence:
    """How many documents and records are held in the period."""

    documents: int
    records: int


def judge(asked: Asked, held: Evidence, saying: Saying | None) -> Standing:
    """How the clause stands. A clause that asks for neither is answered by anything that shows it is done.

    What is held outweighs that it is held elsewhere, but not that the clause does not apply.
    """
    if saying is Saying.NOT_APPLIED:
        return Standing.NOT_APPLIED
    lacking = _lacking(asked, held)
    if lacking is not Standing.HELD and saying is Saying.ELSEWHERE:
        return Standing.ELSEWHERE
    return lacking


def _lacking(asked: Asked, held: Evidence) -> Standing:
    if not asked.maintain and not asked.retain:
        return Standing.HELD if held.documents + held.records else Standing.NOTHING
    document = asked.maintain and not held.documents
    record = asked.retain and not held.records
    if document and record:
        return Standing.NEITHER
    if document:
        return Standing.NO_DOCUMENT
    return Standing.NO_RECORD if record else Standing.HELD
