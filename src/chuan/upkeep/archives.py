"""The archive as a file: a tar (POSIX.1-2017, ustar headers) of plain members, written and read strictly in order.

Own reader of headers, because a backup may come back from a stick that lay anywhere: only plain files, only names
that we write, every byte accounted for. No links, no extended headers, nothing that could lead out of the folder
or fill the memory.
"""

from __future__ import annotations

import hashlib
import re
import tarfile
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, Protocol

PIECE = 1 << 20
BLOCK = tarfile.BLOCKSIZE
"""Bytes; headers and members fill whole ones."""
_NAME = re.compile(r"[a-z][a-z0-9.-]{0,40}|files/[0-9a-f]{2}/[0-9a-f]{2}/[0-9a-f]{64}")


class Readable(Protocol):
    """What is read in order."""

    def read(self, size: int, /) -> bytes:
        """That many bytes, fewer only at the end."""


class Damaged(Exception):
    """The bytes are not those of an archive; the text says where, in Vietnamese."""


class NotOurs(Damaged):
    """Not even the first block is."""


@dataclass(frozen=True, slots=True)
class Member:
    """One file inside; ``pieces`` are drawn once, and in full before the next member is asked for."""

    name: str
    size: int
    pieces: Iterator[bytes]

    def read(self, most: int) -> bytes:
        """All of it, when it is no larger than allowed. Raises ``Damaged``."""
        if self.size > most:
            raise Damaged(f"phần {self.name} lớn bất thường")
        return b"".join(self.pieces)


def put(out: BinaryIO, name: str, size: int, source: Readable, *, moment: int) -> str:
    """Write one member and return its SHA-256. Raises OSError when the source is shorter than it said."""
    out.write(_header(name, size, moment))
    digest, left = hashlib.sha256(), size
    while left:
        piece = source.read(min(PIECE, left))
        if not piece:
            raise OSError(f"{name} became shorter while it was read")
        digest.update(piece)
        out.write(piece)
        left -= len(piece)
    out.write(bytes(-size % BLOCK))
    return digest.hexdigest()


def close(out: BinaryIO) -> None:
    """The two empty blocks that end a tar."""
    out.write(bytes(2 * BLOCK))


def members(source: Readable) -> Iterator[Member]:
    """Every member in turn. Raises ``Damaged`` (``NotOurs`` when the file never was an archive)."""
    first = True
    while (block := source.read(BLOCK)) != bytes(BLOCK):
        member = _member(source, block, first=first)
        yield member
        for _ in member.pieces:
            pass
        if source.read(-member.size % BLOCK).strip(b"\0"):
            raise Damaged(f"chỗ trống sau {member.name} có dữ liệu lạ")
        first = False
    if first:
        raise NotOurs("tệp trống")
    if source.read(BLOCK + 1) != bytes(BLOCK):
        raise Damaged("phần cuối không đúng")


def _member(source: Readable, block: bytes, *, first: bool) -> Member:
    try:
        told = tarfile.TarInfo.frombuf(block, "ascii", "strict")
    except (tarfile.HeaderError, ValueError) as error:
        raise (NotOurs if first else Damaged)("thiếu phần cuối hoặc đầu mục bị đổi") from error
    plain = told.type == tarfile.REGTYPE and not told.linkname and told.size >= 0
    if not plain or not _NAME.fullmatch(told.name):
        raise (NotOurs if first else Damaged)("có mục lạ bên trong")
    return Member(told.name, told.size, _pieces(source, told.name, told.size))


def _pieces(source: Readable, name: str, size: int) -> Iterator[bytes]:
    left = size
    while left:
        piece = source.read(min(PIECE, left))
        if not piece:
            raise Damaged(f"thiếu phần cuối, dừng ở {name}")
        left -= len(piece)
        yield piece


def _header(name: str, size: int, moment: int) -> bytes:
    told = tarfile.TarInfo(name)
    told.size, told.mtime, told.mode = size, moment, 0o600
    return told.tobuf(tarfile.GNU_FORMAT, "ascii", "strict")
