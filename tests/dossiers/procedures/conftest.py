"""Viewers, moments and small catalogues for tests of procedures."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from django.utils import timezone

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from tests.people import Ward

HEAD = "Hình thức nộpThời gianPhí, lệ phíMô tả"


@pytest.fixture
def now() -> datetime:
    """The moment of an act: acts refuse to be older than 30 s."""
    return timezone.now()


@pytest.fixture
def keeper(ward: Ward) -> Viewer:
    """The one-stop clerk, who keeps the catalogue."""
    return ward.viewer(ward.one_stop)


@pytest.fixture
def keepers_browser(client: Client, ward: Ward, sign_in: Callable[[Client, Official], Client]) -> Client:
    """A browser in which the one-stop clerk is signed in."""
    return sign_in(client, ward.one_stop)


def line(code: str = "1.001193", name: str = "Thủ tục đăng ký khai sinh", ways: str = "", **more: str) -> str:
    """One line of a crawled catalogue."""
    raw = {
        "ma_thu_tuc": code,
        "ten_thu_tuc": name,
        "linh_vuc": "Hộ tịch",
        "so_quyet_dinh": "1872/QĐ-BTP",
        "cach_thuc_thuc_hien": HEAD + (ways or "Trực tiếp1 Ngày làm việcMiễn phí"),
    }
    return json.dumps(raw | more, ensure_ascii=False)


def catalogue(*lines: str) -> bytes:
    """A file of such lines."""
    return "\n".join(lines or (line(),)).encode()
