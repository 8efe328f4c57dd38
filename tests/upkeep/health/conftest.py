"""A data folder of each test's own, so that its signs of life and reports are nobody else's."""

from __future__ import annotations

from pathlib import Path

import pytest

from chuan.upkeep import beats


@pytest.fixture(autouse=True)
def _a_server_for_tests_need_not_outlive_a_power_cut(monkeypatch) -> None:
    monkeypatch.setattr("chuan.upkeep.findings.database.SURE_OF_POSTGRESQL", ("synchronous_commit",))


@pytest.fixture(autouse=True)
def data(settings, tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    folder.mkdir(mode=0o700)
    settings.DATA_DIR = folder
    settings.HEALTH_DIR = folder / "health"
    settings.FILES_DIR = folder / "files"
    settings.BACKUPS_DIR = folder / "backups"
    settings.BACKUPS_SECOND = ""
    settings.SECRET_KEY = "x" * 50
    beats._last.clear()
    return folder
