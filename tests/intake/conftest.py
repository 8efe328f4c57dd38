"""The desk where files come in."""

from __future__ import annotations

from typing import Any

import pytest

from chuan.offers import registers
from tests.intake.engine import Desk, recorders
from tests.people import Ward


@pytest.fixture
def desk(ward: Ward, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """The reference ward with recorders that follow its dossiers, and a room that listens."""
    followers, told = recorders(), list[tuple[Any, ...]]()
    monkeypatch.setattr(registers, "_followers", dict(followers))
    monkeypatch.setattr(registers, "_told", [lambda *given: told.append(given)])
    return Desk(ward, followers, told)
