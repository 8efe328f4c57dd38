"""These days are past: the age of an act is measured from the moment it is given."""

from __future__ import annotations

from datetime import timedelta

import pytest

from tests.clocks.notices import made


@pytest.fixture(autouse=True)
def now_is_when_asked(monkeypatch) -> None:
    monkeypatch.setattr("chuan.trail.actions.LONGEST_ACT", timedelta(days=10_000))


@pytest.fixture
def server(settings, monkeypatch) -> made.Server:
    """The unit sends mail; nothing leaves by itself."""
    settings.MAIL = settings.MAIL | {"host": "thu.vi-du", "sender": "Chuẩn <ubnd@vi-du.test>"}
    monkeypatch.setattr("chuan.documents.own_letters_running.send_soon", lambda: None)
    return made.Server()
