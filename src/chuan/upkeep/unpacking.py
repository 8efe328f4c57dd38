"""Unpacking a database that came out of an archive, never further than the archive said it would go."""

from __future__ import annotations

import gzip
import os
import zlib
from pathlib import Path

from chuan.upkeep.archives import PIECE
from chuan.upkeep.refusals import ArchiveDamaged


def unpack(packed: Path, out: Path, *, most: int) -> None:
    """Unpack SQLite's file. Raises ``ArchiveDamaged`` when more comes out than the manifest said (a bomb)."""
    with gzip.open(packed, "rb") as small, out.open("xb") as whole:
        left = most
        while piece := _piece(small, left, packed):
            whole.write(piece)
            left -= len(piece)
        if left:
            raise ArchiveDamaged(path=packed.name, why="cơ sở dữ liệu ngắn hơn bản kê")
        whole.flush()
        os.fsync(whole.fileno())


def _piece(small: gzip.GzipFile, left: int, packed: Path) -> bytes:
    try:
        piece = small.read(min(PIECE, left + 1))
    except (EOFError, gzip.BadGzipFile, zlib.error) as error:
        raise ArchiveDamaged(path=packed.name, why="cơ sở dữ liệu không mở được") from error
    if len(piece) > left:
        raise ArchiveDamaged(path=packed.name, why="cơ sở dữ liệu lớn hơn bản kê")
    return piece
