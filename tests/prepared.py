"""A migrated database, made once in a run: every worker's own, and every house of a test, begins as a copy of it.

Migrating from nothing takes a new house several seconds of full work, and one run needs some fifteen of them. That
it works from an empty folder is tried where it is the matter: tests/serving/test_serve.py and the journey
tests/journeys/test_a_real_house.py.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

ROOT = Path(__file__).resolve().parents[1]
NAME = "chuan_prepared"
"""The database on PostgreSQL that is copied and never opened."""
KEPT = ROOT / ".pytest_cache" / "migrated"
"""Where a migrated SQLite database waits for the next run of a tree with the same migrations."""
MIGRATE = (sys.executable, "-m", "django", "migrate", "--verbosity=0", "--no-input")
_held: list[sqlite3.Connection] = []


def once(name: str, make: Callable[[Path], None]) -> Path:
    """The folder of this name that all workers of a run share; the first one makes it, the others wait."""
    folder = Path(os.environ["CHUAN_TESTS_PREPARED"]) / name
    folder.parent.mkdir(parents=True, exist_ok=True)
    done = folder.with_suffix(".done")
    try:
        folder.mkdir()
    except FileExistsError:
        _wait(done, folder)
    else:
        try:
            make(folder)
        except BaseException:
            done.write_text("failed")
            raise
        done.touch()
    return folder


def lay_database(folder: Path) -> Path:
    """Put a migrated, empty SQLite database into the data folder of a house; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_sqlite(), folder / "chuan.sqlite3")
    return folder


def begin_from(connection: Any) -> None:
    """Let Django's test database of this connection begin as a copy of the migrated one."""
    if connection.vendor == "postgresql":
        connection.settings_dict["TEST"]["TEMPLATE"] = _on_postgres(os.environ["DATABASE_URL"])
        return
    creation = connection.creation
    plain = creation._create_test_db

    def filled(*args: Any, **kwargs: Any) -> str:
        name: str = plain(*args, **kwargs)
        memory = sqlite3.connect(name, uri=True)
        with closing(sqlite3.connect(_sqlite())) as made:
            made.backup(memory)
        _held.append(memory)  # what lies in memory goes with its last connection
        return name

    creation._create_test_db = filled


@contextmanager
def beside(url: str, name: str) -> Iterator[str]:
    """The address of a migrated PostgreSQL database of its own on the server of this address; dropped at the end."""
    _on_postgres(url)
    with _server(url) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{NAME}"')
        yield _of(url, name)
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _sqlite() -> Path:
    return once("sqlite", _make_sqlite) / "chuan.sqlite3"


def _make_sqlite(folder: Path) -> None:
    kept = KEPT / f"{_made_of()}.sqlite3"
    if kept.exists():
        shutil.copyfile(kept, folder / "chuan.sqlite3")
        return
    _migrate(CHUAN_DATA=str(folder), DATABASE_URL="")
    with closing(sqlite3.connect(folder / "chuan.sqlite3")) as file:
        file.execute("PRAGMA journal_mode=DELETE")  # one file, whole
    _keep(folder / "chuan.sqlite3", kept)


def _made_of() -> str:
    """A digest of all that a migrated database comes from: migrations, what is done after them, the libraries."""
    house = ROOT / "src" / "chuan"
    kinds = ("migrations/*.py", "apps.py", "guarding.py", "indexes/*.py")
    found = [one for kind in kinds for one in house.glob(f"*/{kind}")]
    digest = hashlib.sha256((ROOT / "requirements.lock").read_bytes())
    for one in sorted(found):
        digest.update(str(one.relative_to(house)).encode() + one.read_bytes())
    return digest.hexdigest()[:32]


def _keep(made: Path, kept: Path) -> None:
    """Keep it for the next run of the same tree; those of older trees go."""
    kept.parent.mkdir(parents=True, exist_ok=True)
    for old in sorted(kept.parent.glob("*.sqlite3"), key=lambda one: one.stat().st_mtime)[:-4]:
        old.unlink(missing_ok=True)
    beside = kept.with_suffix(f".{os.getpid()}")
    shutil.copyfile(made, beside)
    beside.replace(kept)


def _on_postgres(url: str) -> str:
    def make(folder: Path) -> None:
        with _server(url) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{NAME}"')  # of an earlier run on the same server
            server.execute(f'CREATE DATABASE "{NAME}"')
        _migrate(CHUAN_DATA=str(folder), DATABASE_URL=_of(url, NAME))

    once(f"postgresql-{urlsplit(url).port}", make)
    return NAME


@contextmanager
def _server(url: str) -> Iterator[Any]:
    import psycopg

    with psycopg.connect(url, autocommit=True) as server:
        yield server


def _of(url: str, name: str) -> str:
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def _migrate(**environment: str) -> None:
    paths = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "chuan.settings", "PYTHONPATH": paths, **environment}
    subprocess.run(MIGRATE, env=env, check=True, timeout=300)


def _wait(done: Path, folder: Path) -> None:
    for _ in range(3000):
        if done.exists():
            assert not done.read_text(), f"{folder} could not be made; the worker that tried says why"
            return
        time.sleep(0.1)
    raise AssertionError(f"{folder} was begun by another worker and never done")
