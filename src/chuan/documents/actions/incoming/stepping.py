"""One step of an incoming document as one act: locked, moved, its clocks kept, told to the trail."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime

from chuan.documents.actions.holding import Stepping, holding
from chuan.documents.incoming.waiting import keep_clock
from chuan.documents.models import Document
from chuan.documents.permissions import check_owner
from chuan.documents.refusals_incoming import FollowedRow
from chuan.intake.record_systems import system_on
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound

REGISTER = "documents"


@contextmanager
def stepping(document: Document, said: str, *, by: Viewer, at: datetime) -> Iterator[Stepping]:
    """Hold the document for one act; ``said`` is the trail's verb. Raises ``NotFound`` for another unit's."""
    check_ours(by, document)
    with holding(document, said, _keep, by=by, at=at) as held:
        yield held


def check_ours(by: Viewer, document: Document) -> None:
    """Raises ``NotFound`` unless it is an incoming document of the viewer's own unit."""
    check_owner(by, document)
    if document.direction != Document.Direction.IN:
        raise NotFound(thing="văn bản đến này")


def check_kept(document: Document, by: Viewer) -> None:
    """Raises ``FollowedRow`` where the document's register is another system's: its facts are the source's."""
    if is_read_only(document, by):
        raise FollowedRow(system=system_on(document.owner_unit, REGISTER, by.on).name)


def is_followed(document: Document) -> bool:
    """Whether the document is a row of a followed register."""
    return document.outside_code != ""


def is_read_only(document: Document, by: Viewer) -> bool:
    """Whether it is registered, assigned and settled in another system.

    Once the unit keeps its register here, what is still open of the followed rows is worked on here.
    """
    return is_followed(document) and not system_on(document.owner_unit, REGISTER, by.on).keeps


def _keep(document: Document, before: str, by: Viewer) -> None:
    if before != document.stage:
        keep_clock(document, before, on=by.on)
