"""An end for statements that take too long, on both databases."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import DatabaseError, OperationalError, connection, transaction

_STEPS = 50_000
"""Instructions of SQLite between two looks at the time: some milliseconds."""


class OutOfTime(Exception):
    """The time given is over."""


@dataclass
class Deadline:
    """When the time is over, on the monotonic clock."""

    until: float

    @property
    def over(self) -> bool:
        """Whether it is."""
        return time.monotonic() > self.until

    def check(self) -> None:
        """Raise ``OutOfTime`` when it is."""
        if self.over:
            raise OutOfTime


@contextmanager
def statements_end_after(seconds: float) -> Iterator[Deadline]:
    """Within the block a statement is broken off when the time is over: ``OutOfTime``. Only reading belongs here.

    SQLite asks the progress handler (sqlite3_progress_handler), PostgreSQL counts itself (statement_timeout).
    """
    deadline = Deadline(time.monotonic() + seconds)
    if not _answers():
        yield deadline
        return
    limit = _on_postgresql if connection.vendor == "postgresql" else _on_sqlite
    try:
        with limit(deadline, seconds):
            yield deadline
    except OperationalError as error:
        if deadline.over:
            raise OutOfTime from error
        raise


def _answers() -> bool:
    """Whether there is a database; an examination that needs none must not fail for want of one."""
    try:
        connection.ensure_connection()
    except DatabaseError:
        return False
    return True


@contextmanager
def _on_sqlite(deadline: Deadline, seconds: float) -> Iterator[None]:
    handle = connection.connection
    handle.set_progress_handler(lambda: int(deadline.over), _STEPS)
    try:
        yield
    finally:
        handle.set_progress_handler(None, 0)


@contextmanager
def _on_postgresql(deadline: Deadline, seconds: float) -> Iterator[None]:
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute("SELECT set_config('statement_timeout', %s, true)", [str(int(seconds * 1000))])
        yield
