"""One step of a document on its way out as one act: locked, moved, its clock kept, told to the trail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from chuan.documents.actions.holding import Stepping, holding
from chuan.documents.models import Document
from chuan.documents.outgoing.waiting import keep_clock
from chuan.documents.permissions import check_owner
from chuan.people.viewer import Viewer
from chuan.rules import refusals


@contextmanager
def stepping(document: Document, said: str, *, by: Viewer, at: datetime) -> Iterator[Stepping]:
    """Hold the document for one act; ``said`` is the trail's verb. Raises ``NotFound`` for another unit's."""
    check_owner(by, document)
    with holding(document, said, _keep, by=by, at=at) as held:
        yield held


def given(reason: str, act: str) -> str:
    """The reason without blanks round it. Raises ``ReasonMissing`` naming the act."""
    if not reason.strip():
        raise refusals.ReasonMissing(act=act)
    return reason.strip()


def _keep(document: Document, before: str, by: Viewer) -> None:
    keep_clock(document, before, on=by.on)
