"""Long books made in the background, volume by volume, with how far it is. A dead process is noticed and begun anew."""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from datetime import datetime, timedelta

from django.utils import timezone
from django_tasks import task

from chuan.documents.books import BOOKS, Asked, contents_of
from chuan.documents.books_making import Made, printed, sheet_of
from chuan.documents.models import BookPrint
from chuan.files import actions as files
from chuan.rules.refusals import Refused

logger = logging.getLogger(__name__)
SILENT = timedelta(minutes=3)


def start(book: BookPrint) -> None:
    """Put the book in line."""
    make_later.enqueue(str(book.uid))


def pick_up_stale(at: datetime) -> int:
    """Begin anew books whose process died; how many. Called before their page is shown."""
    found = list(BookPrint.objects.filter(finished_at__isnull=True, touched_at__lt=at - SILENT))
    for one in found:
        BookPrint.objects.filter(pk=one.pk).update(touched_at=at)
        start(one)
    return len(found)


@task()
def make_later(uid: str) -> None:
    """Background: make a book that was asked for."""
    book = BookPrint.objects.select_related("unit").filter(uid=uuid.UUID(uid)).first()
    if book is not None and book.finished_at is None:
        make(book, clock=timezone.now)


def make(book: BookPrint, *, clock: Callable[[], datetime]) -> BookPrint:
    """Make it; what fails is said on its page. The act of asking stands in the trail, so none is written here."""
    try:
        made = made_of(book, progress=lambda done: _told(book, done=done, touched_at=clock()))
        blob = files.keep(made.data, media_type=made.media_type)
        _told(book, blob=blob, file_name=made.name, done=book.total, touched_at=clock(), finished_at=clock())
    except Refused as refused:
        _told(book, refusal=refused.sentence, touched_at=clock(), finished_at=clock())
    except Exception:
        logger.exception("book %s", book.uid)
        _told(book, refusal=Refused().sentence, touched_at=clock(), finished_at=clock())
    book.refresh_from_db()
    return book


def made_of(book: BookPrint, *, progress: Callable[[int], None] | None = None) -> Made:
    """The file of a book that was asked for."""
    contents = contents_of(Asked(BOOKS[book.book], book.unit, book.year, book.type))
    if book.format == BookPrint.Format.XLSX:
        return sheet_of(contents, on=book.asked_on)
    return printed(contents, name=book.asked_by_name, on=book.asked_on, progress=progress)


def _told(book: BookPrint, **columns: object) -> None:
    BookPrint.objects.filter(pk=book.pk).update(**columns)
