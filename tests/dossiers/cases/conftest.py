"""The one-stop clerk's browser, a handler's, and dossiers of every kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from django.test import Client
from django.utils import timezone

from chuan.dossiers.models import Dossier
from chuan.people.models import Official
from chuan.people.viewer import Viewer, viewer_of
from tests.dossiers.made import make_dossier
from tests.people import Ward

SignIn = Callable[[Client, Official], Client]


@pytest.fixture
def now(db: None) -> datetime:
    """The moment at the door."""
    return timezone.now()


@pytest.fixture
def today(now: datetime) -> date:
    return timezone.localtime(now).date()


@pytest.fixture
def view(today: date) -> Callable[[Official], Viewer]:
    def viewer(official: Official) -> Viewer:
        assert official.account is not None
        found = viewer_of(official.account, on=today)
        assert found is not None
        return found

    return viewer


@pytest.fixture
def clerk(ward: Ward, view: Callable[[Official], Viewer]) -> Viewer:
    """The one-stop clerk, who writes on every dossier."""
    return view(ward.one_stop)


@pytest.fixture
def handler(ward: Ward, view: Callable[[Official], Viewer]) -> Viewer:
    """A specialist, who writes on his own dossiers only."""
    return view(ward.specialist)


@pytest.fixture
def browser(client: Client, ward: Ward, sign_in: SignIn) -> Client:
    """The one-stop clerk's browser."""
    return sign_in(client, ward.one_stop)


@pytest.fixture
def browser_of(sign_in: SignIn) -> Callable[[Official], Client]:
    """``browser_of(ward.auditor)``: another browser, signed in."""
    return lambda official: sign_in(Client(), official)


@pytest.fixture
def running(ward: Ward, today: date) -> Dossier:
    """In work, due in twenty days, in the specialist's hands."""
    return make_dossier(
        ward.unit, received_on=today - timedelta(days=5), judged_due_on=today + timedelta(days=20),
        handler=ward.specialist,
    )  # fmt: skip


@pytest.fixture
def late(ward: Ward) -> Dossier:
    """Solved two days late, nobody has explained it."""
    return make_dossier(
        ward.unit, "H27-late", received_on=date(2021, 5, 4), judged_due_on=date(2021, 5, 12),
        settled_on=date(2021, 5, 14), handler=ward.specialist,
    )  # fmt: skip
