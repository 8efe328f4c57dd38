"""Telling a disk in trouble from everything else that may go wrong, by codes and never by words.

Codes: POSIX.1-2017 <errno.h>; SQLite result codes (sqlite.org/rescode.html); SQLSTATE of PostgreSQL, appendix A.
"""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from chuan.rules.refusals import Refused
from chuan.rules.refusals.disks import DiskFails, DiskFull, DiskReadOnly

_ERRNO: dict[int, type[Refused]] = {
    errno.ENOSPC: DiskFull, errno.EDQUOT: DiskFull, errno.EFBIG: DiskFull,
    errno.EROFS: DiskReadOnly, errno.EIO: DiskFails,
}  # fmt: skip
_SQLITE: dict[int, type[Refused]] = {
    sqlite3.SQLITE_FULL: DiskFull, sqlite3.SQLITE_READONLY: DiskReadOnly,
    sqlite3.SQLITE_IOERR: DiskFails, sqlite3.SQLITE_CORRUPT: DiskFails, sqlite3.SQLITE_NOTADB: DiskFails,
}  # fmt: skip
_SQLSTATE: dict[str, type[Refused]] = {
    "53100": DiskFull, "25006": DiskReadOnly, "58030": DiskFails, "XX001": DiskFails, "XX002": DiskFails,
}  # fmt: skip
_DENIED = (errno.EACCES, errno.EPERM)


def trouble_of(error: BaseException | None) -> Refused | None:
    """The refusal when a disk is behind this error or behind what caused it; None otherwise."""
    for one in _chain(error):
        if (kind := _kind(one)) is not None:
            return kind()
    return None


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    seen: set[int] = set()
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or error.__context__


def _kind(error: BaseException) -> type[Refused] | None:
    if isinstance(error, OSError):
        if error.errno in _DENIED and _is_ours(error.filename):
            return DiskReadOnly
        return _ERRNO.get(error.errno or 0)
    if isinstance(error, sqlite3.Error):
        return _SQLITE.get(getattr(error, "sqlite_errorcode", 0) & 0xFF)
    return _SQLSTATE.get(getattr(error, "sqlstate", None) or "")


def _is_ours(name: object) -> bool:
    """Whether the file that may not be written lies in the data folder."""
    return isinstance(name, str) and Path(name).is_relative_to(settings.DATA_DIR)
