"""A file that came in: its head and signer as the eye reads them, its signatures checked. Before any transaction."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from chuan.documents.checking import check_file
from chuan.documents.headings import heading_of
from chuan.documents.incoming.facts import Arriving
from chuan.documents.secrecy import is_marked_secret
from chuan.exchange import scans
from chuan.exchange.kinds import Kind
from chuan.exchange.signatures import SignatureReport
from chuan.law.lexicons import reader_lexicon
from chuan.people.viewer import Viewer
from chuan.rules import decision_text, refusals
from chuan.rules.refusals.scans import ScanReaderMissing, ScanTooLong, ScanWithoutLetters

_HEAD, _END = 12_000, 6_000
"""Letters in which head and signer stand; between them a paper may have 6,000 pages of annexes."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file read: nothing of it is stored yet. ``report`` is None for what is no PDF."""

    data: bytes
    name: str
    media_type: str
    facts: Arriving
    report: SignatureReport | None = None
    scanned: bool = False
    seen_as: str = ""
    """Number and day as they were read from the picture of a scan: they are typed by a person, never taken over."""


def read_file(data: bytes, name: str, *, by: Viewer, at: datetime) -> Read:
    """Read a file that came in: number and day from text and signature boxes, signer, signatures.

    Of a scan the first and the last page are read from their pictures; number and day are only told (``seen_as``),
    because slips fall on them: a person types them. Where pictures cannot be read a scan is taken without facts.
    Raises ``StateSecret`` and the file refusals (broken, encrypted, a kind that nobody knows): the clerk refuses
    such a document or types it in from paper.
    """
    try:
        paper = scans.extract_ends(data, name=name)
    except (ScanReaderMissing, ScanTooLong, ScanWithoutLetters, refusals.FileIsScan):
        return _unread(data, name, by=by, at=at)
    if is_marked_secret(paper.text):
        raise refusals.StateSecret()
    report = check_file(data, name, by.unit, at) if paper.media_type == Kind.PDF else None
    facts = facts_in(paper.text, name=name, pages=paper.pages)
    electronic = report is not None and any(not one.is_widget_only for one in report.signatures)
    facts = _with(facts, electronic, by).possible(by.on)
    if not paper.seen_pages:
        return Read(data, name, paper.media_type, facts, report)
    untaken = replace(facts, number="", symbol="", issued_on=None)
    return Read(data, name, paper.media_type, untaken, report, seen_as=_told(facts))


def _unread(data: bytes, name: str, *, by: Viewer, at: datetime) -> Read:
    """A scan whose letters nobody reads but a person; its signatures are checked all the same."""
    picture = scans.picture_type(data, name=name)
    report = None if picture else check_file(data, name, by.unit, at)
    facts = Arriving(file_name=name, electronic=bool(report and report.signatures), arrived_on=by.on)
    return Read(data, name, picture or Kind.PDF.value, facts, report, scanned=True)


def facts_in(text: str, *, name: str = "", pages: int = 0) -> Arriving:
    """What the text says of the paper: head by its beginning, signer by beginning and end."""
    heading = heading_of(text)
    parts = text if len(text) <= _HEAD + _END else f"{text[:_HEAD]}\n{text[-_END:]}"
    signer = decision_text.read_decision(parts, lexicon=reader_lexicon()).signer
    return Arriving(
        number=heading.number,
        symbol=heading.symbol,
        issued_on=heading.issued_on,
        issuer_name=heading.issuer,
        subject=heading.subject,
        signer_name=signer.name.value if signer.name else "",
        signer_position=_spoken(signer.position.value) if signer.position else "",
        pages=pages or None,
        file_name=name,
    ).tidied()


def _told(facts: Arriving) -> str:
    """Number and day in one line."""
    day = f", ngày {facts.issued_on:%d/%m/%Y}" if facts.issued_on else ""
    return f"số {facts.number or '…'}/{facts.symbol or '…'}{day}"


def _spoken(position: str) -> str:
    """ "Chủ tịch" for the capitals of the paper."""
    return position.capitalize() if position.isupper() else position


def _with(facts: Arriving, electronic: bool, by: Viewer) -> Arriving:
    return replace(facts, electronic=electronic, arrived_on=by.on)
