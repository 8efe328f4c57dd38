"""The identity of a document on the axis: "000.00.00.G22,2018/09/20,7816/VPCP-TTĐT" (QCVN 102:2016/BTTTT 1.14)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.exchange.edxml.when import day_of, written_day


@dataclass(frozen=True, slots=True)
class DocumentId:
    """The three parts as written. ``dated`` may be no day at all: see ``day``."""

    organ_id: str
    dated: str
    code: str

    @property
    def day(self) -> date | None:
        """The day of promulgation, where there is such a day."""
        return day_of(self.dated)


def read_document_id(text: str) -> DocumentId | None:
    """The three parts; None for anything else, such as the random numbers (UUID) of some gateways."""
    parts = [part.strip() for part in text.split(",", 2)]
    return DocumentId(*parts) if len(parts) == 3 and all(parts) and "/" in parts[1] else None


def written_document_id(organ_id: str, day: date, code: str) -> str:
    """The triple of a document, ``code`` being number and notation: "7816/VPCP-TTĐT"."""
    return f"{organ_id.strip()},{written_day(day)},{code.strip()}"
