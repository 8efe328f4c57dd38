"""Pictures: JPEG, PNG and TIFF are drawn as a viewer shows them, and bring nothing of their own into the copy."""

from __future__ import annotations

import zlib

import pytest
from tests.exchange.redacting import papers
from tests.exchange.redacting.papers import NEIGHBOUR, SECRET, redact_here, to_mark_here

from chuan.exchange.redacting import Area
from chuan.rules.refusals import FileUnreadable
from chuan.rules.refusals.redacting import PictureNotDrawn

UPPER_LEFT = Area(1, (0.1, 0.1, 0.55, 0.55))


def test_what_a_telephone_writes_beside_the_picture_is_nowhere_in_the_copy():
    photo = papers.with_exif(papers.JPEG)
    assert papers.NAME.encode() in photo
    copy = redact_here(photo, UPPER_LEFT)
    assert not any(papers.NAME.encode() in layer or b"Exif" in layer for layer in papers.layers_of(copy.pdf))
    assert b"\xff\xd8\xff" not in copy.pdf
    greys = papers.greys(to_mark_here(copy.pdf)[2])
    assert papers.step(SECRET) not in greys
    assert papers.step(NEIGHBOUR) in greys


@pytest.mark.parametrize(
    ("turned", "corner"),
    [
        (1, "upper left"),
        (2, "upper right"),
        (3, "lower right"),
        (4, "lower left"),
        (5, "upper left"),
        (6, "upper right"),
        (7, "lower right"),
        (8, "lower left"),
        (99, "upper left"),
    ],
)
def test_a_photo_is_drawn_the_way_up_that_the_telephone_noted(turned: int, corner: str):
    width, height, dots = to_mark_here(papers.with_exif(papers.JPEG, turned=turned))
    left, top, right, bottom = papers.box_of(SECRET, width, height, dots)
    across = "left" if left + right < 1 else "right"
    assert f"{'upper' if top + bottom < 1 else 'lower'} {across}" == corner
    assert (width > height) == (turned not in (5, 6, 7, 8))


CLEAR = b"\x00\x00\x00\x00"


@pytest.mark.parametrize(
    ("colours", "dot", "clear", "more"),
    [
        (0, b"\x80", None, ()),
        (2, b"\x80\x80\x80", None, ()),
        (3, b"\x01", b"\x00", ((b"PLTE", b"\x00\x00\x00\x80\x80\x80"), (b"tRNS", b"\x00"))),
        (4, b"\x80\xff", b"\x00\x00", ()),
        (4, b"\x00\x78", b"\x00\x00", ()),
        (6, b"\x80\x80\x80\xff", CLEAR, ()),
        (6, b"\x00\x00\x00\x78", CLEAR, ()),
        (0, b"\x80", b"\x00", ((b"tRNS", b"\x00\x00"),)),
        (2, b"\x80\x80\x80", b"\x01\x02\x03", ((b"tRNS", b"\x00\x01\x00\x02\x00\x03"),)),
    ],
)
def test_every_kind_of_png_is_drawn_on_white(colours, dot: bytes, clear: bytes | None, more):
    other = clear or dot
    rows = [(dot * 20 + other * 20) for _ in range(30)]
    width, height, dots = to_mark_here(papers.png(colours, rows, 40, *more))
    left = dots[height // 2 * width + width // 4]
    right = dots[height // 2 * width + 3 * width // 4]
    assert left == papers.step(SECRET)
    assert right == (papers.step(SECRET) if clear is None else 0xFF)


ROW = b"\x80" * 20 + b"\xff" * 20


@pytest.mark.parametrize(
    ("data", "tags"),
    [
        (ROW * 30, {}),
        (zlib.compress(ROW * 30), {"t259": 8}),
        (b"\xed\x80\xed\xff" * 30, {"t259": 32773}),
        (bytes(255 - value for value in ROW) * 30, {"t262": 0}),
        (zlib.compress((b"\x80" + bytes(19) + b"\x7f" + bytes(19)) * 30), {"t259": 8, "t317": 2}),
    ],
    ids=["plain", "deflate", "packbits", "white is zero", "differences"],
)
def test_a_tiff_is_drawn_however_it_is_packed(data: bytes, tags: dict[str, int]):
    width, height, dots = to_mark_here(papers.tiff(data, 40, 30, **tags))
    middle = height // 2 * width
    assert (dots[middle + width // 4], dots[middle + 3 * width // 4]) == (papers.step(SECRET), 0xFF)


@pytest.mark.parametrize(
    "data",
    [
        papers.png(0, [ROW] * 30, 40, interlaced=1),
        papers.tiff(ROW * 30, 40, 30, t322=16),
        papers.tiff(ROW * 30, 40, 30, t259=34712),
        papers.tiff(ROW * 30, 40, 30, t277=4),
        papers.tiff(ROW * 30, 40, 30, t278=10),
        papers.tiff(ROW * 30, 40, 30, t279=9_999),
        papers.png(0, [ROW] * 30, 40).replace(b"IDAT", b"iDAT"),
    ],
    ids=["interlaced", "tiles", "unknown packing", "four samples", "strips missing", "shared", "no letters"],
)
def test_a_picture_that_cannot_be_drawn_whole_is_refused_and_never_shown_as_blank(data: bytes):
    with pytest.raises(PictureNotDrawn, match="lưu thành JPEG"):
        redact_here(data, UPPER_LEFT)


@pytest.mark.parametrize("data", [papers.JPEG[:-9], papers.png(0, [ROW] * 30, 40)[:-5]], ids=["jpeg", "png"])
def test_half_a_picture_is_refused(data: bytes):
    with pytest.raises(FileUnreadable):
        redact_here(data, UPPER_LEFT)


FAX = bytes.fromhex("220347fffffffffffffe002002")
"""Group 4, 40 x 30: the left half is zeros, which are paper by custom."""


@pytest.mark.parametrize(("black_is_zero", "left", "right"), [(0, 0xFF, 0), (1, 0, 0xFF)])
def test_zeros_of_a_fax_are_paper_unless_the_file_says_otherwise(black_is_zero: int, left: int, right: int):
    width, height, dots = to_mark_here(papers.tiff(FAX, 40, 30, t258=1, t259=4, t262=black_is_zero))
    middle = height // 2 * width
    assert (dots[middle + width // 4], dots[middle + 3 * width // 4]) == (left, right)
