"""Controlled documents of the example unit, invented and marked so; through the actions that people use."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any

from chuan.documents import actions
from chuan.documents.actions import controlled
from chuan.documents.actions.batches import receive_batch
from chuan.documents.actions.controlled import Card
from chuan.documents.actions.trust import add_items
from chuan.documents.batch_running import check_batch
from chuan.documents.models import ControlledDocument, Reading
from chuan.people.models import Post
from chuan.people.viewer import Viewer

Seated = Callable[[str, date], Viewer]
"""(username, day) → the person as of that day: a document is approved on its own day."""


def load_controlled(path: Path, seated: Seated, *, at: datetime) -> int:
    """Each document written, reviewed by somebody else, approved and in force; how many."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))["document"]
    for one in told:
        _promulgate(one, seated, at)
    return len(told)


def answer_again(path: Path, reading: Reading, *, by: Viewer, head: Viewer, at: datetime) -> None:
    """Open the confirmed reading, answer what was left for later, confirm: the plan is made anew."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    fresh = actions.reopen(reading, given["reason"], by=by, at=at)
    for one in given["answer"]:
        question = fresh.questions.get(key=one["key"])
        actions.answer(question, one["choice"], one["data"], by=by, at=at)
    actions.confirm(Reading.objects.get(pk=fresh.pk), by=head, at=at)


def check_signed(
    given: Iterable[tuple[str, bytes]], trust: Iterable[tuple[str, bytes]], *, citation: str, by: Viewer,
    clock: Callable[[], datetime],
) -> int:  # fmt: skip
    """Declare what is trusted, then drop signed files as one folder and have them checked; how many were matched."""
    for name, data in trust:
        add_items(data, name, citation=citation, by=by, at=clock())
    batch = check_batch(receive_batch(given, by=by, at=clock()), clock=clock)
    return batch.files.filter(status="matched").count()


def _promulgate(one: dict[str, Any], seated: Seated, at: datetime) -> ControlledDocument:
    on = one["written_on"]
    writer, reader, head = (seated(name, on) for name in ("vanphong", "thukyiso", "chutich"))
    post = Post.objects.get(unit=writer.unit, title=one["post"])
    card = Card(one["code"], one["title"], one["kind"], owner_post=post, clauses=one["clauses"])
    document = controlled.open_document(card, by=writer, at=at)
    revision = document.revisions.get()
    controlled.save_text(revision, one["text"], revision.changes, based_on=0, by=writer, at=at)
    controlled.submit(revision, by=writer, at=at)
    controlled.review(revision, "", by=reader, at=at)
    controlled.approve(revision, one["effective_from"], by=head, at=at)
    revision.refresh_from_db()
    controlled.take_effect(revision, (), by=seated("thukyiso", one["effective_from"]), at=at)
    return document
