"""The database as it is set: what keeps an acknowledged act through a power cut."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.utils.translation import gettext as _

from chuan.offers.examinations import Finding, Looking, broken, fine, look

OLDEST_SQLITE, OLDEST_POSTGRESQL = (3, 35), 14
WAL_LARGE = 256 * 1024 * 1024
SURE_OF_POSTGRESQL = ("fsync", "full_page_writes", "synchronous_commit")
"""Settings under which PostgreSQL keeps what it has acknowledged (PostgreSQL manual, 19.5.1)."""


def examine(looking: Looking) -> Iterator[Finding]:
    """Kind, version, durability, and whether every migration has run."""
    yield from _postgresql() if connection.vendor == "postgresql" else _sqlite()
    yield _migrations()


def _asked(statement: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        row = cursor.fetchone()
    return str(row[0]) if row else ""


def _sqlite() -> Iterator[Finding]:
    import sqlite3

    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        yield broken(
            _("SQLite %s đã quá cũ.") % sqlite3.sqlite_version, _("Cài Python mới hơn rồi chạy lại Chuẩn.")
        )
    else:
        yield fine(f"SQLite {sqlite3.sqlite_version}.")
    if _asked("PRAGMA synchronous") not in ("2", "3"):
        yield broken(
            _("SQLite không ghi chắc xuống đĩa sau mỗi việc."), _("Chạy Chuẩn với cài đặt gốc của nó.")
        )
    name = str(connection.settings_dict["NAME"])
    wal = Path(f"{name}-wal")
    if wal.is_file() and wal.stat().st_size > WAL_LARGE:
        size = wal.stat().st_size // 1_000_000
        yield look(
            _("Tệp ghi trước (-wal) lớn %d MB: có chương trình đang giữ một lần đọc rất lâu.") % size,
            _("Dừng rồi chạy lại Chuẩn vào lúc ít người làm việc."),
        )


def _postgresql() -> Iterator[Finding]:
    version = _asked("SHOW server_version")
    if int(version.split(".")[0].split()[0]) < OLDEST_POSTGRESQL:
        yield broken(_("PostgreSQL %s đã quá cũ.") % version, _("Nâng máy chủ dữ liệu lên bản 14 trở lên."))
    else:
        yield fine(f"PostgreSQL {version}.")
    for name in SURE_OF_POSTGRESQL:
        if _asked(f"SHOW {name}") == "off":
            yield broken(
                _("Máy chủ dữ liệu đang tắt %s: mất điện có thể mất việc đã báo xong.") % name,
                _("Đặt %s = on trong postgresql.conf rồi nạp lại.") % name,
            )


def _migrations() -> Finding:
    executor = MigrationExecutor(connection)
    pending = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if pending:
        return broken(
            _("Cơ sở dữ liệu còn thiếu %d bước nâng cấp.") % len(pending),
            _("Sao lưu, rồi chạy lại “chuan serve”: các bước ấy chạy khi khởi động."),
        )
    return fine(_("Cấu trúc dữ liệu đúng với phiên bản đang chạy."))
