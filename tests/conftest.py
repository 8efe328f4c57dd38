"""Fixtures every test may use: the named people, and a client that examines each page it opens."""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

os.environ.setdefault("CHUAN_DATA", tempfile.mkdtemp(prefix="chuan-tests-"))
os.environ.setdefault("CHUAN_SECRET_KEY", "tests-only")

import pytest

from chuan.rules.types import Period

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data; skips loudly where it is not there."""
    if not (SHARED / "data").is_dir():
        pytest.skip(f"dữ liệu thật không có ở {SHARED}: phần này KHÔNG được kiểm")
    return SHARED


@pytest.fixture(autouse=True)
def _files_apart(settings, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path / "files"
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture
def year() -> Period:
    """The year of the reference Decision."""
    return Period.year(2021)
