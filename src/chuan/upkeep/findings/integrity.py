"""Whether the database's own pages are whole."""

from __future__ import annotations

from collections.abc import Iterator

from django.db import DatabaseError, OperationalError, connection
from django.utils.translation import gettext as _

from chuan.offers.examinations import Finding, Looking, broken, fine


def examine(looking: Looking) -> Iterator[Finding]:
    """SQLite: quick_check, in full integrity_check; foreign keys. PostgreSQL: checksums that failed."""
    if connection.vendor == "postgresql":
        yield from _checksums()
        return
    wrong = _wrong("PRAGMA integrity_check(5)" if looking.full else "PRAGMA quick_check(5)")
    torn = [] if wrong != ["ok"] else _rows("PRAGMA foreign_key_check")
    if wrong != ["ok"]:
        yield broken(
            _("Tệp cơ sở dữ liệu bị hỏng."),
            _("Dừng Chuẩn, giữ nguyên thư mục dữ liệu, khôi phục bản sao lưu gần nhất bằng “chuan restore”."),
        )
    elif torn:
        yield broken(
            _("%d dòng trỏ tới dòng không còn.") % len(torn),
            _("Giữ nguyên dữ liệu và gửi kết quả “chuan doctor --full” cho người hỗ trợ."),
        )
    else:
        yield fine(_("Tệp cơ sở dữ liệu nguyên vẹn."))


def _wrong(statement: str) -> list[str]:
    """What SQLite finds; pages so broken that it cannot even look are the same to whoever reads the report."""
    try:
        return _rows(statement)
    except OperationalError:
        raise  # out of time, or locked: not a matter of the pages
    except DatabaseError as error:
        return [type(error).__name__]


def _checksums() -> Iterator[Finding]:
    failed = _rows(
        "SELECT coalesce(checksum_failures, 0) FROM pg_stat_database WHERE datname = current_database()"
    )
    if failed and int(failed[0]) > 0:
        yield broken(
            _("PostgreSQL đã gặp %s trang dữ liệu sai mã kiểm.") % failed[0],
            _("Kiểm lại đĩa của máy chủ dữ liệu, khôi phục bản sao lưu gần nhất."),
        )
    else:
        yield fine(_("PostgreSQL không ghi nhận trang dữ liệu sai nào."))


def _rows(statement: str) -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(statement)
        return [str(row[0]) for row in cursor.fetchall()]
