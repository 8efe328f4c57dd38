"""What this room checks about itself: a document's state against its readings."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from django.db.models import Count, Exists, OuterRef, Q
from django.utils.translation import gettext as _

from chuan.documents.models import Document, Reading
from chuan.documents.states import CHUNK, facts_of, standing_of

SHOWN = 50
"""How many documents are named one by one."""


def states() -> Iterator[str]:
    """A sentence for each document that is called confirmed without a confirmed reading, or the reverse."""
    confirmed = Reading.objects.filter(document=OuterRef("pk"), status=Reading.Status.CONFIRMED)
    waiting = Reading.objects.filter(document=OuterRef("pk"), status=Reading.Status.PROPOSED)
    rows = Document.objects.annotate(has_confirmed=Exists(confirmed), has_waiting=Exists(waiting))
    for document in rows.order_by("pk").iterator():
        says = document.state == Document.State.CONFIRMED
        if says and not document.has_confirmed:
            yield _("%(title)s: ghi là đã xác nhận nhưng không có bản đọc đã xác nhận") % {
                "title": document.title
            }
        if not says and document.has_confirmed and not document.has_waiting:
            yield _("%(title)s: có bản đọc đã xác nhận mà văn bản chưa ghi như vậy") % {
                "title": document.title
            }


def counted() -> Iterator[str]:
    """A sentence for each document of which measures count something else than what stands."""
    for unlike in islice(_unlike(), SHOWN):
        yield _("%(title)s: số đo đang đếm khác với văn bản") % {"title": unlike.title}


def _unlike() -> Iterator[Document]:
    standing = Count("states", filter=Q(states__until_at__isnull=True))
    rows = Document.objects.annotate(standing=standing)
    yield from rows.exclude(standing=1).filter(_ought_to_count()).order_by("pk")[:SHOWN]
    keys = list(Document.objects.order_by("pk").values_list("pk", flat=True))
    for start in range(0, len(keys), CHUNK):
        some = keys[start : start + CHUNK]
        kept = standing_of(some)
        wrong = [pk for pk, _unit, facts in facts_of(some) if pk in kept and kept[pk][1] != facts]
        yield from Document.objects.filter(pk__in=wrong).order_by("pk")


def _ought_to_count() -> Q:
    """Documents that a measure would look at."""
    return ~Q(direction=Document.Direction.EXTERNAL)
