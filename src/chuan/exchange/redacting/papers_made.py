"""PDFs written from nothing: pages that are pictures and not a word beside them. ISO 32000-1 §7.5, §8.9.

No Info, no XMP, no ID, no moment: the same pages give the same bytes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"


@dataclass(frozen=True, slots=True)
class Stream:
    """A picture of a page: its dictionary without the length, its bytes, and where it lies (six numbers of ``cm``).

    ``function`` is a stream of its own (dictionary, bytes) for which FUNCTION stands in the dictionary.
    """

    head: bytes
    data: bytes
    place: tuple[float, ...]
    function: tuple[bytes, bytes] | None = None


FUNCTION = b"@@"


@dataclass(frozen=True, slots=True)
class PicturePage:
    """Width and height in points, and the pictures on it."""

    width: float
    height: float
    pictures: tuple[Stream, ...]


def paper_of(pages: Iterable[PicturePage]) -> bytes:
    """The PDF of these pages."""
    bodies: list[bytes] = [b"", b""]
    kids = []
    for page in pages:
        numbers = [_put(bodies, one) for one in page.pictures]
        names = b" ".join(b"/P%d %d 0 R" % each for each in enumerate(numbers))
        shown = b"\n".join(_shown(one, at) for at, one in enumerate(page.pictures))
        bodies.append(_stream(b"", shown))
        bodies.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 %s %s]/Resources<</XObject<<%s>>>>/Contents %d 0 R>>"
            % (_number(page.width), _number(page.height), names, len(bodies))
        )
        kids.append(b"%d 0 R" % len(bodies))
    bodies[0] = b"<</Type/Catalog/Pages 2 0 R>>"
    bodies[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (len(kids), b" ".join(kids))
    return _written(bodies)


def _put(bodies: list[bytes], picture: Stream) -> int:
    """The picture's number among the bodies, its function before it."""
    head = picture.head
    if picture.function:
        bodies.append(_stream(*picture.function))
        head = head.replace(FUNCTION, b"%d 0 R" % len(bodies))
    bodies.append(_stream(head, picture.data))
    return len(bodies)


def _shown(picture: Stream, at: int) -> bytes:
    return b"q %s cm /P%d Do Q" % (b" ".join(_number(each) for each in picture.place), at)


def _stream(head: bytes, data: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (head, len(data), data)


def _number(value: float) -> bytes:
    return f"{value:.3f}".rstrip("0").rstrip(".").encode()


def _written(bodies: list[bytes]) -> bytes:
    """Objects numbered from 1 behind each other, and the table of where each begins."""
    pieces, places, at = [_HEAD], [], len(_HEAD)
    for number, body in enumerate(bodies, 1):
        piece = b"%d 0 obj\n%s\nendobj\n" % (number, body)
        places.append(b"%010d 00000 n \n" % at)
        pieces.append(piece)
        at += len(piece)
    count = len(bodies) + 1
    pieces.append(b"xref\n0 %d\n0000000000 65535 f \n%s" % (count, b"".join(places)))
    pieces.append(b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (count, at))
    return b"".join(pieces)
