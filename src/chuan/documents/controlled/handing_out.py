"""The file of a revision as somebody takes it away: one not in force says so in the file and in its name."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from chuan.documents.controlled.standing import IN_FORCE, OBSOLETE, shown, stamp_of, state_on
from chuan.documents.controlled.typesetting import docx_of, pdf_of
from chuan.documents.models import Revision
from chuan.documents.refusals_controlled import FileNotStamped
from chuan.exchange.kinds import Kind
from chuan.exchange.stamping import stamped_copy
from chuan.files import actions as files
from chuan.paper import appearances
from chuan.rules.refusals import NotFound, Refused

_STAMP = (440.0, 18.0, 12.0)
"""Width, height and letters of the stamp on a copy, in points."""


@dataclass(frozen=True, slots=True)
class Handed:
    """Bytes, the name to save them under, and their type."""

    data: bytes
    name: str
    media_type: str


def as_pdf(revision: Revision, on: date) -> Handed:
    """The revision as PDF: typeset, or the uploaded file; a stamped copy of it unless it is in force.

    Raises ``NotFound`` where only a Word file was uploaded, ``FileNotStamped``.
    """
    if revision.content:
        return Handed(pdf_of(revision, on), file_name(revision, on, "pdf"), Kind.PDF)
    if revision.blob is None or revision.blob.media_type != Kind.PDF:
        raise NotFound(thing="tệp PDF của lần ban hành này")
    data = files.read(revision.blob)
    if stamp := stamp_of(revision, on):
        return Handed(
            _stamped(data, f"BẢN SAO – {stamp}"), file_name(revision, on, "pdf", copy=True), Kind.PDF
        )
    return Handed(data, file_name(revision, on, "pdf"), Kind.PDF)


def as_word(revision: Revision, on: date) -> Handed:
    """The revision as Word: typeset with its stamp, or the uploaded file under a name that says where it stands."""
    if revision.content:
        return Handed(docx_of(revision, on), file_name(revision, on, "docx"), Kind.DOCX)
    if revision.blob is None or revision.blob.media_type != Kind.DOCX:
        raise NotFound(thing="tệp Word của lần ban hành này")
    return Handed(files.read(revision.blob), file_name(revision, on, "docx"), Kind.DOCX)


def offered(revision: Revision | None) -> dict[str, bool]:
    """Which files the page offers: ``is_pdf``, ``is_word``."""
    if revision is None:
        return {"is_pdf": False, "is_word": False}
    kind, written = revision.blob.media_type if revision.blob else "", bool(revision.content)
    return {"is_pdf": written or kind == Kind.PDF, "is_word": written or kind == Kind.DOCX}


def as_uploaded(revision: Revision, on: date) -> Handed:
    """The very bytes that were uploaded, for whoever keeps the documents. Raises ``NotFound``."""
    if revision.blob is None:
        raise NotFound(thing="tệp gốc của lần ban hành này")
    ending = "pdf" if revision.blob.media_type == Kind.PDF else "docx"
    return Handed(files.read(revision.blob), file_name(revision, on, ending), revision.blob.media_type)


def file_name(revision: Revision, on: date, ending: str, *, copy: bool = False) -> str:
    """ "QT-01_lan-02.pdf"; "BAN-SAO_HET-HIEU-LUC_QT-01_lan-01.pdf"; "CHUA-HIEU-LUC_QT-01_lan-03.docx"."""
    state = state_on(revision, on)
    first = {IN_FORCE: "", OBSOLETE: "HET-HIEU-LUC_"}.get(state, "CHUA-HIEU-LUC_")
    code = re.sub(r"[^\w.\-]", "-", revision.controlled.code)
    return f"{'BAN-SAO_' if copy else ''}{first}{code}_lan-{shown(revision.number)}.{ending}"


def _stamped(data: bytes, words: str) -> bytes:
    width, height, size = _STAMP
    try:
        return stamped_copy(data, appearances.text(words, width, height, size, True), name="")
    except Refused as refused:
        raise FileNotStamped() from refused
