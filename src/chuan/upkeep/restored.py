"""The restored database, looked at before anybody works on it: brought up to date, guarded, counted, verified."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.loader import MigrationLoader

from chuan.trail.guarding import install, missing
from chuan.trail.verify import verify_all
from chuan.upkeep.manifest import Manifest
from chuan.upkeep.refusals import ArchiveNewer, RestoredDiffers

_BESIDE = "beside"


@contextmanager
def opened(database: Mapping[str, Any], **changed: Any) -> Iterator[BaseDatabaseWrapper]:
    """For the block, the default database of this thread is that one: rooms mend what is theirs after a migrate."""
    usual = connections[DEFAULT_DB_ALIAS]
    connections.databases[_BESIDE] = {**connections.databases[DEFAULT_DB_ALIAS], **database, **changed}
    beside = connections.create_connection(_BESIDE)
    beside.alias = DEFAULT_DB_ALIAS
    connections[DEFAULT_DB_ALIAS] = beside
    try:
        yield beside
    finally:
        beside.close()
        connections[DEFAULT_DB_ALIAS] = usual
        del connections.databases[_BESIDE]


def require_known(manifest: Manifest) -> None:
    """Raises ``ArchiveNewer`` when the archive's database went through changes that this version does not know."""
    loader = MigrationLoader(None, ignore_no_migrations=True)
    known = set(loader.disk_migrations) | {
        one for migration in loader.disk_migrations.values() for one in migration.replaces
    }
    ours = {app for app, _ in known}
    applied = {(app, name) for app, names in manifest.migrations.items() for name in names}
    if any(one not in known and one[0] in ours for one in applied) or set(manifest.migrations) - ours:
        raise ArchiveNewer(version=manifest.version)


def settle(on: BaseDatabaseWrapper, manifest: Manifest) -> int:
    """Count, migrate what is older, put the triggers on, verify the trail; the chains found whole.

    Raises ``RestoredDiffers``.
    """
    _require_counts(on, manifest)
    executor = MigrationExecutor(on)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", database=on.alias, verbosity=0, interactive=False)
    install(on=on)
    if gone := missing(on=on):
        raise RestoredDiffers(why=f"thiếu bộ chặn sửa {', '.join(gone)}")
    return _require_trail(on, manifest)


def _require_counts(on: BaseDatabaseWrapper, manifest: Manifest) -> None:
    with on.cursor() as cursor:
        for table, rows in manifest.counts.items():
            # nosemgrep: text-made-sql - quoted; a table of the manifest
            cursor.execute(f"SELECT count(*) FROM {on.ops.quote_name(table)}")  # noqa: S608 - quoted  # nosec B608
            if (found := cursor.fetchone()[0]) != rows:
                raise RestoredDiffers(why=f"bảng {table} có {found} dòng, bản kê ghi {rows}")


def _require_trail(on: BaseDatabaseWrapper, manifest: Manifest) -> int:
    verdicts = verify_all(using=on.alias)
    for verdict in verdicts:
        if not verdict.ok:
            raise RestoredDiffers(why=f"nhật ký {verdict.chain}: {verdict.sentence}")
        if manifest.heads.get(verdict.chain) != (verdict.entries, verdict.head):
            raise RestoredDiffers(why=f"đầu chuỗi nhật ký {verdict.chain} khác bản kê")
    if len(verdicts) != len(manifest.heads):
        raise RestoredDiffers(why="số chuỗi nhật ký khác bản kê")
    return len(verdicts)


def close_whole(path: Path) -> None:
    """Fold SQLite's side files back into the one file, flushed, so that it can be renamed alone."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        file.execute("PRAGMA journal_mode=DELETE")
