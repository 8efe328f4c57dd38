"""What this room checks about itself: a document's state against its readings."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from chuan.documents.models import Document, Reading


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
