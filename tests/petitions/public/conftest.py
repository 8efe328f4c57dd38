"""A ward whose public page is open on a provincial host, a citizen without an account, a keeper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client
from django.utils import timezone

from chuan.exchange import photos
from chuan.people.models import Official, UnitSetting
from chuan.people.viewer import Viewer
from chuan.petitions.actions.public.posting import Written, send_post, token_of
from chuan.petitions.models import PublicPost
from chuan.petitions.public import stamps
from chuan.petitions.views.public import writing
from tests.people import PAPER, Ward
from tests.petitions.made import now, petition_clerk

SignIn = Callable[[Client, Official], Client]
WRITE = "/phan-anh/viet/phan-anh/"
TEXT = "Nắp cống đầu ngõ 7 bị vỡ từ tuần trước, buổi tối xe máy đã ngã hai lần"
"""The words of an invented post."""


@pytest.fixture
def opened(ward: Ward, settings: Any, monkeypatch: pytest.MonkeyPatch) -> Ward:
    """The ward with its page open; photos are drawn in this process."""
    settings.PUBLIC_FEEDBACK = True
    monkeypatch.setattr(
        writing, "redraw", lambda data, *, name: photos.redraw_here(data, name=name, limits=photos.LIMITS)
    )
    UnitSetting.objects.create(
        unit=ward.unit, key="petitions.public", value="on", valid_from=date(2021, 1, 4), citation=PAPER
    )
    return ward


@pytest.fixture
def clerk(ward: Ward) -> Official:
    return petition_clerk(ward)


@pytest.fixture
def by(ward: Ward, clerk: Official) -> Viewer:
    """The clerk as a viewer today."""
    return ward.viewer(clerk, timezone.localdate())


@pytest.fixture
def browser(clerk: Official, sign_in: SignIn) -> Client:
    """The clerk's browser; ``client`` is the citizen's."""
    return sign_in(Client(), clerk)


def stamp(ward: Ward, seconds: float = 20) -> str:
    """A mark of a form that was shown so long ago."""
    return stamps.made(ward.unit, now() - timedelta(seconds=seconds))


def send(client: Client, ward: Ward, /, **typed: Any) -> HttpResponse:
    """A post sent as a browser would, from a form that was shown a while ago."""
    data = {"text": TEXT, "stamp": stamp(ward)} | typed
    return client.post(WRITE, data)


def posted(ward: Ward, **more: str) -> tuple[PublicPost, str]:
    """A post in the queue, and the code of its receipt."""
    written = Written(**({"kind": "feedback", "text": TEXT} | more))
    token = token_of(written, stamps.read(stamp(ward), ward.unit, at=now()))
    code = send_post(written, [], token=token, unit=ward.unit, at=now())
    return PublicPost.objects.get(token=token), code
