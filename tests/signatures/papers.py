"""A small decision as PDF with everything an attacker likes: text, a font, a picture, a form field, a double."""

from __future__ import annotations

import re

from asn1crypto import parser

FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
WORDS = b"BT /F1 14 Tf 72 700 Td (QUYET DINH) Tj 0 -40 Td (So tien: 1.000.000 dong) Tj ET /Im1 Do"
HIDDEN = b"BT /F1 14 Tf 72 700 Td (QUYET DINH) Tj 0 -40 Td (So tien: 9.000.000 dong) Tj ET"
FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 228 20]/Resources<</Font<</F1 5 0 R>>>>"
IMAGE = b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB"


def stream(data: bytes, more: bytes = b"") -> bytes:
    """A stream object's body."""
    return b"<<" + more + b"/Length %d>>\nstream\n%s\nendstream" % (len(data), data)


OBJECTS = {
    1: b"<</Type/Catalog/Pages 2 0 R/AcroForm 6 0 R>>",
    2: b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    3: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R"
    b"/Resources<</Font<</F1 5 0 R>>/XObject<</Im1 10 0 R>>>>/Annots[7 0 R]>>",
    4: stream(WORDS),
    5: FONT,
    6: b"<</Fields[7 0 R]/DR<</Font<</F1 5 0 R>>>>/DA(/F1 12 Tf 0 g)>>",
    7: b"<</Type/Annot/Subtype/Widget/FT/Tx/T(noi nhan)/V(Nhu Dieu 3)/Rect[72 72 300 92]/P 3 0 R/F 4"
    b"/AP<</N 8 0 R>>>>",
    8: stream(b"BT /F1 12 Tf (Nhu Dieu 3) Tj ET", FORM),
    9: b"<</Title(Quyet dinh muc tieu)/Producer(may in)>>",
    10: stream(b"\xff\xff\xff", IMAGE),
}  # fmt: skip


def paper(objects: dict[int, bytes] | None = None, *, before: bytes = b"") -> bytes:
    """One page, one font, one picture, one filled text field. ``before``: bytes put after the header."""
    out = bytearray(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n" + before)
    offsets = {}
    for number, body in (objects or OBJECTS).items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, last = len(out), max(offsets)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (last + 1)
    out += b"".join(b"%010d 00000 n \n" % offsets[number] for number in range(1, last + 1))
    out += b"trailer\n<</Size %d/Root 1 0 R/Info 9 0 R/ID[<00><00>]>>\nstartxref\n%d\n%%%%EOF\n" % (
        last + 1,
        start,
    )
    return bytes(out)


def with_double() -> bytes:
    """The same paper with a second, unreferenced object 4 that tells another sum (a prepared shadow)."""
    return paper(before=b"4 0 obj\n" + stream(HIDDEN) + b"\nendobj\n")


def last_start(pdf: bytes) -> int:
    """The last startxref."""
    return int(re.findall(rb"startxref\s+(\d+)", pdf)[-1])


def size_of(pdf: bytes) -> int:
    """The largest /Size, so that new objects get new numbers."""
    return max(int(one) for one in re.findall(rb"/Size\s+(\d+)", pdf))


def updated(
    pdf: bytes, objects: dict[int, bytes], *, root: int = 1, entries: dict[int, int] | None = None,
    freed: tuple[int, ...] = (), prev: int | None = None, more: bytes = b"",
) -> bytes:  # fmt: skip
    """An incremental update by hand; ``entries`` are references to bytes that are there already."""
    out = bytearray(pdf if pdf.endswith(b"\n") else pdf + b"\n")
    offsets = dict(entries or {})
    for number, body in objects.items():
        offsets[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start, size = len(out), max([size_of(pdf), *(number + 1 for number in offsets)])
    out += b"xref\n"
    for number, offset in sorted(offsets.items()):
        out += b"%d 1\n%010d 00000 n \n" % (number, offset)
    out += b"".join(b"%d 1\n0000000000 00001 f \n" % number for number in freed)
    before = last_start(pdf) if prev is None else prev
    out += b"trailer\n<</Size %d/Root %d 0 R/Info 9 0 R/ID[<00><00>]/Prev %d%s>>\n" % (
        size,
        root,
        before,
        more,
    )
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def object_in(pdf: bytes, number: int) -> bytes:
    """The newest body of a plain object."""
    found = re.findall(rb"(?:^|\n)%d 0 obj\s*(.*?)\s*endobj" % number, pdf, re.DOTALL)
    return found[-1]


def gap_of(pdf: bytes, which: int = -1) -> tuple[int, int]:
    """(start, stop) of a signature's hexadecimal string, the last one's when not said."""
    start, rest = re.findall(rb"/ByteRange\s*\[\s*0\s+(\d+)\s+(\d+)", pdf)[which]
    return int(start), int(rest)


def with_contents(pdf: bytes, value: bytes, which: int = -1) -> bytes:
    """Another CMS value in the same place, padded with zeros."""
    start, stop = gap_of(pdf, which)
    room = stop - start - 2
    return pdf[: start + 1] + value.hex().encode().ljust(room, b"0") + pdf[stop - 1 :]


def contents_of(pdf: bytes, which: int = -1) -> bytes:
    """The CMS value without its padding."""
    start, stop = gap_of(pdf, which)
    value = bytes.fromhex(pdf[start + 1 : stop - 1].decode())
    return value[: parser.peek(value)]
