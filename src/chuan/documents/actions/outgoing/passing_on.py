"""What issuing sets going in the other parts of this room: sendings, and what officials have to know."""

from __future__ import annotations

from datetime import datetime

from chuan.documents.actions.knowing import Put, put_inside
from chuan.documents.actions.sending import _queue_inside, _recall_inside
from chuan.documents.knowing import shown_of
from chuan.documents.models import Delivery, Document
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer


def queued(document: Document, *, by: Viewer, at: datetime) -> list[Delivery]:
    """A sending for each recipient of the document. Inside the act that issues it."""
    return _queue_inside(document, by=by, at=at)


def disseminated(document: Document, sendings: list[Delivery], *, by: Viewer, at: datetime) -> None:
    """Put the document before the officials it is delivered to in Chuẩn. Inside the act that issues it."""
    officials = list({one.official_id: one.official for one in sendings if one.official}.values())
    shown = shown_of(document)
    if officials and shown is not None:
        put = Put(Subject("document", document.uid), document.title, shown.digest)
        put_inside(put, [one for one in officials if one], by=by, at=at)


def recalled(document: Document, *, by: Viewer, at: datetime) -> None:
    """Ask back what was sent. Inside the act that recalls it."""
    _recall_inside(document, by=by, at=at)
