"""The file that is signed in keep mode: typeset, with empty fields for person, number, day, month and seal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from chuan.documents.models import Document
from chuan.documents.outgoing.heads import paper_for
from chuan.documents.outgoing.versions import content_of
from chuan.exchange import signing
from chuan.exchange.kinds import Kind
from chuan.exchange.signing import Box
from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.intake.record_systems import system_on
from chuan.paper.places import typeset
from chuan.paper.word import to_docx

REGISTER = "documents"
"""The register whose keeper decides between handing over and issuing here."""


@dataclass(frozen=True, slots=True)
class ToSign:
    """A file kept for signing."""

    blob: Blob
    name: str


def keeps_register(document: Document, on: date) -> bool:
    """Whether the unit itself keeps the register of documents here on the day."""
    return system_on(document.owner_unit, REGISTER, on).keeps


def kept_file_to_sign(document: Document, on: date) -> ToSign | None:
    """In keep mode the PDF to be signed, kept; None where another system does the signing. Before the act."""
    if not keeps_register(document, on):
        return None
    data = pdf_to_sign(document, on)
    return ToSign(files.keep(data, media_type=Kind.PDF), file_name(document, "pdf"))


def pdf_to_sign(document: Document, on: date) -> bytes:
    """Typeset with empty signature fields at the places that the paper leaves blank (the person signs first)."""
    made = typeset(paper_for(document, content_of(document), made_on=on))
    wanted = {name: place for name, place in made.places.items() if name in signing.FIELDS}
    boxes = {name: Box(one.page, one.x0, one.y0, one.x1, one.y1) for name, one in wanted.items()}
    return signing.reserve(made.pdf, boxes)


def preview_pdf(document: Document, on: date) -> bytes:
    """The draft typeset, its number and day blank."""
    return typeset(paper_for(document, content_of(document), made_on=on)).pdf


def docx_of(document: Document, on: date) -> bytes:
    """The draft as a Word file, its number and day blank."""
    return to_docx(paper_for(document, content_of(document), made_on=on))


def file_name(document: Document, ending: str) -> str:
    """ "du-thao-QĐ-a1b2c3.docx": no names and no subject in it."""
    return f"du-thao-{document.type}-{str(document.uid)[-6:]}.{ending}"
