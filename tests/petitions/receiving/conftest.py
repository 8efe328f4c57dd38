"""A ward with somebody who receives letters, and letters as they are typed in."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions.actions.beginning import Given
from chuan.petitions.actions.receiving import Letter, Received, receive
from chuan.petitions.actions.senders import From
from tests.people import Ward
from tests.petitions.made import now, petition_clerk

SignIn = Callable[[Client, Official], Client]

RUBBISH = (
    "Đề nghị xử lý rác thải đổ trộm ở đầu ngõ 12 tổ dân phố số 3, mùi hôi kéo dài từ đầu tháng, "
    "đã nói với tổ trưởng nhiều lần mà chưa thấy ai tới dọn"
)
"""The words of an invented letter."""

SENDER = From("Nguyễn Văn Minh Họa", "ngõ 12", "0900 000 000")


@pytest.fixture
def clerk(ward: Ward) -> Official:
    return petition_clerk(ward)


@pytest.fixture
def by(ward: Ward, clerk: Official) -> Viewer:
    """The clerk as a viewer today."""
    return ward.viewer(clerk, timezone.localdate())


@pytest.fixture
def browser(client: Client, clerk: Official, sign_in: SignIn) -> Client:
    """The clerk's browser."""
    return sign_in(client, clerk)


@pytest.fixture
def taken(by: Viewer) -> Callable[..., Received]:
    """``taken("complaint", text=…)``: a letter taken in today, in the clerk's words."""

    def take(kind: str = "feedback", *, on: date | None = None, **more: Any) -> Received:
        beside = {
            name: more.pop(name)
            for name in ("against", "senders", "transfer", "press", "same_as", "another")
            if name in more
        }
        if kind not in ("denunciation", "mixed") and not more.get("anonymous"):
            beside.setdefault("senders", (SENDER,))
        if kind == "denunciation":
            beside.setdefault("against", "official")
        given = Given(
            kind=kind, channel=more.pop("channel", "post"), received_on=on or by.on,
            text=more.pop("text", RUBBISH), **more,
        )  # fmt: skip
        return receive(Letter(given, **beside), by=more.pop("by", by), at=now())

    return take
