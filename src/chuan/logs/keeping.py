"""Files of the log: one for each day, further ones when a day grows large, old ones thrown away.

A day is a new name, never a renamed file: two processes of ours write at once, and Windows renames no open file.
"""

from __future__ import annotations

import logging
import os
import re
import sys
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

NAME = re.compile(r"chuan-(\d{4}-\d\d-\d\d)(?:\.(\d+))?\.jsonl")
SIZE = 16 * 1024 * 1024
"""Bytes after which a day goes on in its next file."""
MOST = 16
"""Files kept at most, whatever their age: 256 MB."""


class Screen(logging.StreamHandler):
    """Lines to the terminal, or to whatever collects them from there."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Nothing: logging's own way prints the record with its values."""


class DailyFile(logging.Handler):
    """Writes lines into the folder's file of the day. A full or forbidden disk never stops the work being logged."""

    def __init__(self, folder: str | Path, days: int = 90, size: int = SIZE, most: int = MOST) -> None:
        super().__init__()
        self.folder, self.days, self.size, self.most = Path(folder), days, size, most
        self._day: date | None = None
        self._file: int | None = None
        self._told = False

    def emit(self, record: logging.LogRecord) -> None:
        """Append the line in one write, so that lines of two processes do not mix."""
        try:
            line = (self.format(record) + "\n").encode()
            os.write(self._open(datetime.fromtimestamp(record.created).date()), line)  # noqa: DTZ006 the machine's own day
        except OSError as error:
            self._lose(error)
        except Exception:
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802
        """Nothing: logging's own way prints the record with its values."""

    def close(self) -> None:
        """Let go of the file."""
        self._let_go()
        super().close()

    def _open(self, day: date) -> int:
        if self._file is not None and self._day == day and os.fstat(self._file).st_size < self.size:
            return self._file
        self._let_go()
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        flags = os.O_WRONLY | os.O_APPEND | os.O_CREAT
        self._file = os.open(self._path(day), flags, 0o600)
        if self._day != day:
            self._sweep(day)
        self._day = day
        return self._file

    def _path(self, day: date) -> Path:
        part = 1
        while (path := self.folder / _name(day, part)).exists() and path.stat().st_size >= self.size:
            part += 1
        return path

    def _sweep(self, day: date) -> None:
        """Throw away what is older than the days, then the oldest beyond the number of files."""
        files = list(files_of(self.folder))
        oldest = day - timedelta(days=self.days)
        gone = [path for of, _, path in files if of < oldest]
        left = [path for of, _, path in files if of >= oldest]
        for path in (*gone, *left[: max(0, len(left) - self.most)]):
            path.unlink(missing_ok=True)

    def _let_go(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _lose(self, error: OSError) -> None:
        """Say once that lines are lost."""
        self._let_go()
        if not self._told and sys.stderr is not None:
            print(f"log: {os.strerror(error.errno or 0)}", file=sys.stderr)  # noqa: T201
        self._told = True


def files_of(folder: Path) -> Iterator[tuple[date, int, Path]]:
    """(day, part, path) of every file of the log, the oldest first; other files in the folder are not ours."""
    found = []
    for path in folder.glob("chuan-*.jsonl"):
        if name := NAME.fullmatch(path.name):
            found.append((date.fromisoformat(name[1]), int(name[2] or 1), path))
    yield from sorted(found)


def _name(day: date, part: int) -> str:
    return f"chuan-{day.isoformat()}.jsonl" if part == 1 else f"chuan-{day.isoformat()}.{part}.jsonl"
