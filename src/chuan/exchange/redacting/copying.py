"""The covered copy: every page drawn anew, areas black in the drawing, nothing else in the file.

Greys are told in sixteen steps and the lightest become white: a page weighs half as much, and the faint yellow dots
by which colour printers sign their prints are gone with the tint of the paper.
"""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from chuan.exchange.apart import run_apart
from chuan.exchange.limits import DEFAULT, Limits
from chuan.exchange.redacting import areas as marked
from chuan.exchange.redacting.areas import Area, on_dots
from chuan.exchange.redacting.drawing import Drawn, Opened, opened
from chuan.exchange.redacting.papers_made import PicturePage, Stream, paper_of
from chuan.rules.refusals import FileEmpty, FileTooBig, FileTooSlow
from chuan.rules.refusals.redacting import AreaPageMissing, CopyTooBig, TooSlowToCover

LIMITS = replace(DEFAULT, file_bytes=80_000_000, seconds=120)
MOST_WRITTEN = 60_000_000
"""Bytes of a copy: thirty pages of noise weigh as much, thirty of letters a twentieth."""
_MEGABYTE = 1_000_000
_LENGTH = 8
_WHITE_FROM = 216
_HIGH = bytes(0xF0 if grey >= _WHITE_FROM else grey & 0xF0 for grey in range(256))
_LOW = bytes(high >> 4 for high in _HIGH)
_STEPS = bytes(high | high >> 4 for high in _HIGH)


@dataclass(frozen=True, slots=True)
class Redacted:
    """The copy, how many pages it has, and the digest of the areas as they were covered (``areas.digest_of``)."""

    pdf: bytes
    pages: int
    areas_digest: str

    def packed(self) -> dict[str, Any]:
        """As the drawing process answers it."""
        answer = {"pages": self.pages, "digest": self.areas_digest}
        return answer | {"pdf": base64.b64encode(self.pdf).decode()}


def redact(
    data: bytes, areas: Iterable[Area], *, name: str, limits: Limits = LIMITS, none_needed: bool = False
) -> Redacted:
    """A copy of the PDF, PNG, JPEG or TIFF in which the areas are black; the same input gives the same bytes.

    ``none_needed`` says that a person looked and nothing is to be covered. Raises the refusals of
    ``areas.checked``, AreaPageMissing, TooLongToCover, TooSlowToCover, CopyTooBig, PictureNotDrawn,
    PictureTooLarge, FileEmpty, FileTooBig, FileEncrypted, FileUnreadable.
    """
    checked = marked.checked(areas, none_needed=none_needed)
    weighed(data, name, limits)
    head = json.dumps(marked.packed(checked)).encode()
    sent = len(head).to_bytes(_LENGTH, "big") + head + data
    try:
        said = run_apart("redact", sent, name=name, limits=limits)
    except FileTooSlow as slow:
        raise TooSlowToCover(name=name, seconds=slow.seconds) from None
    return Redacted(base64.b64decode(said["pdf"]), said["pages"], said["digest"])


def weighed(data: bytes, name: str, limits: Limits) -> None:
    """Raises FileEmpty, FileTooBig."""
    if not data:
        raise FileEmpty(name=name)
    if len(data) > limits.file_bytes:
        raise FileTooBig(megabytes=-(-len(data) // _MEGABYTE), limit=limits.file_bytes // _MEGABYTE)


def redact_here(sent: bytes, *, name: str, limits: Limits) -> Redacted:
    """The same in this process: what the drawing process runs."""
    start = _LENGTH + int.from_bytes(sent[:_LENGTH], "big")
    areas = marked.unpacked(json.loads(sent[_LENGTH:start]))
    with opened(sent[start:], name=name, limits=limits) as paper:
        beyond = max((each.page for each in areas), default=0)
        if beyond > paper.pages:
            raise AreaPageMissing(page=beyond, pages=paper.pages)
        pdf = paper_of(_covered(paper, areas))
        return Redacted(pdf, paper.pages, marked.digest_of(areas))


def _covered(paper: Opened, areas: Sequence[Area]) -> list[PicturePage]:
    made, weight = [], 0
    for number in range(1, paper.pages + 1):
        drawn = paper.draw(number)
        for area in areas:
            if area.page == number:
                drawn.cover(on_dots(area, (drawn.across, drawn.down), (drawn.width, drawn.height)))
        page = _as_page(drawn)
        weight += len(page.pictures[0].data)
        if weight > MOST_WRITTEN:
            raise CopyTooBig(limit=MOST_WRITTEN // _MEGABYTE)
        made.append(page)
    return made


def _as_page(drawn: Drawn) -> PicturePage:
    head = b"/Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/DeviceGray/BitsPerComponent 4" % (
        drawn.across,
        drawn.down,
    )
    letters = zlib.compress(_in_sixteen(drawn.dots), 6)
    place = (drawn.width, 0, 0, drawn.height, 0, 0)
    return PicturePage(drawn.width, drawn.height, (Stream(head + b"/Filter/FlateDecode", letters, place),))


def in_steps(dots: bytearray) -> bytes:
    """The same dots in the copy's sixteen greys, a byte each."""
    return bytes(dots.translate(_STEPS))


def _in_sixteen(dots: bytearray) -> bytes:
    """Two dots a byte, the first in the upper half; rows have an even number of dots."""
    high, low = dots[::2].translate(_HIGH), dots[1::2].translate(_LOW)
    both = int.from_bytes(high, "big") | int.from_bytes(low, "big")
    return both.to_bytes(len(high), "big")
