"""A database with every table, made once in a run: each worker's own, and each house of a test, begins as its copy.

That a house comes to its tables from an empty folder is tried where it is the matter: tests/upkeep/test_schema.py
(which migrates in full), tests/serving/test_serve.py and the journey tests/journeys/test_a_real_house.py.
"""

from __future__ import annotations

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
LAY = (sys.executable, "-c", "import django; django.setup(); from chuan.upkeep import schema; schema.lay()")
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
    """Put an empty SQLite database with its tables into the data folder of a house; returns the folder."""
    folder.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(_sqlite(), folder / "chuan.sqlite3")
    return folder


def begin_from(connection: Any) -> None:
    """Let Django's test database of this connection begin as a copy of the laid one."""
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
    """The address of a PostgreSQL database of its own, every table laid, on this server; dropped at the end."""
    _on_postgres(url)
    with _server(url) as server:
        server.execute(f'CREATE DATABASE "{name}" TEMPLATE "{NAME}"')
        yield _of(url, name)
        server.execute(f'DROP DATABASE "{name}" WITH (FORCE)')


def _sqlite() -> Path:
    return once("sqlite", _make_sqlite) / "chuan.sqlite3"


def _make_sqlite(folder: Path) -> None:
    _lay(CHUAN_DATA=str(folder), DATABASE_URL="")
    with closing(sqlite3.connect(folder / "chuan.sqlite3")) as file:
        file.execute("PRAGMA journal_mode=DELETE")  # one file, whole


def _on_postgres(url: str) -> str:
    def make(folder: Path) -> None:
        with _server(url) as server:
            server.execute(f'DROP DATABASE IF EXISTS "{NAME}"')  # of an earlier run on the same server
            server.execute(f'CREATE DATABASE "{NAME}"')
        _lay(CHUAN_DATA=str(folder), DATABASE_URL=_of(url, NAME))

    once(f"postgresql-{urlsplit(url).port}", make)
    return NAME


@contextmanager
def _server(url: str) -> Iterator[Any]:
    import psycopg

    with psycopg.connect(url, autocommit=True) as server:
        yield server


def _of(url: str, name: str) -> str:
    return urlsplit(url)._replace(path=f"/{name}").geturl()


def _lay(**environment: str) -> None:
    paths = f"{ROOT / 'src'}{os.pathsep}{ROOT}"
    env = {**os.environ, "DJANGO_SETTINGS_MODULE": "chuan.settings", "PYTHONPATH": paths, **environment}
    subprocess.run(LAY, env=env, check=True, timeout=300)


def _wait(done: Path, folder: Path) -> None:
    for _ in range(3000):
        if done.exists():
            assert not done.read_text(), f"{folder} could not be made; the worker that tried says why"
            return
        time.sleep(0.1)
    raise AssertionError(f"{folder} was begun by another worker and never done")
