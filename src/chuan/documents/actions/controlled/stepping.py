"""One step of a revision: its row locked, the table asked, clocks and search kept, the trail's line last."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from chuan.documents.actions.knowing import end_inside
from chuan.documents.controlled import searching
from chuan.documents.controlled.permissions import check_own
from chuan.documents.controlled.standing import IN_FORCE, OBSOLETE, state_on
from chuan.documents.controlled.waiting import keep_clock
from chuan.documents.models import ControlledDocument, Revision
from chuan.documents.refusals_controlled import DocumentRetired, OpinionMissing
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import REVISION
from chuan.trail.actions import Act, act


@dataclass
class Held:
    """A revision locked for one act."""

    revision: Revision
    doing: Act
    before: str

    def take(self, verb: str, **fields: Any) -> None:
        """Go one step on; ``fields`` are set in the same statement. Raises ``WrongMove``."""
        self.revision.status = REVISION.next(self.revision.status, verb)
        self.write(status=self.revision.status, **fields)

    def write(self, **fields: Any) -> None:
        """Set fields."""
        for name, value in fields.items():
            setattr(self.revision, name, value)
        self.revision.save(update_fields=list(fields))


@contextmanager
def stepping(revision: Revision, verb: str, *, by: Viewer, at: datetime) -> Iterator[Held]:
    """Lock the revision and its document for an act of this verb. Raises ``NotFound``, ``DocumentRetired``."""
    check_own(by, revision.controlled.unit)
    with act(verb, Subject("revision", revision.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        document = locked(revision.controlled)
        held = locked_revision(revision)
        held.controlled = document
        step = Held(held, doing, held.status)
        yield step
        keep_clock(held, step.before, on=by.on)
        searching.put(document, on=by.on)
        doing.detail = {"document": document.code, "number": held.number, **doing.detail}


def locked(document: ControlledDocument) -> ControlledDocument:
    """The document as it stands, locked. Raises ``DocumentRetired``."""
    rows = ControlledDocument.objects.select_for_update(of=("self",)).select_related("unit", "owner_post")
    held = rows.get(pk=document.pk)
    if held.retired_on is not None:
        raise DocumentRetired(on=held.retired_on)
    return held


def locked_revision(revision: Revision) -> Revision:
    """The revision as it stands, locked."""
    rows = Revision.objects.select_for_update(of=("self",)).select_related("drafted_by", "saved_by")
    return rows.get(pk=revision.pk)


def catch_up(document: ControlledDocument, *, by: Viewer, at: datetime) -> Revision | None:
    """Bring the rows to what their days say already; returns the revision in force today. Inside an act.

    The earlier one comes first: of a document never two are in force.
    """
    standing = None
    for one in document.revisions.filter(status__in=("approved", "in_force")).order_by("number"):
        state, before = state_on(one, by.on), one.status
        if state != before:
            Revision.objects.filter(pk=one.pk).update(status=state)
            one.status, one.controlled = state, document
            keep_clock(one, before, on=by.on)
        if state == OBSOLETE:
            end_inside(Subject("revision", one.uid), "Đã có lần ban hành mới", on=by.on, at=at)
        standing = one if state == IN_FORCE else standing
    return standing


def said(words: str) -> str:
    """The opinion or reason, trimmed. Raises ``OpinionMissing``."""
    if not words.strip():
        raise OpinionMissing()
    return words.strip()
