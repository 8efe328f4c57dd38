"""PNG, JPEG and TIFF put into a PDF as they are, so that one programme draws everything. Nothing is unpacked here.

PNG: W3C Portable Network Graphics (third edition) §11; its filters are those of ISO 32000-1 §7.4.4.4. JPEG: ITU-T
T.81 Annex B; Exif 2.32 §4.6.4 (Orientation). Transparent dots are drawn on white, as a viewer does.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from chuan.exchange.redacting.papers_made import FUNCTION, PicturePage, Stream, paper_of
from chuan.exchange.redacting.tiffs import tiff_pages
from chuan.exchange.scans.heads import Picture
from chuan.rules.refusals.redacting import PictureNotDrawn

_LONG_SIDE = 842.0
"""Points of a picture's longer side on its page: A4. What a picture says of its own size is often wrong."""
_UPRIGHT = (1, 0, 0, 1, 0, 0)
_TURNED: dict[int, tuple[int, ...]] = {
    2: (-1, 0, 0, 1, 1, 0),
    3: (-1, 0, 0, -1, 1, 1),
    4: (1, 0, 0, -1, 0, 1),
    5: (0, -1, -1, 0, 1, 1),
    6: (0, -1, 1, 0, 0, 1),
    7: (0, 1, 1, 0, 0, 0),
    8: (0, 1, -1, 0, 1, 0),
}
"""Where the unit square of the picture comes to lie, by Exif's Orientation."""
_SIDEWAYS = frozenset({5, 6, 7, 8})
_BLEND_GREY = b"{dup 1 exch sub 3 1 roll mul add}"
_BLEND_COLOURS = (
    b"{dup 1 exch sub 5 -1 roll 2 index mul 1 index add 5 1 roll 4 -1 roll 2 index mul 1 index add 4 1 roll "
    b"3 -1 roll 2 index mul 1 index add 3 1 roll pop pop}"
)
"""Colours c and alpha a become c * a + 1 - a: on white. ISO 32000-1 §7.10.5."""


def as_paper(data: bytes, picture: Picture, *, name: str) -> bytes:
    """A PDF with a page for each of the picture's pages, its longer side that of A4.

    Raises PictureNotDrawn for ways of storing that are not understood here (interlaced PNG, tiled TIFF).
    """
    try:
        if picture.media_type == "image/tiff":
            layers = tiff_pages(data)
            return paper_of(_page(size, each) for size, each in zip(picture.pages, layers, strict=True))
        size = picture.pages[0]
        if picture.media_type == "image/png":
            return paper_of([_page(size, [_png(data, size)])])
        stream, turned = _jpeg(data, size)
        return paper_of([_page(size[::-1] if turned in _SIDEWAYS else size, [stream])])
    except (struct.error, IndexError, ValueError, KeyError, ZeroDivisionError):
        raise PictureNotDrawn(name=name) from None


def _page(size: tuple[int, int], layers: list[Stream]) -> PicturePage:
    """The layers' places, told as parts of the whole, stretched over the page."""
    scale = _LONG_SIDE / max(size)
    width, height = max(size[0] * scale, 1.0), max(size[1] * scale, 1.0)
    return PicturePage(width, height, tuple(_stretched(each, width, height) for each in layers))


def _stretched(one: Stream, width: float, height: float) -> Stream:
    a, b, c, d, e, f = one.place
    place = (a * width, b * height, c * width, d * height, e * width, f * height)
    return Stream(one.head, one.data, place, one.function)


def _png(data: bytes, size: tuple[int, int]) -> Stream:
    chunks: dict[bytes, bytes] = {}
    letters = []
    for kind, body in _png_chunks(data):
        if kind == b"IDAT":
            letters.append(body)
        chunks.setdefault(kind, body)
    depth, colours, _, _, interlaced = chunks[b"IHDR"][8:13]
    if interlaced or not letters:
        raise ValueError("interlaced or empty")
    count = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}[colours]
    space, function = _png_colours(colours, chunks)
    head = (
        b"/Subtype/Image/Width %d/Height %d/BitsPerComponent %d/ColorSpace%s/Filter/FlateDecode"
        b"/DecodeParms<</Predictor 15/Colors %d/BitsPerComponent %d/Columns %d>>"
    ) % (*size, depth, space, count, depth, size[0])
    return Stream(head, b"".join(letters), _UPRIGHT, function)


