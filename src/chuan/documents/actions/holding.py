"""One step of a document as one act, whichever way it goes: locked, moved, its clock kept, told to the trail."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from chuan.documents.actions.moving import locked_document, move
from chuan.documents.models import Document, Step
from chuan.files.models import Blob
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.trail.actions import act

Moved = Callable[[Document, str, Viewer], None]
"""Told after a move: the document, the stage before, who moved it."""


@dataclass
class Stepping:
    """A document held inside an act; ``take`` moves it, and the trail is told what ``detail`` says."""

    document: Document
    by: Viewer
    at: datetime
    moved: Moved
    detail: dict[str, Any] = field(default_factory=dict)

    def take(
        self, verb: str, *, note: str = "", data: Mapping[str, Any] | None = None, blob: Blob | None = None,
        **fields: Any,
    ) -> Step:  # fmt: skip
        """One move of the table; the clock of the stage before ends, that of the new one starts."""
        before = self.document.stage
        step = move(self.document, verb, by=self.by, at=self.at, note=note, data=data, blob=blob, **fields)
        self.moved(self.document, before, self.by)
        if note:
            self.detail["reason"] = note
        return step


@contextmanager
def holding(document: Document, said: str, moved: Moved, *, by: Viewer, at: datetime) -> Iterator[Stepping]:
    """Hold the document for one act; ``said`` is the trail's verb. Whoever calls has looked whose document it is."""
    subject = Subject("document", document.uid)
    with act(said, subject, by=by, unit_uid=document.owner_unit.uid, at=at) as doing:
        held = Stepping(locked_document(document), by, at, moved)
        yield held
        doing.detail |= held.detail
    document.refresh_from_db()
