"""A house comes to its tables at once where it has none, and step by step where it has some; both end in the same."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder

from chuan.trail.guarding import APPEND_ONLY, missing
from chuan.upkeep import schema

ROOT = Path(__file__).resolve().parents[2]
MIGRATE = (sys.executable, "-m", "django", "migrate", "--verbosity=0", "--no-input")
UP_TO_DATE = (
    sys.executable, "-c", "import django; django.setup(); from chuan.upkeep import schema; schema.bring_up_to_date()"
)  # fmt: skip


def run(command: tuple[str, ...], folder: Path) -> None:
    """In a process and a data folder of its own, on SQLite."""
    folder.mkdir(exist_ok=True)
    paths = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
    env = {
        **os.environ, "CHUAN_DATA": str(folder), "DATABASE_URL": "", "PYTHONPATH": paths, "CHUAN_SECRET_KEY": "x",
        "DJANGO_SETTINGS_MODULE": "chuan.settings",
    }  # fmt: skip
    subprocess.run(command, env=env, check=True, timeout=580)


def drawn(folder: Path) -> dict[tuple[str, str], object]:
    """Every table with its columns (in no order), every index and trigger as it was made."""
    with closing(sqlite3.connect(folder / "chuan.sqlite3")) as file:
        rows = file.execute(
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
        ).fetchall()
    return {(kind, name): _parts(sql) if kind == "table" else sql for kind, name, sql in rows}


def written(folder: Path, query: str) -> list[tuple[object, ...]]:
    """Rows of a query, in order."""
    with closing(sqlite3.connect(folder / "chuan.sqlite3")) as file:
        return sorted(file.execute(query).fetchall())


def _parts(sql: str) -> list[str]:
    """What stands between the commas of a table's definition, by the alphabet."""
    parts, depth = [""], 0
    for letter in sql[sql.index("(") + 1 : sql.rindex(")")]:
        depth += {"(": 1, ")": -1}.get(letter, 0)
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return sorted(one.strip() for one in parts)


def test_tables_that_are_laid_are_those_that_every_migration_ends_in(tmp_path: Path):
    laid, migrated = tmp_path / "laid", tmp_path / "migrated"
    run(UP_TO_DATE, laid)
    run(MIGRATE, migrated)
    one, other = drawn(laid), drawn(migrated)
    assert sorted(one) == sorted(other)
    assert {key: value for key, value in one.items() if other[key] != value} == {}
    for query in (
        "SELECT app, name FROM django_migrations",
        "SELECT app_label, model FROM django_content_type",
        "SELECT codename FROM auth_permission",
    ):
        assert written(laid, query) == written(migrated, query)
        assert len(written(laid, query)) >= 90
    before = written(laid, "SELECT id, applied FROM django_migrations")
    run(UP_TO_DATE, laid)
    assert written(laid, "SELECT id, applied FROM django_migrations") == before


@pytest.mark.django_db
def test_a_laid_house_lacks_nothing_and_is_left_as_it_is(monkeypatch):
    assert missing() == []
    assert set(APPEND_ONLY) < set(connection.introspection.table_names())
    monkeypatch.setattr(schema, "lay", lambda **_: pytest.fail("laid a second time"))
    monkeypatch.setattr(schema, "call_command", lambda *_a, **_k: pytest.fail("migrated without need"))
    schema.bring_up_to_date()


@pytest.mark.django_db
def test_a_house_that_lacks_a_step_is_migrated(monkeypatch):
    MigrationRecorder.Migration.objects.filter(app="objectives").order_by("-name")[0].delete()
    called: list[str] = []
    monkeypatch.setattr(schema, "call_command", lambda name, **_: called.append(name))
    schema.bring_up_to_date()
    assert called == ["migrate"]


@pytest.mark.parametrize("step", ["_write_applied", "emit_post_migrate_signal"])
def test_tables_are_laid_all_or_none(tmp_path: Path, step: str):
    broken = (
        "import django; django.setup()\n"
        "from chuan.upkeep import schema\n"
        "def breaks(*_a, **_k): raise RuntimeError('no more room')\n"
        f"schema.{step} = breaks\n"
        "schema.bring_up_to_date()\n"
    )
    with pytest.raises(subprocess.CalledProcessError):
        run((sys.executable, "-c", broken), tmp_path / "data")
    assert drawn(tmp_path / "data") == {}
    run(UP_TO_DATE, tmp_path / "data")
    assert ("table", "objectives_target") in drawn(tmp_path / "data")


def test_a_database_that_is_away_says_so(monkeypatch):
    def away() -> list[str]:
        raise OperationalError("connection refused")

    monkeypatch.setattr(connection.introspection, "table_names", away)
    with pytest.raises(OperationalError):
        schema.bring_up_to_date()
