"""Real houses for backups: a database of their own, a file or one beside that of the tests, and a folder of files."""

from __future__ import annotations

import hashlib
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from typing import Any

from django.db import connection
from django.utils import timezone

from chuan.files import actions as files
from chuan.offers.subjects import Subject
from chuan.offers.uids import new_uid
from chuan.trail.actions import SYSTEM, act
from chuan.upkeep.house import House
from chuan.upkeep.programmes import connect, run

Rows = dict[str, list[tuple[Any, ...]]]


def live(unit: Any, acts: int = 5) -> None:
    """Some acts, two kept files and one thrown away, in the database of the test."""
    for number in range(acts):
        with act(
            "noted", Subject("thing", new_uid()), by=SYSTEM, unit_uid=unit.uid, at=timezone.now(), n=number
        ):
            pass
    files.keep(b"quyet dinh " * 1000, media_type="text/plain")
    files.keep(b"", media_type="text/plain")
    gone = files.keep(b"tep mat", media_type="text/plain")
    files.let_go(gone, at=timezone.now(), besides=type(gone))


@contextmanager
def database_on_server(of: str = "template1") -> Iterator[str]:
    """The name of a new database beside that of the tests, a copy of another one; dropped at the end."""
    name = f"house_{uuid.uuid4().hex}"
    with closing(connect({**connection.settings_dict, "NAME": "postgres"})) as server:
        server.autocommit = True
        server.execute(f"CREATE DATABASE {name} TEMPLATE {of}")
        try:
            yield name
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@contextmanager
def shape_on_server(folder: Path) -> Iterator[str]:
    """A database with the tables of the tests' own and nothing in them, to be copied."""
    with database_on_server() as name:
        told = connection.settings_dict
        run(
            "pg_dump",
            told,
            "--format=custom",
            "--schema-only",
            f"--file={folder / 'shape'}",
            "--schema=public",
        )
        run("pg_restore", {**told, "NAME": name}, "--schema=public", str(folder / "shape"))
        yield name


@contextmanager
def house_at(data: Path, of: str = "template1") -> Iterator[House]:
    """A house: on SQLite nothing but its folder; on PostgreSQL a database that is a copy of another one."""
    data.mkdir(parents=True, exist_ok=True)
    told = dict(connection.settings_dict)
    if connection.vendor == "sqlite":
        yield House(data, data / "files", {**told, "NAME": data / "chuan.sqlite3"})
        return
    with database_on_server(of) as name:
        yield House(data, data / "files", {**told, "NAME": name})


def pour(house: House, source_files: Path) -> None:
    """Fill the house with all that the test's own, uncommitted database holds, and with its files."""
    if source_files.is_dir():
        source_files.rename(house.files)
    if house.kind == "sqlite3":
        house.sqlite.write_bytes(connection.connection.serialize())
        return
    with connect(house.database) as server, connection.cursor() as mine:
        server.execute("SET session_replication_role = replica")
        for table in _tables(mine):
            with (
                mine.copy(f'COPY "{table}" TO STDOUT') as out,
                server.cursor().copy(f'COPY "{table}" FROM STDIN') as into,
            ):
                for piece in out:
                    into.write(piece)


def _tables(cursor: Any) -> list[str]:
    found = cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    return sorted(name for (name,) in (found or cursor).fetchall())


def rows_of(house: House) -> Rows:
    """Every row of every table, sorted, as the database's own text."""
    if house.kind == "sqlite3":
        with closing(sqlite3.connect(house.sqlite)) as file:
            names = file.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            )
            return {
                name: sorted(map(repr, file.execute(f'SELECT * FROM "{name}"')))
                for (name,) in names.fetchall()
            }
    with connect(house.database) as server:
        return {
            name: sorted(map(repr, server.execute(f'SELECT * FROM "{name}"').fetchall()))
            for name in _tables(server.cursor())
        }


def triggers_of(house: House) -> set[str]:
    """Names of the triggers that are there."""
    if house.kind == "sqlite3":
        with closing(sqlite3.connect(house.sqlite)) as file:
            return {name for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'")}
    with connect(house.database) as server:
        return {name for (name,) in server.execute("SELECT tgname FROM pg_trigger WHERE NOT tgisinternal")}


def files_of(house: House) -> dict[str, str]:
    """Path below the folder of files → digest of the bytes."""
    return {
        str(path.relative_to(house.files)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in house.files.rglob("*")
        if path.is_file()
    }


def change(house: House, statement: str) -> None:
    """One statement, committed, past Django; triggers are passed by on PostgreSQL."""
    if house.kind == "sqlite3":
        with closing(sqlite3.connect(house.sqlite)) as file:
            file.execute(statement)
            file.commit()
        return
    with connect(house.database) as server:
        with suppress(Exception):
            server.execute("SET session_replication_role = replica")
        server.execute(statement)
