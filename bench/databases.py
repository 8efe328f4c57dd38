"""The same benchmark on PostgreSQL, where a throw-away cluster can be started."""

from __future__ import annotations

import os
import subprocess
import sys

from scripts.throwaway_postgres import PostgresUnavailable, throwaway_postgres


def django() -> str:
    """Set Django up; the database's name as people write it."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    import django

    django.setup()
    from django.db import connection

    return {"sqlite": "SQLite", "postgresql": "PostgreSQL"}[connection.vendor]


def again_on_postgresql(module: str) -> None:
    """Run a benchmark once more in a process whose database is PostgreSQL; said loudly where there is none."""
    if "DATABASE_URL" in os.environ:
        return
    try:
        with throwaway_postgres() as url:
            subprocess.run(
                [sys.executable, "-m", module], env={**os.environ, "DATABASE_URL": url}, check=True
            )
    except PostgresUnavailable as unavailable:
        sys.stderr.write(f"{module} trên PostgreSQL KHÔNG được đo: {unavailable}\n")
