"""What is put away and brought back: a database and the folder of kept files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

KINDS = {"sqlite3": "SQLite", "postgresql": "PostgreSQL"}
"""Last part of Django's engine name → how people write it."""


@dataclass(frozen=True)
class House:
    """One installation. ``database`` is an entry of Django's DATABASES."""

    data: Path
    files: Path
    database: Mapping[str, Any]

    @property
    def kind(self) -> str:
        """ "sqlite3" or "postgresql"."""
        return str(self.database["ENGINE"]).rpartition(".")[2]

    @property
    def sqlite(self) -> Path:
        """The database's file; only where the kind is SQLite."""
        return Path(self.database["NAME"])

    @property
    def lock(self) -> Path:
        """Held by a running server, and by whoever replaces its data."""
        return self.data / "serving.lock"


def standing_house() -> House:
    """The installation that the settings name."""
    return House(Path(settings.DATA_DIR), Path(settings.FILES_DIR), settings.DATABASES["default"])
