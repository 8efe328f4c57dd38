"""Asking for a register book as a file."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.books import Contents
from chuan.documents.models import BookPrint
from chuan.documents.permissions import check_registers
from chuan.documents.refusals_incoming import BookEmpty
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act


def ask_for(contents: Contents, format: str, *, by: Viewer, at: datetime) -> BookPrint:
    """Write down that a book is wanted as a file, drawn up by the viewer; the caller starts it.

    Raises ``BookEmpty``, ``NotAllowed``.
    """
    check_registers(by)
    asked = contents.asked
    if not contents.entries:
        raise BookEmpty(year=str(asked.year))
    book = BookPrint(
        unit=asked.unit, book=asked.book.key, year=asked.year, type=asked.type, format=format,
        total=len(contents.entries), asked_by=by.official, asked_by_name=by.name[:120], asked_on=by.on,
        recorded_at=at, touched_at=at,
    )  # fmt: skip
    detail = {"book": book.book, "year": book.year, "rows": book.total, "format": format}
    with act("book.print", Subject("book_print", book.uid), by=by, unit_uid=by.unit.uid, at=at, **detail):
        book.save()
    return book
