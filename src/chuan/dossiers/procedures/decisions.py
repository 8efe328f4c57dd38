"""A decision's file read for what it changes in the catalogue: its number, its day, its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.documents.projecting import effective_from
from chuan.dossiers.procedures.decision_changes import Change, changes_in
from chuan.exchange import papers
from chuan.exchange.tables import read_tables
from chuan.law.lexicons import reader_lexicon
from chuan.rules import decision_text
from chuan.rules.refusals import Refused
from chuan.rules.wording import said


@dataclass(frozen=True, slots=True)
class ReadDecision:
    """What a decision says of itself and of procedures; ``text`` is the paper as extracted."""

    text: str
    citation: str
    effective_from: date | None
    changes: tuple[Change, ...]


def read_decision_file(data: bytes, *, name: str) -> ReadDecision:
    """Read a decision's file, real tables first. Raises what papers are refused for."""
    paper = papers.extract(data, name=name)
    reading = decision_text.read_decision(paper.text, lexicon=reader_lexicon())
    issued_on = reading.date.value if reading.date else None
    return ReadDecision(
        text=paper.text,
        citation=_citation(reading, issued_on) or name,
        effective_from=effective_from(reading),
        changes=changes_in(paper.text, _tables(data, name, paper.media_type)),
    )


def _citation(reading: decision_text.DecisionReading, issued_on: date | None) -> str:
    if reading.number is None:
        return ""
    symbol = f"/{reading.symbol.value}" if reading.symbol else ""
    day = f" ngày {said(issued_on)}" if issued_on else ""
    return f"Quyết định {reading.number.value}{symbol}{day}"[:300]


def _tables(data: bytes, name: str, media_type: str) -> list[list[list[str]]]:
    """The tables of a Word file or a web page; none in other papers, or where the file has none."""
    if not any(kind in media_type for kind in ("wordprocessingml", "html")):
        return []
    try:
        tables = read_tables(data, name=name)
    except Refused:
        return []
    return [[["" if cell is None else str(cell) for cell in row] for row in table.rows] for table in tables]
