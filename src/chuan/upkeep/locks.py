"""Who works on the data: many servers may share a lock, one restore holds it alone. Let go by the system at death."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO


def share(path: Path) -> IO[bytes] | None:
    """Hold the lock beside others until the file is closed; None when somebody holds it alone."""
    return _taken(path, alone=False)


@contextmanager
def alone(path: Path) -> Iterator[bool]:
    """Hold the lock with nobody beside; False when somebody holds it already."""
    file = _taken(path, alone=True)
    try:
        yield file is not None
    finally:
        if file is not None:
            file.close()


def _taken(path: Path, *, alone: bool) -> IO[bytes] | None:
    path.parent.mkdir(parents=True, exist_ok=True)
    file = path.open("ab")
    try:
        _lock(file, alone=alone)
    except OSError:
        file.close()
        return None
    return file


def _lock(file: IO[bytes], *, alone: bool) -> None:
    """Raises OSError when it is held in the other way."""
    if os.name == "posix":
        import fcntl

        fcntl.flock(file, (fcntl.LOCK_EX if alone else fcntl.LOCK_SH) | fcntl.LOCK_NB)
    elif os.name == "nt":
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
