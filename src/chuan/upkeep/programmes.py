"""PostgreSQL's own programmes, with the password in their environment and never among their arguments."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Mapping
from typing import Any

from chuan.upkeep.refusals import ProgrammeMissing

LONGEST = 6 * 3600
"""Seconds after which a programme is ended: the largest province's database takes a fraction of it."""


class ProgrammeFailed(Exception):
    """The programme gave up; the text is the last line it said."""


def run(name: str, database: Mapping[str, Any], *arguments: str) -> None:
    """Run ``pg_dump`` or ``pg_restore`` on the database. Raises ``ProgrammeMissing``, ``ProgrammeFailed``."""
    path = shutil.which(name)
    if path is None:
        raise ProgrammeMissing(name=name)
    command = [path, *_where(database), "--no-password", *arguments]
    try:
        done = subprocess.run(  # noqa: S603
            command, env=_environment(database), capture_output=True, text=True, check=False, timeout=LONGEST
        )
    except subprocess.TimeoutExpired:
        raise ProgrammeFailed(f"{name}: {LONGEST} s") from None
    if done.returncode:
        told = [line for line in done.stderr.splitlines() if line.strip()]
        raise ProgrammeFailed(told[0][:200] if told else name)


def _where(database: Mapping[str, Any]) -> list[str]:
    told = {"--host": "HOST", "--port": "PORT", "--username": "USER", "--dbname": "NAME"}
    return [f"{flag}={database[key]}" for flag, key in told.items() if database.get(key)]


def _environment(database: Mapping[str, Any]) -> dict[str, str]:
    kept = {key: value for key, value in os.environ.items() if key != "DATABASE_URL"}
    secret = str(database.get("PASSWORD") or "")
    return {**kept, **({"PGPASSWORD": secret} if secret else {}), "LC_ALL": "C"}


def connect(database: Mapping[str, Any]) -> Any:
    """A connection of psycopg's own, outside Django's transactions."""
    import psycopg

    told = {"host": "HOST", "port": "PORT", "user": "USER", "dbname": "NAME", "password": "PASSWORD"}
    given: dict[str, Any] = {name: str(database[key]) for name, key in told.items() if database.get(key)}
    return psycopg.connect(**given)
