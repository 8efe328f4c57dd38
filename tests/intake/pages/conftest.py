"""The people of intake at their browsers."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from chuan.people.models import Official
from tests.people import Ward

SignIn = Callable[[Client, Official], Client]


@pytest.fixture
def now(db: None) -> datetime:
    """The moment at the door."""
    return timezone.now()


@pytest.fixture
def clerks_browser(client: Client, ward: Ward, sign_in: SignIn) -> Client:
    return sign_in(client, ward.clerk)


@pytest.fixture
def auditors_browser(ward: Ward, sign_in: SignIn) -> Client:
    return sign_in(Client(), ward.auditor)


@pytest.fixture
def chairmans_browser(ward: Ward, sign_in: SignIn) -> Client:
    return sign_in(Client(), ward.chairman)


@pytest.fixture
def neighbours_browser(other_ward: Ward, sign_in: SignIn) -> Client:
    return sign_in(Client(), other_ward.clerk)
