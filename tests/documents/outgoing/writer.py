"""Writers that number signed documents, each a process of its own, on a database of their own.

``python -m tests.documents.outgoing.writer WRITERS EACH``: prepares a ward, forks the writers (several at once, and
writers killed in the middle, cannot be played inside a test's own transaction), says "pid PLACE PID" and
"gave PLACE NUMBER" as it goes, numbers one more when all are over, and tells at the end what the database holds.
"""

from __future__ import annotations

import os
import sys
from datetime import date

import django

django.setup()

from django.db import connections  # noqa: E402
from django.utils import timezone  # noqa: E402

from chuan.documents.actions import outgoing  # noqa: E402
from chuan.documents.models import Document, NumberSeries, Step  # noqa: E402
from chuan.intake.models import RecordSystem  # noqa: E402
from chuan.people.models import Official  # noqa: E402
from chuan.people.viewer import Viewer, viewer_of  # noqa: E402
from tests import people  # noqa: E402


def say(words: object) -> None:
    """To whoever began this process, whole and at once."""
    os.write(sys.stdout.fileno(), f"{words}\n".encode())


def prepare(how_many: int) -> None:
    """A ward that keeps its register here, with so many documents that the person has signed."""
    ward, now = people.make_ward(), timezone.now()
    RecordSystem.objects.create(
        unit=ward.unit, register="documents", system="Chuẩn", keeps=True, valid_from=date(2020, 1, 1),
        citation="Quyết định thử", recorded_at=now,
    )  # fmt: skip
    Document.objects.bulk_create(
        Document(
            unit=ward.unit, owner_unit=ward.unit, type="QĐ", symbol="QĐ-UBND", stage="signed", basis="draft",
            subject=f"số {place}", signed_on=timezone.localdate(now), recorded_at=now, content="{}",
        )
        for place in range(how_many)
    )  # fmt: skip


def number(place: int, mine: list[Document]) -> None:
    """Number these documents one after another, saying each number once it is committed."""
    clerk = _clerk()
    for document in mine:
        say(f"gave {place} {outgoing.number(document, by=clerk, at=timezone.now())}")


def fork(writers: int) -> list[int]:
    """So many writers at once, each with its share; returns their process ids."""
    waiting = list(Document.objects.filter(stage="signed").order_by("pk"))[1:]
    connections.close_all()
    children = []
    for place in range(writers):
        pid = os.fork()
        if pid == 0:
            number(place, waiting[place::writers])
            os._exit(0)
        say(f"pid {place} {pid}")
        children.append(pid)
    return children


def tell() -> None:
    """What the database holds."""
    for given in (
        Document.objects.exclude(number="").order_by("number_value").values_list("number", flat=True)
    ):
        say(f"held {given}")
    say(f"last {' '.join(map(str, NumberSeries.objects.values_list('last', flat=True)))}")
    say(f"steps {Step.objects.filter(verb='number').count()}")


def main(writers: int, each: int) -> None:
    """All of it."""
    prepare(writers * each + 1)
    for child in fork(writers):
        os.waitpid(child, 0)
    say("over")
    number(writers, list(Document.objects.filter(stage="signed").order_by("pk")[:1]))
    tell()


def _clerk() -> Viewer:
    account = Official.objects.get(name="Trần Thị Văn Phòng").account
    assert account is not None
    found = viewer_of(account, on=timezone.localdate())
    assert found is not None
    return found


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
