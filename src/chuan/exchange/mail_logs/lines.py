"""The lines of a log: plain or packed with gzip, in UTF-8 or UTF-16, one after the other and never all at once."""

from __future__ import annotations

import gzip
import io
import zlib
from collections.abc import Iterator
from typing import Any, Protocol

from chuan.exchange.encodings import looks_utf16
from chuan.exchange.limits import Limits
from chuan.rules.refusals import FileBomb, FileUnreadable

_GZIP = b"\x1f\x8b"
HEAD = 64 * 1024
"""Bytes by which the format is told."""
_LONGEST = 64 * 1024
"""A line longer than this is no line of a log; its rest is read as further lines."""


class Source(Protocol):
    """What a log is read from: an open file, bytes in memory."""

    def read(self, size: int = -1, /) -> bytes:
        """The next bytes; none at the end."""
        ...


def opened(source: Source, *, name: str, limits: Limits) -> io.BufferedReader[Any]:
    """The log's bytes, unpacked as they are read. FileBomb is raised once they grow over the limit."""
    peek: io.BufferedReader[Any] = io.BufferedReader(_Raw(source), HEAD)
    if peek.peek(2)[:2] != _GZIP:
        return peek
    unpacked = gzip.GzipFile(fileobj=peek)
    return io.BufferedReader(_Raw(unpacked, name=name, most=limits.unpacked_bytes), HEAD)


def lines_of(log: io.BufferedReader[Any]) -> Iterator[bytes]:
    """Every line, in UTF-8 or the bytes of whatever old code they are in."""
    codec = looks_utf16(log.peek(HEAD)[:HEAD])
    if codec is None:
        while line := log.readline(_LONGEST):
            yield line
        return
    text = io.TextIOWrapper(log, encoding=codec, errors="replace", newline="")
    while letters := text.readline(_LONGEST):
        yield letters.encode()


def text_of(log: io.BufferedReader[Any]) -> io.TextIOWrapper[Any]:
    """The same as letters, for tables: UTF-16 where it looks so, else UTF-8 with what is wrong replaced."""
    codec = looks_utf16(log.peek(HEAD)[:HEAD]) or "utf-8-sig"
    return io.TextIOWrapper(log, encoding=codec, errors="replace", newline="")


class _Raw(io.RawIOBase):
    """Reads on from another file, counting: over ``most`` bytes it is a bomb."""

    def __init__(self, source: Source, *, name: str = "", most: int | None = None) -> None:
        super().__init__()
        self._source, self._name, self._most, self._seen = source, name, most, 0

    def readable(self) -> bool:
        """Yes."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """The next bytes. Raises FileBomb, FileUnreadable for a broken gzip."""
        try:
            data = self._source.read(len(buffer))
        except (EOFError, zlib.error, gzip.BadGzipFile):
            raise FileUnreadable(name=self._name) from None
        self._seen += len(data)
        if self._most is not None and self._seen > self._most:
            raise FileBomb(name=self._name)
        buffer[: len(data)] = data
        return len(data)
