"""What the example unit says of clauses it holds nothing of, and how its year ends; all marked as illustrations."""

from __future__ import annotations

import tomllib
from datetime import date, datetime
from pathlib import Path

from chuan.conformity.actions import confirm, keep_run, say_done, say_of_clause
from chuan.conformity.models import CheckRun
from chuan.people.viewer import Viewer

SINCE = date(2021, 1, 1)


def load_notes(path: Path, *, by: Viewer, at: datetime) -> int:
    """Keep every saying of the file. Inside the transaction of the example."""
    told = tomllib.loads(path.read_text(encoding="utf-8"))["note"]
    for one in told:
        say_of_clause(one["clause"], one["kind"], one["reason"], citation="", valid_from=SINCE, by=by, at=at)
    return len(told)


def say_duties(path: Path, *, by: Viewer, at: datetime) -> None:
    """The duties of the year that papers show. Inside the transaction of the example."""
    for one in tomllib.loads(path.read_text(encoding="utf-8"))["duty"]:
        say_done(
            one["key"], SINCE.year, done_on=one["done_on"], citation=one["citation"], note="", by=by, at=at
        )


def check_and_confirm(path: Path, *, by: Viewer, head: Viewer, at: datetime) -> CheckRun:
    """The self-check of the last day as it finds the unit, kept; then the head confirms with it before him."""
    given = tomllib.loads(path.read_text(encoding="utf-8"))
    kept = keep_run(given["check"]["on"], by=by, at=at)
    told = given["confirmation"]
    confirm(
        confirmed_on=told["on"], scope=told["scope"], words=told["words"], citation=told["citation"], by=head, at=at
    )  # fmt: skip
    return kept
