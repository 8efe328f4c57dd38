"""Lines of one incident, found again by the code that its page showed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from chuan.logs.incidents import tidy
from chuan.logs.keeping import files_of


def lines_of(folder: Path, code: str) -> Iterator[str]:
    """Every line that carries the code, the oldest first; nothing for a code that is none."""
    if not (wanted := tidy(code)):
        return
    mark = f'"id":"{wanted}"'
    for _, _, path in files_of(folder):
        with path.open(encoding="utf-8", errors="replace") as file:
            yield from (line.rstrip("\n") for line in file if mark in line)
