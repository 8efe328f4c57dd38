"""The reference Decision, received by the office clerk."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from chuan.documents import actions
from chuan.documents.models import Reading
from chuan.people.models import Official
from chuan.people.viewer import Viewer, viewer_of
from chuan.trail.models import Entry
from tests.documents.papers import REFERENCE
from tests.people import Ward


@pytest.fixture
def now(db: None) -> datetime:
    """The moment at the door: acts refuse one that is older than half a minute."""
    return timezone.now()


@pytest.fixture
def view(now: datetime) -> Callable[[Official], Viewer]:
    """``view(ward.clerk)``: the official as a viewer today."""

    def viewer(official: Official) -> Viewer:
        assert official.account is not None
        found = viewer_of(official.account, on=timezone.localtime(now).date())
        assert found is not None
        return found

    return viewer


@pytest.fixture
def clerk(ward: Ward, view: Callable[[Official], Viewer]) -> Viewer:
    return view(ward.clerk)


@pytest.fixture
def chairman(ward: Ward, view: Callable[[Official], Viewer]) -> Viewer:
    return view(ward.chairman)


@pytest.fixture
def reading(clerk: Viewer, now: datetime) -> Reading:
    """The reference Decision, received and read."""
    return actions.receive(REFERENCE, "quyet-dinh.md", by=clerk, at=now)


@pytest.fixture
def answered(reading: Reading, clerk: Viewer, now: datetime) -> Reading:
    """The same with every question answered."""
    for question in reading.questions.all():
        choice = "values" if question.code == "count_mismatch" else "later"
        actions.answer(question, choice, by=clerk, at=now)
    reading.refresh_from_db()
    return reading


@pytest.fixture
def clerks_browser(client: Client, ward: Ward, sign_in: Callable[[Client, Official], Client]) -> Client:
    return sign_in(client, ward.clerk)


@pytest.fixture
def verbs() -> Callable[[], list[str]]:
    """The verbs written to the trail so far."""
    return lambda: list(Entry.objects.order_by("pk").values_list("verb", flat=True))
