"""Fixtures every test may use: the named people, and a client that examines each page it opens."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from django.db import connection
from django.template import Template
from django.test import Client

from chuan.people.models import Official
from chuan.rules.types import Period
from tests import examine, people, prepared, readings
from tests.people import Ward

ONLY_DATABASE = os.environ.get("CHUAN_TESTS_ONLY") == "database"
"""Set for the second run, on PostgreSQL (scripts/test_everything.py)."""
HEAVY = (
    "test_schema.py", "test_access.py", "test_a_denouncers_name.py", "test_serve.py", "test_processes.py",
    "test_drill.py",
    "test_doctor.py", "test_concurrency.py", "test_numbers_at_once.py", "test_folder.py", "test_floors.py",
    "test_uploads.py", "test_scope.py", "test_refused.py", "test_real_papers.py", "test_packets_in.py",
)  # fmt: skip
"""Files of few tests that take long: they begin first, or one of them goes on alone at the end."""
READING = Path(__file__).resolve().parent / "exchange"
SHARED = Path(__file__).resolve().parents[2] / "shared"


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Heavy files first, the others as they lie. Where only what talks to the database is wanted, no others."""
    items.sort(key=lambda one: one.path.name not in HEAVY)
    if ONLY_DATABASE:
        left = [one for one in items if not _talks_to_database(one)]
        items[:] = [one for one in items if _talks_to_database(one)]
        config.hook.pytest_deselected(items=left)


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: looking through it for garbage is a tenth of a run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 50)


def _talks_to_database(one: pytest.Item) -> bool:
    marks = ("django_db", "own_database")
    return "django_db_setup" in getattr(one, "fixturenames", ()) or any(map(one.get_closest_marker, marks))


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real data; skips loudly where it is not there."""
    if not (SHARED / "data").is_dir():
        pytest.skip(f"dữ liệu thật không có ở {SHARED}: phần này KHÔNG được kiểm")
    return SHARED


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings: None) -> None:
    """The test database begins as a copy of one that was migrated once in this run."""
    prepared.begin_from(connection)


@pytest.fixture(scope="session", autouse=True)
def _drawn_plainly(django_test_environment: None) -> Callable[..., str]:
    """Templates drawn as in production: Django's test environment would copy the whole context of every part."""
    instrumented: Callable[..., str] = Template._render
    Template._render = lambda self, context: self.nodelist.render(context)
    return instrumented


@pytest.fixture
def drawn(_drawn_plainly: Callable[..., str], monkeypatch: pytest.MonkeyPatch) -> None:
    """For tests that ask an answer for its templates or its context."""
    monkeypatch.setattr(Template, "_render", _drawn_plainly)


@pytest.fixture(autouse=True)
def _files_apart(settings, tmp_path: Path) -> None:
    settings.FILES_DIR = tmp_path / "files"
    settings.SEAL_KEYS = tmp_path / "keys" / "seal_keys"
    settings.HEALTH_DIR = tmp_path / "health"
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATIC_ROOT.mkdir()
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    settings.STORAGES = settings.STORAGES | {
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    }


@pytest.fixture(autouse=True)
def _read_once(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    if not request.node.path.is_relative_to(READING) and "own_process" not in request.keywords:
        readings.remember(monkeypatch.setattr)


@pytest.fixture
def ward(db: None) -> Ward:
    """The reference ward with its named people."""
    return people.make_ward()


@pytest.fixture
def other_ward(db: None) -> Ward:
    """A second ward, whose people must see nothing of the first."""
    return people.make_ward("Nam Hồng", "18118", prefix="nam_")


@pytest.fixture
def sign_in() -> Callable[[Client, Official], Client]:
    """``sign_in(client, ward.chairman)``: signed in without the form."""
    return examine.sign_in


@pytest.fixture
def year() -> Period:
    """The year of the reference Decision."""
    return Period.year(2021)
