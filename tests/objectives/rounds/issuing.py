"""A draft of the tests issued without signatures: what the keep-mode way does, told elsewhere, is not walked here."""

from __future__ import annotations

from datetime import date

from chuan.documents.models import Document
from chuan.documents.outgoing.heads import paper_for
from chuan.documents.outgoing.versions import content_of
from chuan.files import actions as files
from chuan.paper.pdf import to_pdf


def issued(document: Document, number: str, on: date) -> Document:
    """The draft typeset with its number and day, as the issued paper would be."""
    document.refresh_from_db()
    pdf = to_pdf(paper_for(document, content_of(document), number=number, on=on))
    document.blob = files.keep(pdf, media_type="application/pdf")
    document.file_name, document.stage = "quyet-dinh-2022.pdf", "issued"
    document.number, document.issued_on, document.effective_from = number, on, on
    document.save()
    return document
