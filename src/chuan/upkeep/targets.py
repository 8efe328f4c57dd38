"""Where an archive goes: a file or a server. Both lay out and verify first, change over last, and undo on the way."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Protocol

from chuan.files.flushing import flush_folder
from chuan.upkeep import restored
from chuan.upkeep.house import House
from chuan.upkeep.manifest import Manifest
from chuan.upkeep.programmes import connect, run
from chuan.upkeep.unpacking import unpack

_UNREADABLE = "một cơ sở dữ liệu không đọc được"


class Target(Protocol):
    """One kind of database."""

    def standing(self) -> str | None:
        """Names of the units whose data stand there; None when there is nothing to lose."""

    def bring(self, staging: Path, manifest: Manifest, aside: Path) -> int:
        """Put what was laid out in its place; the chains found whole. The house is as before when it raises."""

    def aside_told(self, aside: Path) -> str:
        """Where that is which stood there before, in words; "" when nothing did."""


def target_of(house: House) -> Target:
    """The kind that the house uses."""
    return _Server(house) if house.kind == "postgresql" else _File(house)


class _File:
    """SQLite: everything happens in a copy, then names change."""

    def __init__(self, house: House) -> None:
        self._house = house

    def standing(self) -> str | None:
        path = self._house.sqlite
        if not path.is_file() or not path.stat().st_size:
            return None
        try:
            with closing(sqlite3.connect(path)) as file:
                there = file.execute("SELECT 1 FROM sqlite_master WHERE name = 'people_unit'").fetchone()
                return _joined(file.execute("SELECT name FROM people_unit ORDER BY id") if there else ())
        except sqlite3.Error:
            return _UNREADABLE

    def bring(self, staging: Path, manifest: Manifest, aside: Path) -> int:
        still = staging / "still"
        unpack(staging / "packed", still, most=manifest.database_bytes)
        with restored.opened(self._house.database, NAME=still) as on:
            chains = restored.settle(on, manifest)
        restored.close_whole(still)
        path = self._house.sqlite
        beside = [path.with_name(path.name + ending) for ending in ("", "-wal", "-shm", "-journal")]
        with changed_over([*beside, self._house.files], aside) as put:
            put(still, path)
            put(staging / "files", self._house.files)
        return chains

    def aside_told(self, aside: Path) -> str:
        return str(aside) if aside.is_dir() else ""


class _Server:
    """PostgreSQL: what stood there keeps its tables in a schema of another name."""

    def __init__(self, house: House) -> None:
        self._house, self._kept = house, ""

    def standing(self) -> str | None:
        with connect(self._house.database) as server:
            (there,) = server.execute("SELECT to_regclass('public.people_unit') IS NOT NULL").fetchone()
            return _joined(server.execute("SELECT name FROM people_unit ORDER BY id") if there else ())

    def bring(self, staging: Path, manifest: Manifest, aside: Path) -> int:
        with self._emptied(aside.name.replace("-", "_")):
            run(
                "pg_restore", self._house.database, "--exit-on-error", "--single-transaction", "--no-owner",
                "--no-privileges", "--schema=public", str(staging / "packed"),
            )  # fmt: skip
            with restored.opened(self._house.database) as on:
                chains = restored.settle(on, manifest)
            with changed_over([self._house.files], aside) as put:
                put(staging / "files", self._house.files)
        return chains

    def aside_told(self, aside: Path) -> str:
        kept = [f"lược đồ {self._kept}"] if self._kept else []
        return ", ".join([*kept, *([str(aside)] if aside.is_dir() else [])])

    @contextmanager
    def _emptied(self, name: str) -> Iterator[None]:
        with connect(self._house.database) as server:
            (there,) = server.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone()
            if there:
                # nosemgrep: text-made-sql - a name of our own, by the moment
                server.execute(f'ALTER SCHEMA public RENAME TO "{name}"')
                server.execute("CREATE SCHEMA public")
                self._kept = name
        try:
            yield
        except BaseException:
            self._put_back()
            raise

    def _put_back(self) -> None:
        """Take away what this restore itself brought, and give the schema its name again."""
        with connect(self._house.database) as server:
            server.execute("DROP SCHEMA public CASCADE")
            kept = f'ALTER SCHEMA "{self._kept}" RENAME TO public' if self._kept else "CREATE SCHEMA public"
            server.execute(kept)
        self._kept = ""


class Put(Protocol):
    """Gives something its place."""

    def __call__(self, made: Path, place: Path, /) -> None:
        """By renaming it."""


@contextmanager
def changed_over(standing: list[Path], aside: Path) -> Iterator[Put]:
    """Set aside what stands, then put things in its place; when something fails, every name is as it was."""
    moved: list[tuple[Path, Path]] = []

    def move(one: Path, to: Path) -> None:
        os.rename(one, to)
        moved.append((one, to))

    try:
        for one in standing:
            if one.exists() and not (one.is_dir() and not any(one.iterdir())):
                aside.mkdir(mode=0o700, parents=True, exist_ok=True)
                move(one, aside / one.name)
            elif one.is_dir():
                one.rmdir()
        yield move
    except BaseException:
        for one, to in reversed(moved):
            os.rename(to, one)
        if aside.is_dir() and not any(aside.iterdir()):
            aside.rmdir()
        raise
    for folder in {place.parent for _, place in moved}:
        flush_folder(folder)


def _joined(rows: Iterator[tuple[str]] | tuple[()] | sqlite3.Cursor) -> str | None:
    return ", ".join(name for (name,) in rows) or None
