"""A browser of the office clerk, who may look and keep."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from chuan.people.models import Official
from chuan.people.viewer import Viewer, viewer_of
from tests.people import Ward


@pytest.fixture
def now(db: None) -> datetime:
    """The moment at the door."""
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
def browser(client: Client, ward: Ward, sign_in: Callable[[Client, Official], Client]) -> Client:
    """The clerk's."""
    return sign_in(client, ward.clerk)
