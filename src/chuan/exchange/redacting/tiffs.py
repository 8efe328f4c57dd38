"""TIFF (revision 6.0) put into a PDF strip by strip, as scanners and fax machines write it. Nothing is unpacked here.

Understood: strips; no packing, fax groups 3 and 4, LZW, Deflate, PackBits, JPEG; black and white, grey, colours and
palettes with all samples together. Tiles and planes apart are not.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from chuan.exchange.redacting.papers_made import Stream

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4}
_LETTERS = {1: "B", 3: "H", 4: "I"}
_MOST_VALUES = 100_000
_MIRRORED_BITS = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))
_WHITE_IS_ZERO, _PALETTE, _YCC = 0, 3, 6
_JPEG = 7
_GREY, _RGB, _CMYK = b"/DeviceGray", b"/DeviceRGB", b"/DeviceCMYK"


@dataclass(frozen=True, slots=True)
class _Directory:
    """The tags of one page."""

    tags: dict[int, tuple[int, ...]]
    data: bytes
    order: str

    def one(self, tag: int, default: int) -> int:
        """The tag's first value."""
        return self.tags.get(tag, (default,))[0]


def tiff_pages(data: bytes) -> list[list[Stream]]:
    """For each page its strips, placed as parts of the page. Raises ValueError, KeyError, struct.error."""
    return [list(_strips(page)) for page in _directories(data)]


def _directories(data: bytes) -> Iterator[_Directory]:
    order = "<" if data.startswith(b"II") else ">"
    (at,) = struct.unpack_from(order + "I", data, 4)
    while at:  # heads.picture_of has refused rings and too many
        (count,) = struct.unpack_from(order + "H", data, at)
        places = range(at + 2, at + 2 + 12 * count, 12)
        yield _Directory(dict(_tag(data, place, order) for place in places), data, order)
        (at,) = struct.unpack_from(order + "I", data, at + 2 + 12 * count)


def _tag(data: bytes, at: int, order: str) -> tuple[int, tuple[int, ...]]:
    tag, kind, count = struct.unpack_from(order + "HHI", data, at)
    size = _SIZES.get(kind, 0) * count
    if kind == 7:
        kind = 1
    if kind not in _LETTERS or count > _MOST_VALUES:
        return tag, ()
    place = at + 8
    if size > 4:
        (place,) = struct.unpack_from(order + "I", data, at + 8)
    return tag, struct.unpack_from(f"{order}{count}{_LETTERS[kind]}", data, place)


def _strips(page: _Directory) -> Iterator[Stream]:
    width, height = page.one(256, 0), page.one(257, 0)
    if 322 in page.tags or (page.one(284, 1) != 1 and page.one(277, 1) != 1):
        raise ValueError("tiles, or planes apart")
    rows = min(page.one(278, height) or height, height)
    places = list(zip(page.tags[273], page.tags[279], strict=True))
    if len(places) != -(-height // rows):
        raise ValueError("strips missing")
    if sum(length for _, length in places) > len(page.data):
        raise ValueError("strips that share their bytes: a few become many")
    filtered = _PACKED[page.one(259, 1)]
    mirrored = page.one(266, 1) == 2
    for number, (at, length) in enumerate(places):
        tall = min(rows, height - number * rows)
        strip = page.data[at : at + length]
        head, strip = filtered(page, strip.translate(_MIRRORED_BITS) if mirrored else strip, tall)
        below = 1 - (number * rows + tall) / height
        yield Stream(
            b"/Subtype/Image/Width %d/Height %d/BitsPerComponent %d%s%s"
            % (width, tall, page.one(258, 1), _colours(page), head),
            strip,
            (1, 0, 0, tall / height, 0, below),
        )


def _colours(page: _Directory) -> bytes:
    kind, count, bits = page.one(262, 1), page.one(277, 1), page.one(258, 1)
    if kind == _PALETTE:
        return b"/ColorSpace[/Indexed/DeviceRGB %d<%s>]" % ((1 << bits) - 1, _palette(page, bits))
    space = {(0, 1): _GREY, (1, 1): _GREY, (2, 3): _RGB, (5, 4): _CMYK, (_YCC, 3): _RGB}[kind, count]
    if kind == _YCC and page.one(259, 1) != _JPEG:
        raise ValueError("light and colour apart")
    fax = page.one(259, 1) in (2, 3, 4)
    turned = b"/Decode[1 0]" if kind == _WHITE_IS_ZERO and not fax else b""
    return b"/ColorSpace" + space + turned


def _palette(page: _Directory, bits: int) -> bytes:
    values, count = page.tags[320], 1 << bits
    colours = bytes(values[part * count + at] >> 8 for at in range(count) for part in range(3))
    return colours.hex().encode()


def _plain(page: _Directory, strip: bytes, rows: int) -> tuple[bytes, bytes]:
    if page.one(258, 1) == 16 and page.order == "<":
        raise ValueError("sixteen bits, the small half first")
    return b"", strip


def _fax(page: _Directory, strip: bytes, rows: int) -> tuple[bytes, bytes]:
    """Groups 3 and 4 (ITU-T T.4, T.6). 0 is white in most fax files; without BlackIs1 a PDF's 0 is black."""
    kind = page.one(259, 1)
    turns = -1 if kind == 4 else page.one(292, 0) & 1
    aligned = b"/EncodedByteAlign true" if kind == 2 else b""
    swapped = b"" if page.one(262, 0) == _WHITE_IS_ZERO else b"/BlackIs1 true"
    parameters = b"/K %d/Columns %d/Rows %d%s%s" % (turns, page.one(256, 0), rows, aligned, swapped)
    return b"/Filter/CCITTFaxDecode/DecodeParms<<%s>>" % parameters, strip


def _jpeg(page: _Directory, strip: bytes, rows: int) -> tuple[bytes, bytes]:
    """The tables that all strips share are put before each strip (TIFF Technical Note 2)."""
    tables = bytes(page.tags.get(347, ()))
    whole = tables[:-2] + strip[2:] if tables else strip
    plain = b"" if page.one(262, 1) == _YCC else b"/DecodeParms<</ColorTransform 0>>"
    return b"/Filter/DCTDecode" + plain, whole


def _named(name: bytes) -> Callable[[_Directory, bytes, int], tuple[bytes, bytes]]:
    def filtered(page: _Directory, strip: bytes, rows: int) -> tuple[bytes, bytes]:
        _, strip = _plain(page, strip, rows)
        if page.one(317, 1) == 1:
            return b"/Filter/" + name, strip
        parameters = (page.one(277, 1), page.one(258, 1), page.one(256, 0))
        text = b"/Predictor 2/Colors %d/BitsPerComponent %d/Columns %d" % parameters
        return b"/Filter/%s/DecodeParms<<%s>>" % (name, text), strip

    return filtered


_PACKED: dict[int, Callable[[_Directory, bytes, int], tuple[bytes, bytes]]] = {
    1: _plain,
    2: _fax,
    3: _fax,
    4: _fax,
    5: _named(b"LZWDecode"),
    _JPEG: _jpeg,
    8: _named(b"FlateDecode"),
    32946: _named(b"FlateDecode"),
    32773: _named(b"RunLengthDecode"),
}
