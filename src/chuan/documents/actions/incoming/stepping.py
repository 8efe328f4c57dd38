"""One step of an incoming document as one act: locked, moved, its clocks kept, told to the trail."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from chuan.documents.actions.moving import locked_document, move
from chuan.documents.incoming.waiting import KIND, keep_clock
from chuan.documents.models import Document, Step
from chuan.documents.permissions import check_owner
from chuan.documents.refusals_incoming import FollowedRow
from chuan.files.models import Blob
from chuan.intake.record_systems import system_on
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.trail.actions import act

REGISTER = "documents"


@dataclass
class Stepping:
    """A document held inside an act; ``take`` moves it, and the trail is told what ``detail`` says."""

    document: Document
    by: Viewer
    at: datetime
    detail: dict[str, Any] = field(default_factory=dict)

    def take(
        self, verb: str, *, note: str = "", data: Mapping[str, Any] | None = None, blob: Blob | None = None,
        **fields: Any,
    ) -> Step:  # fmt: skip
        """One move of the table; the clock of the stage before ends, that of the new one starts."""
        before = self.document.stage
        step = move(self.document, verb, by=self.by, at=self.at, note=note, data=data, blob=blob, **fields)
        if before != self.document.stage:
            keep_clock(self.document, before, on=self.by.on)
        if note:
            self.detail["reason"] = note
        return step


@contextmanager
def stepping(document: Document, said: str, *, by: Viewer, at: datetime) -> Iterator[Stepping]:
    """Hold the document for one act; ``said`` is the trail's verb. Raises ``NotFound`` for another unit's."""
    check_ours(by, document)
    subject = Subject(KIND, document.uid)
    with act(said, subject, by=by, unit_uid=document.owner_unit.uid, at=at) as doing:
        held = Stepping(locked_document(document), by, at)
        yield held
        doing.detail |= held.detail
    document.refresh_from_db()


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
