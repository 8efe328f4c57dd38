"""The declaration that stands for a unit: its paper, its scope, what the drafts of a year have become."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from chuan.conformity.duties import standing_done
from chuan.conformity.models import Confirmation, Declaration, Notice
from chuan.documents.models import Document
from chuan.people.models import Unit
from chuan.people.viewer import Viewer

DECLARATION, NOTICE = "declaration", "notice"
"""Keys of the two duties that a draft of this room leads to (``law.duties``)."""


@dataclass(frozen=True, slots=True)
class Declared:
    """A declaration as other papers cite it. ``confirmation``: what it stands on; None where that is not known."""

    citation: str
    on: date
    confirmation: Confirmation | None


def declared(unit: Unit, year: int) -> Declared | None:
    """The latest one that left the house or was said to be made by its paper, up to a year; three statements."""
    last = Declaration.objects.filter(unit=unit, confirmation__confirmed_on__year__lte=year)
    row = last.select_related("confirmation").order_by("-recorded_at").first()
    if row is not None and (paper := issued([row.draft_uid])):
        return Declared(paper[0].title, paper[0].issued_on or row.confirmation.confirmed_on, row.confirmation)
    said = standing_done(unit, year).get(DECLARATION)
    if said is None:
        return None
    held = Confirmation.objects.filter(unit=unit, confirmed_on__lte=said.done_on)
    return Declared(said.citation, said.done_on, held.order_by("-confirmed_on", "-pk").first())


def issued(uids: Iterable[object]) -> list[Document]:
    """Of these drafts, those that left the house with number and day, the latest first."""
    rows = Document.objects.issued().filter(uid__in=list(uids)).exclude(issued_on=None)
    return list(rows.order_by("-issued_on", "-pk"))


def paper_of_duty(key: str, viewer: Viewer) -> Document | None:
    """The paper of this house that shows a duty done, to be offered in its form; nothing is recorded by it."""
    if key not in (DECLARATION, NOTICE):
        return None
    drafts = Declaration if key == DECLARATION else Notice
    uids = (
        drafts.objects.filter(unit=viewer.unit).order_by("-recorded_at").values_list("draft_uid", flat=True)
    )
    return next(iter(issued(uids[:5])), None)
