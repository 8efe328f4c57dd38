"""What commands share that write a file in the office and have it checked on another machine.

Both verbs of such a command are laid out alike; the check needs neither database nor settings and ends with 2 where
the file may not be used.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import Any, Protocol

from chuan.rules.refusals import Refused

BROKEN = 2
Run = Callable[[argparse.Namespace], int]


class Verdict(Protocol):
    """What a check found."""

    @property
    def ok(self) -> bool:
        """Whether the file may be used."""
        ...

    @property
    def sentences(self) -> Sequence[str]:
        """What is told of it."""
        ...


def verbs_of(verb: argparse.ArgumentParser) -> Any:
    """Where the two verbs of the command are added."""
    return verb.add_subparsers(required=True, metavar="VIỆC")


def writing(verbs: Any, name: str, told: str, file: str, who: str, run: Run) -> argparse.ArgumentParser:
    """The verb that writes ``file`` as an official; ``who``: how the help speaks of him."""
    found: argparse.ArgumentParser = verbs.add_parser(name, help=told)
    found.add_argument("out", metavar=file)
    found.add_argument(
        "--as", dest="username", required=True, metavar="TÊN", help=f"tên đăng nhập của người {who}"
    )
    found.set_defaults(run=run)
    return found


def checking(verbs: Any, what: str, file: str, run: Run) -> argparse.ArgumentParser:
    """The verb that checks ``file`` on a machine without the unit's data."""
    found: argparse.ArgumentParser = verbs.add_parser(
        "verify", help=f"kiểm một {what} trên máy khác, không cần dữ liệu của đơn vị"
    )
    found.add_argument("file", metavar=file)
    found.set_defaults(run=run)
    return found


def open_house() -> None:
    """Settings and rooms, for the verb that writes."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "chuan.settings")
    import django

    django.setup()


def said(check: Callable[[], Verdict]) -> int:
    """Tell what the check found; 0 for a whole file, else 2 and the sentences on the error channel."""
    try:
        verdict = check()
    except Refused as refused:
        print(refused.sentence, file=sys.stderr)
        return BROKEN
    for line in verdict.sentences:
        print(line, file=sys.stdout if verdict.ok else sys.stderr)
    return 0 if verdict.ok else BROKEN


def now() -> datetime:
    """The moment, read at the door."""
    return datetime.now(UTC)
