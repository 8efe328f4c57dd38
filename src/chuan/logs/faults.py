"""A fault as the log keeps it: its kind and where it arose. Not its words: they carry what was typed."""

from __future__ import annotations

import errno
import re
from collections.abc import Iterator
from types import TracebackType
from typing import Any

MOST_PLACES = 14
_OWN = "chuan"
_SAID_BY_A_DATABASE = re.compile(
    r"database is locked|database or disk is full|attempt to write a readonly database|disk I/O error"
    r"|database disk image is malformed|unable to open database file|FOREIGN KEY constraint failed"
    r"|(?:UNIQUE|NOT NULL) constraint failed: [\w.]+(?:, [\w.]+)*|CHECK constraint failed: \w+"
    r"|no such (?:table|column): [\w.]+|append-only table \w+"
)
"""Sentences of SQLite that name tables and columns, never a value."""


def fault_of(error: BaseException) -> dict[str, Any]:
    """``type``, ``says`` (only what cannot hold a value), ``places`` innermost last, ``after`` (what came before)."""
    found: dict[str, Any] = {"type": name_of(type(error)), "places": list(_places(error.__traceback__))}
    if says := says_of(error):
        found["says"] = says
    if earlier := [name_of(type(one)) for one in _before(error)]:
        found["after"] = earlier
    return found


def says_of(error: BaseException) -> str:
    """Of an operating system's fault its code, of a database's its known sentence; else ""."""
    if isinstance(error, OSError) and error.errno:
        return errno.errorcode.get(error.errno, str(error.errno))
    for one in (error, *_before(error)):
        if state := getattr(one, "sqlstate", None):
            diag = getattr(one, "diag", None)
            named = (getattr(diag, part, None) for part in ("table_name", "constraint_name"))
            return " ".join([str(state), *(str(name) for name in named if name)])
    known = _SAID_BY_A_DATABASE.match(str(error))
    return known[0] if known else ""


def name_of(kind: type[BaseException]) -> str:
    """The name of a kind of fault with its module."""
    return kind.__qualname__ if kind.__module__ == "builtins" else f"{kind.__module__}.{kind.__qualname__}"


def _places(trace: TracebackType | None) -> Iterator[str]:
    """ "module:line function", by module names: a path may hold the name of whoever owns the folder."""
    frames = []
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", "?"))
        frames.append((module, f"{module}:{trace.tb_lineno} {trace.tb_frame.f_code.co_name}"))
        trace = trace.tb_next
    last = len(frames) - 1
    kept = [place for n, (module, place) in enumerate(frames) if module.startswith(_OWN) or n == last]
    yield from kept[-MOST_PLACES:]


def _before(error: BaseException) -> Iterator[BaseException]:
    seen, one = {id(error)}, error.__cause__ or error.__context__
    while one is not None and id(one) not in seen:
        seen.add(id(one))
        yield one
        one = one.__cause__ or one.__context__