def _png_colours(colours: int, chunks: dict[bytes, bytes]) -> tuple[bytes, tuple[bytes, bytes] | None]:
    """The colour space (and the mask of the one transparent colour), and the function that blends on white."""
    clear = chunks.get(b"tRNS", b"")
    if colours == 3:
        palette = _on_white(chunks[b"PLTE"], clear)
        return b"[/Indexed/DeviceRGB %d<%s>]" % (len(palette) // 3 - 1, palette.hex().encode()), None
    if colours in (0, 2):
        values = struct.unpack(f">{len(clear) // 2}H", clear)
        mask = b"/Mask[%s]" % b" ".join(b"%d %d" % (one, one) for one in values) if values else b""
        return (b"/DeviceRGB" if colours == 2 else b"/DeviceGray") + mask, None
    names, whole, code = (
        (b"/Y/A", b"/DeviceGray", _BLEND_GREY)
        if colours == 4
        else (b"/R/G/B/A", b"/DeviceRGB", _BLEND_COLOURS)
    )
    count = 2 if colours == 4 else 4
    function = b"/FunctionType 4/Domain[%s]/Range[%s]" % (b"0 1 " * count, b"0 1 " * (count - 1))
    return b"[/DeviceN[%s]%s %s]" % (names, whole, FUNCTION), (function, code)


def _on_white(palette: bytes, clear: bytes) -> bytes:
    """The palette's colours laid on white where they are transparent."""
    alphas = clear.ljust(len(palette) // 3, b"\xff")
    return bytes(255 - (255 - value) * alphas[at // 3] // 255 for at, value in enumerate(palette))


def _png_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = 8
    while at + 8 <= len(data):
        (length,) = struct.unpack_from(">I", data, at)
        kind = data[at + 4 : at + 8]
        yield kind, data[at + 8 : at + 8 + length]
        if kind == b"IEND":
            return
        at += length + 12


def _jpeg(data: bytes, size: tuple[int, int]) -> tuple[Stream, int]:
    """The picture and its Orientation. Colours of print are stored upside down by the programmes that say Adobe."""
    parts, turned, adobe = 0, 1, False
    for marker, body in _jpeg_segments(data):
        if marker == 0xE1 and body.startswith(b"Exif\0\0"):
            turned = _orientation(body[6:])
        adobe = adobe or (marker == 0xEE and body.startswith(b"Adobe"))
        if 0xC0 <= marker <= 0xCF and marker not in (0xC4, 0xC8, 0xCC):
            parts = body[5]
    space = {1: b"/DeviceGray", 3: b"/DeviceRGB", 4: b"/DeviceCMYK"}[parts]
    inverted = b"/Decode[1 0 1 0 1 0 1 0]" if parts == 4 and adobe else b""
    head = b"/Subtype/Image/Width %d/Height %d/BitsPerComponent 8/ColorSpace%s%s/Filter/DCTDecode" % (
        *size,
        space,
        inverted,
    )
    return Stream(head, data, _TURNED.get(turned, _UPRIGHT)), turned


def _jpeg_segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Marker and body of every segment up to the letters of the picture."""
    at = 2
    while data[at] == 0xFF and data[at + 1] != 0xDA:
        marker = data[at + 1]
        if marker in (0x01, 0xFF) or 0xD0 <= marker <= 0xD7:
            at += 1 if marker == 0xFF else 2
            continue
        (length,) = struct.unpack_from(">H", data, at + 2)
        yield marker, data[at + 4 : at + 2 + length]
        at += 2 + max(length, 2)


def _orientation(exif: bytes) -> int:
    """1 to 8; 1 for what cannot be read."""
    try:
        order = {b"II": "<", b"MM": ">"}[exif[:2]]
        (at,) = struct.unpack_from(order + "I", exif, 4)
        (count,) = struct.unpack_from(order + "H", exif, at)
        for place in range(at + 2, at + 2 + 12 * min(count, 200), 12):
            tag, _, _, value = struct.unpack_from(order + "HHIH", exif, place)
            if tag == 0x0112:
                return int(value)
    except (struct.error, KeyError):
        return 1
    return 1
