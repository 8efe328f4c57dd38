"""One moment of the database, kept still while others go on writing: what is put away, counted and listed from it."""

from __future__ import annotations

import gzip
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from chuan.upkeep.archives import PIECE
from chuan.upkeep.house import House
from chuan.upkeep.programmes import connect, run
from chuan.upkeep.refusals import NothingToBackUp

WORKED = "id IN (SELECT unit_id FROM people_official)"


class Source(Protocol):
    """Answers statements as of the snapshot."""

    def rows(self, statement: str) -> Iterator[tuple[Any, ...]]:
        """The rows of one SELECT."""


@dataclass(frozen=True)
class Snapshot:
    """The packed database and what it holds."""

    packed: Path
    unpacked_bytes: int
    server: str
    tables: tuple[str, ...]
    source: Source

    def counts(self) -> dict[str, int]:
        """Rows of each table."""
        return {
            table: int(next(self.source.rows(f'SELECT count(*) FROM "{table}"'))[0])  # noqa: S608 - the database's own names  # nosec B608
            for table in self.tables
        }

    def heads(self) -> dict[str, tuple[int, str]]:
        """Each chain's last line."""
        rows = self.source.rows("SELECT chain, seq, hash FROM trail_head ORDER BY chain")
        return {chain: (int(seq), last) for chain, seq, last in rows}

    def units(self) -> tuple[tuple[str, str], ...]:
        """uid and name of each unit that people work or worked in, the oldest first; others are kept by name only."""
        rows = self.source.rows(f"SELECT uid, name FROM people_unit WHERE {WORKED} ORDER BY id")  # noqa: S608 - ours  # nosec B608
        return tuple((uuid.UUID(str(uid)).hex, name) for uid, name in rows)

    def migrations(self) -> dict[str, tuple[str, ...]]:
        """What was applied, by room."""
        found: dict[str, tuple[str, ...]] = {}
        for app, name in self.source.rows("SELECT app, name FROM django_migrations ORDER BY app, name"):
            found[app] = (*found.get(app, ()), name)
        return found

    def blobs(self) -> Iterator[tuple[str, int]]:
        """Digest and size of every kept file that was not let go, by digest."""
        yield from self.source.rows(
            "SELECT digest, size FROM files_blob WHERE let_go_at IS NULL ORDER BY digest"
        )


@contextmanager
def snapshot(house: House, folder: Path) -> Iterator[Snapshot]:
    """Take one into the folder, which must be there and empty. Raises ``NothingToBackUp`` and the database's errors."""
    taking = _of_postgresql if house.kind == "postgresql" else _of_sqlite
    with taking(house, folder) as taken:
        if not {"trail_head", "people_unit", "files_blob"} <= set(taken.tables):
            raise NothingToBackUp()
        yield taken


class _SqliteSource:
    def __init__(self, file: sqlite3.Connection) -> None:
        self._file = file

    def rows(self, statement: str) -> Iterator[tuple[Any, ...]]:
        yield from self._file.execute(statement)


@contextmanager
def _of_sqlite(house: House, folder: Path) -> Iterator[Snapshot]:
    if not house.sqlite.is_file():
        raise NothingToBackUp()
    still, packed = folder / "still", folder / "packed"
    with closing(sqlite3.connect(house.sqlite, timeout=60, isolation_level=None)) as file:
        file.execute("VACUUM INTO ?", (str(still),))
    with still.open("rb") as raw, gzip.GzipFile(packed, "wb", compresslevel=1, mtime=0) as small:
        shutil.copyfileobj(raw, small, PIECE)
    with closing(sqlite3.connect(f"file:{still}?mode=ro&immutable=1", uri=True)) as file:
        names = file.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
        tables = tuple(sorted(name for (name,) in names))
        yield Snapshot(
            packed, still.stat().st_size, f"SQLite {sqlite3.sqlite_version}", tables, _SqliteSource(file)
        )


class _PostgresSource:
    def __init__(self, server: Any) -> None:
        self._server = server

    def rows(self, statement: str) -> Iterator[tuple[Any, ...]]:
        with self._server.cursor(name=f"c{uuid.uuid4().hex[:8]}") as cursor:
            cursor.itersize = 5000
            yield from cursor.execute(statement)


@contextmanager
def _of_postgresql(house: House, folder: Path) -> Iterator[Snapshot]:
    packed = folder / "packed"
    with connect(house.database) as server:
        server.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        (name,) = server.execute("SELECT pg_export_snapshot()").fetchone()
        (version,) = server.execute("SHOW server_version").fetchone()
        tables = tuple(
            table
            for (table,) in server.execute(
                "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename"
            )
        )
        if not tables:
            raise NothingToBackUp()
        run(
            "pg_dump", house.database, "--format=custom", "--compress=1", "--schema=public", "--no-owner",
            "--no-privileges", f"--snapshot={name}", f"--file={packed}",
        )  # fmt: skip
        yield Snapshot(
            packed, packed.stat().st_size, f"PostgreSQL {version}", tables, _PostgresSource(server)
        )


def size_of(house: House) -> int:
    """Bytes of the database as it stands, for an estimate of the room needed."""
    if house.kind == "sqlite3":
        return house.sqlite.stat().st_size if house.sqlite.is_file() else 0
    with connect(house.database) as server:
        return int(server.execute("SELECT pg_database_size(current_database())").fetchone()[0])
