"""Pictures judged by their heads alone: kind, size in dots, pages. Nothing is unpacked here.

PNG: W3C Portable Network Graphics (third edition) §11.2; JPEG: ITU-T T.81 Annex B; TIFF: revision 6.0 §2.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass

from chuan.rules.refusals import FileUnreadable
from chuan.rules.refusals.scans import PictureTooLarge, ScanTooLong

MOST_DOTS = 60_000_000
"""Of one page: A3 at 400 dots an inch has 31 million, a telephone's picture 12 to 50 million."""
_LONGEST_SIDE = 20_000
_MOST_TAGS = 200
_SOF = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_ALONE = frozenset({0x01, *range(0xD0, 0xD8)})


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture's media type, and width and height of each of its pages in dots."""

    media_type: str
    pages: tuple[tuple[int, int], ...]


def picture_of(data: bytes, *, name: str, most_pages: int) -> Picture | None:
    """What the head says; None for what is no PNG, JPEG or TIFF.

    Raises FileUnreadable for a head that is broken, PictureTooLarge, ScanTooLong.
    """
    read = next((read for start, read in _READERS.items() if data.startswith(start)), None)
    if read is None:
        return None
    try:
        picture = read(data, most_pages)
    except (struct.error, IndexError, ValueError):
        raise FileUnreadable(name=name) from None
    if len(picture.pages) > most_pages:
        raise ScanTooLong(pages=len(picture.pages), limit=most_pages)
    for width, height in picture.pages:
        if not width or not height:
            raise FileUnreadable(name=name)
        if width * height > MOST_DOTS or max(width, height) > _LONGEST_SIDE:
            raise PictureTooLarge(name=name, width=width, height=height, millions=MOST_DOTS // 1_000_000)
    return picture


def _png(data: bytes, most_pages: int) -> Picture:
    length, kind, width, height = struct.unpack_from(">I4sII", data, 8)
    if kind != b"IHDR" or length != 13:
        raise ValueError("no head")
    return Picture("image/png", ((width, height),))


def _jpeg(data: bytes, most_pages: int) -> Picture:
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        marker = data[at + 1]
        if marker == 0xFF or marker in _ALONE:
            at += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        if marker in _SOF:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return Picture("image/jpeg", ((width, height),))
        if marker in (0xD9, 0xDA) or length < 2:
            raise ValueError("no size before the letters")
        at += 2 + length


def _tiff(data: bytes, most_pages: int) -> Picture:
    order = "<" if data.startswith(b"II") else ">"
    pages: list[tuple[int, int]] = []
    seen: set[int] = set()
    (at,) = struct.unpack_from(order + "I", data, 4)
    while at and len(pages) <= most_pages:
        if at in seen:
            raise ValueError("directories in a ring")
        seen.add(at)
        (count,) = struct.unpack_from(order + "H", data, at)
        if count > _MOST_TAGS:
            raise ValueError("too many tags")
        tags = dict(_tags(data, at + 2, count, order))
        pages.append((tags.get(256, 0), tags.get(257, 0)))
        (at,) = struct.unpack_from(order + "I", data, at + 2 + 12 * count)
    return Picture("image/tiff", tuple(pages))


def _tags(data: bytes, at: int, count: int, order: str) -> Iterator[tuple[int, int]]:
    for place in range(at, at + 12 * count, 12):
        tag, kind = struct.unpack_from(order + "HH", data, place)
        yield tag, struct.unpack_from(order + ("H" if kind == 3 else "I"), data, place + 8)[0]


_READERS = {
    b"\x89PNG\r\n\x1a\n": _png,
    b"\xff\xd8\xff": _jpeg,
    b"II*\x00": _tiff,
    b"MM\x00*": _tiff,
}
