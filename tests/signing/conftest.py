"""One authority a session, its answers reset before each test."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.signing.authority import Authority
from tests.signing.responders import served


@pytest.fixture(scope="session")
def _authority() -> Iterator[Authority]:
    with served(Authority()) as authority:
        yield authority


@pytest.fixture
def trust(_authority: Authority) -> Iterator[Authority]:
    """The test authority, all its services answering, nobody revoked but ``revoked``."""
    _authority.moment = None
    _authority.down.clear()
    _authority.asked.clear()
    yield _authority
    for who in ("chairman", "agency", "issuing"):
        _authority.restore(who)
