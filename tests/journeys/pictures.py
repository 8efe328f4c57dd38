"""Screenshots made small enough to keep: few colours, one byte a pixel. Standard library only."""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_COLOURS = 128


def small(png: bytes) -> bytes:
    """The same picture with at most 128 colours: a page of text and flat areas loses nothing that shows."""
    chunks = list(_chunks(png))
    width, height, depth, kind = struct.unpack(">IIBB", chunks[0][1][:10])
    assert (depth, kind) == (8, 2), "Chromium viết ảnh chụp màn hình bằng RGB 8 bit"
    pixels = _unfiltered(
        zlib.decompress(b"".join(data for name, data in chunks if name == b"IDAT")), width * 3
    )
    colours = [pixels[at : at + 3] for at in range(0, len(pixels), 3)]
    palette = [colour for colour, _count in Counter(colours).most_common(_COLOURS)]
    places = {colour: at for at, colour in enumerate(palette)}
    indexed = bytearray()
    for at, colour in enumerate(colours):
        if at % width == 0:
            indexed.append(0)
        if colour not in places:
            places[colour] = min(range(len(palette)), key=lambda one: _far(palette[one], colour))
        indexed.append(places[colour])
    header = struct.pack(">IIBBBBB", width, height, 8, 3, 0, 0, 0)
    parts = (
        (b"IHDR", header),
        (b"PLTE", b"".join(palette)),
        (b"IDAT", zlib.compress(bytes(indexed), 9)),
        (b"IEND", b""),
    )
    return _SIGNATURE + b"".join(_chunk(name, data) for name, data in parts)


def _far(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(_SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack(">I", png[at : at + 4])
        yield png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        at += length + 12


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def _unfiltered(raw: bytes, width: int) -> bytes:
    """Undo the filters of PNG (ISO/IEC 15948, 9.2) for rows of this many bytes, three bytes a pixel."""
    above, rows = bytearray(width), []
    for start in range(0, len(raw), width + 1):
        row = bytearray(raw[start + 1 : start + 1 + width])
        _undo(raw[start], row, above)
        rows.append(row)
        above = row
    return b"".join(rows)


def _undo(kind: int, row: bytearray, above: bytearray) -> None:
    for at in range(len(row)):
        left, corner = (row[at - 3], above[at - 3]) if at >= 3 else (0, 0)
        match kind:
            case 1:
                row[at] = (row[at] + left) & 255
            case 2:
                row[at] = (row[at] + above[at]) & 255
            case 3:
                row[at] = (row[at] + (left + above[at]) // 2) & 255
            case 4:
                row[at] = (row[at] + _paeth(left, above[at], corner)) & 255


def _paeth(left: int, up: int, corner: int) -> int:
    wanted = left + up - corner
    return min((left, up, corner), key=lambda one: abs(wanted - one))
