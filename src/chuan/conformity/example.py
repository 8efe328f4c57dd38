"""What the example unit says of clauses it holds nothing of; everything is marked as an illustration."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path

from chuan.conformity.actions import say_of_clause
from chuan.people.viewer import Viewer

SINCE = date(2021, 1, 1)


def load_notes(path: Path, *, by: Viewer, at: datetime) -> int:
    """Keep every saying of the file. Inside the transaction of the example."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))["note"]
    for one in told:
        say_of_clause(one["clause"], one["kind"], one["reason"], citation="", valid_from=SINCE, by=by, at=at)
    return len(told)
