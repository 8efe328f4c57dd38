"""A procedure in each state of its life, and the people who bring it there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

import pytest

from chuan.documents.actions import controlled as actions
from chuan.documents.actions.controlled import Card
from chuan.documents.controlled.beginnings import unfinished
from chuan.documents.models import ControlledDocument, Revision
from chuan.people.models import Official
from chuan.people.viewer import Viewer, viewer_of
from tests.documents.controlled.files import pdf_of_pages
from tests.people import Ward

CARD = Card(code="QT-01", title="Kiểm soát thông tin dạng văn bản", kind="system_procedure")


def written(document: ControlledDocument) -> ControlledDocument:
    """The places of the template filled in and its hints dropped, as somebody would before submitting."""
    for revision in document.revisions.all():
        open_ = set(unfinished(revision.content))
        lines = [line.replace("…", "đã viết") for line in revision.content.splitlines()]
        revision.content = "\n".join(line for line in lines if line not in open_)
        revision.save(update_fields=["content"])
    return document


@dataclass
class Office:
    """The ward with its viewers on a day, and short ways through the steps."""

    ward: Ward
    now: datetime
    on: date

    def viewer(self, official: Official, later: int = 0) -> Viewer:
        assert official.account is not None
        found = viewer_of(official.account, on=self.on + timedelta(days=later))
        assert found is not None
        return found

    @property
    def clerk(self) -> Viewer:
        return self.viewer(self.ward.clerk)

    @property
    def secretary(self) -> Viewer:
        return self.viewer(self.ward.secretary)

    @property
    def chairman(self) -> Viewer:
        return self.viewer(self.ward.chairman)

    def day(self, later: int) -> date:
        return self.on + timedelta(days=later)

    def open(self, **changed: Any) -> ControlledDocument:
        card = Card(**({"code": CARD.code, "title": CARD.title, "kind": CARD.kind} | changed))
        return written(actions.open_document(card, by=self.clerk, at=self.now))

    def to_approval(self, revision: Revision) -> Revision:
        actions.submit(revision, by=self.clerk, at=self.now)
        actions.review(revision, "", by=self.secretary, at=self.now)
        revision.refresh_from_db()
        return revision

    def approved(self, revision: Revision, later: int = 0) -> Revision:
        self.to_approval(revision)
        actions.approve(revision, self.day(later), by=self.chairman, at=self.now)
        revision.refresh_from_db()
        return revision

    def in_force(self, **changed: Any) -> ControlledDocument:
        document = self.open(**changed)
        revision = self.approved(document.revisions.get())
        actions.take_effect(revision, [], by=self.secretary, at=self.now)
        return document

    def next(self, document: ControlledDocument, text: str = "# 1. MỚI\nBản mới") -> Revision:
        made = actions.begin_revision(document, "Rút ngắn bước B2", by=self.clerk, at=self.now)
        actions.save_text(made, text, made.changes, based_on=0, by=self.clerk, at=self.now)
        made.refresh_from_db()
        return made


@pytest.fixture
def office(ward: Ward, now: datetime, view: Callable[[Official], Viewer]) -> Office:
    return Office(ward, now, view(ward.clerk).on)


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """A PDF of two pages with words."""
    return pdf_of_pages(2)
