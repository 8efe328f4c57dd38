"""Papers made for the tests: a name planted wherever a file can hold one, and blocks of grey at known places."""

from __future__ import annotations

import base64
import io
import re
import struct
import zlib
from collections.abc import Iterator

import pypdfium2.raw as pdfium
from pypdf import PdfReader, PdfWriter
from pypdf.annotations import FreeText, Text
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    StreamObject,
    TextStringObject,
)

from chuan.exchange.limits import DEFAULT
from chuan.exchange.redacting import Area, Redacted, areas, copying, showing

NAME = "Xuyen Ngoc Quynh"
"""Told by nothing else; in letters that every encoding writes alike."""
A4 = (595.0, 842.0)
SECRET, NEIGHBOUR = 128, 64
"""The greys of the two blocks."""
JPEG = base64.b64decode(
    "/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAA0JCgsKCA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxO"
    "UlNSMj5aYVpQYEpRUk//wAALCAAwAEABAREA/8QAFQABAQAAAAAAAAAAAAAAAAAAAAf/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oA"
    "CAEBAAA/AKcAACYgpwAmIKcAAAAAIULqAAD/2Q=="
)
"""64 x 48 grey dots: a block of 128 at (8, 8, 32, 24), a block of 64 at (40, 32, 56, 40)."""


def redact_here(data: bytes, *marked: Area, none_needed: bool = False) -> Redacted:
    """``redact`` in this process: starting another takes most of the time."""
    checked = areas.checked(marked, none_needed=none_needed)
    head = copying.json.dumps(areas.packed(checked)).encode()
    return copying.redact_here(len(head).to_bytes(8, "big") + head + data, name="a", limits=DEFAULT)


def to_mark_here(data: bytes, page: int = 1) -> tuple[int, int, bytes]:
    """Width, height and dots of the picture that is shown for marking."""
    png = showing.read(page.to_bytes(4, "big") + data, {}, name="a", limits=DEFAULT).png
    width, height = struct.unpack_from(">II", png, 16)
    start = png.index(b"IDAT") + 4
    (length,) = struct.unpack_from(">I", png, start - 8)
    rows = zlib.decompress(png[start : start + length])
    return width, height, b"".join(rows[at + 1 : at + 1 + width] for at in range(0, len(rows), width + 1))


def box_of(grey: int, width: int, height: int, dots: bytes) -> tuple[float, float, float, float]:
    """Where the dots of this grey (in the copy's steps) lie, as fractions of the page."""
    one = bytes([step(grey)])
    lines = [(at, dots[at * width : (at + 1) * width]) for at in range(height)]
    held = [(at, line.index(one), line.rindex(one) + 1) for at, line in lines if one in line]
    left, right = min(start for _, start, _ in held), max(end for _, _, end in held)
    return left / width, held[0][0] / height, right / width, (held[-1][0] + 1) / height


def dots_in(pdf: bytes, page: int = 1) -> tuple[int, int, bytes]:
    """Width, height and dots of the one picture on the copy's page, not drawn but unpacked."""
    (name,) = PdfReader(io.BytesIO(pdf)).pages[page - 1]["/Resources"]["/XObject"].values()
    picture = name.get_object()
    pairs = picture.get_data()
    dots = bytearray(2 * len(pairs))
    dots[::2] = pairs.translate(bytes(byte & 0xF0 | byte >> 4 for byte in range(256)))
    dots[1::2] = pairs.translate(bytes(byte << 4 & 0xF0 | byte & 0x0F for byte in range(256)))
    return picture["/Width"], picture["/Height"], bytes(dots)


def cut_out(box: tuple[float, float, float, float], width: int, height: int, dots: bytes) -> bytes:
    """The dots inside the box."""
    left, right = round(box[0] * width), round(box[2] * width)
    rows = range(round(box[1] * height), round(box[3] * height))
    return b"".join(dots[row * width + left : row * width + right] for row in rows)


def greys(dots: bytes) -> set[int]:
    return set(dots)


def step(grey: int) -> int:
    """The grey as the copy shows it."""
    return copying.in_steps(bytearray([grey]))[0]


# Where a name may hide


def words_of(data: bytes) -> str:
    """Every letter that pdfium finds on the pages."""
    pdfium.FPDF_InitLibrary()
    document = pdfium.FPDF_LoadMemDocument64(data, len(data), None)
    said = ""
    for at in range(pdfium.FPDF_GetPageCount(document)):
        page = pdfium.FPDF_LoadPage(document, at)
        text = pdfium.FPDFText_LoadPage(page)
        said += "".join(
            chr(pdfium.FPDFText_GetUnicode(text, i)) for i in range(pdfium.FPDFText_CountChars(text))
        )
        pdfium.FPDFText_ClosePage(text)
        pdfium.FPDF_ClosePage(page)
    pdfium.FPDF_CloseDocument(document)
    return said


def layers_of(data: bytes) -> Iterator[bytes]:
    """The bytes as they are, and every packed piece unpacked, whether a table names it or not."""
    yield data
    for found in re.finditer(rb"stream\r?\n", data):
        try:
            yield zlib.decompressobj().decompress(data[found.end() :])
        except zlib.error:
            continue


def times_told(data: bytes) -> int:
    """How often the name, or a word of it, stands in the file in any spelling."""
    pieces = [NAME, *NAME.split()]
    spellings = {form for one in pieces for form in _spelled(one)}
    found = sum(layer.lower().count(form.lower()) for layer in layers_of(data) for form in spellings)
    return found + sum(words_of(data).count(one) for one in pieces)


def _spelled(text: str) -> Iterator[bytes]:
    yield text.encode()
    yield text.encode("utf-16-be")
    yield text.encode("utf-16-le")
    yield text.encode().hex().encode()
    yield text.encode("utf-16-be").hex().encode()
    yield base64.b64encode(text.encode())[: len(text) - 2]


# PDFs


def written(writer: PdfWriter) -> bytes:
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def stream(data: bytes, **entries: object) -> StreamObject:
    made = StreamObject()
    made.set_data(data)
    made.update({NameObject(f"/{key}"): value for key, value in entries.items()})
    return made


def drawing(
    content: bytes, *, size: tuple[float, float] = A4, rotate: int = 0, crop: tuple[float, ...] | None = None
) -> bytes:
    """One page with this content; Helvetica is /F."""
    writer = PdfWriter()
    page = writer.add_blank_page(*size)
    font = DictionaryObject(
        {NameObject(k): NameObject(v) for k, v in {"/Type": "/Font", "/Subtype": "/Type1"}.items()}
    )
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    page[NameObject("/Resources")] = DictionaryObject(
        {NameObject("/Font"): DictionaryObject({NameObject("/F"): writer._add_object(font)})}
    )
    page[NameObject("/Contents")] = writer._add_object(stream(content))
    if rotate:
        page[NameObject("/Rotate")] = NumberObject(rotate)
    if crop:
        page[NameObject("/CropBox")] = ArrayObject(NumberObject(each) for each in crop)
    return written(writer)


def blocks(width: float = A4[0], height: float = A4[1], left: float = 0, low: float = 0) -> bytes:
    """The two blocks: SECRET in the upper left quarter, NEIGHBOUR in the lower right."""
    place = f"{left + width * 0.2} {low + height * 0.7} {width * 0.2} {height * 0.1} re f"
    other = f"{left + width * 0.6} {low + height * 0.2} {width * 0.1} {height * 0.1} re f"
    return f"{SECRET / 255:.4f} g {place} {NEIGHBOUR / 255:.4f} g {other}".encode()


def text(words: str, *, at: tuple[float, float] = (100, 700)) -> bytes:
    return f" 0 g BT /F 14 Tf {at[0]} {at[1]} Td ({words}) Tj ET".encode()


def planted() -> bytes:
    """A PDF with the name in its text, under a black box, in every corner beside the text, and in its history."""
    content = text(NAME) + text("Kinh gui phuong", at=(100, 600)) + text(NAME, at=(100, 500))
    content += b" 0 g 95 495 300 20 re f /OC /Off BDC" + text(NAME, at=(100, 400)) + b" EMC"
    base = drawing(content + text(NAME, at=(100, 300)))
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(base)))
    writer.add_metadata({"/Title": f"Don cua {NAME}", "/Author": NAME})
    writer.xmp_metadata = (
        f"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        f"<rdf:Description xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:creator>{NAME}</dc:creator>"
        f"</rdf:Description></rdf:RDF></x:xmpmeta>"
    ).encode()
    writer.add_attachment("don.txt", f"Toi la {NAME}".encode())
    writer.add_outline_item(title=NAME, page_number=0)
    writer.add_annotation(0, Text(rect=(400, 700, 420, 720), text=f"hoi {NAME}"))
    writer.add_annotation(0, FreeText(text=NAME, rect=(100, 200, 300, 230), font="Helvetica"))
    page = writer.pages[0]
    page[NameObject("/Thumb")] = writer._add_object(stream(NAME.encode()))
    page[NameObject("/PieceInfo")] = DictionaryObject({NameObject("/X"): TextStringObject(NAME)})
    layer = writer._add_object(
        DictionaryObject(
            {NameObject("/Type"): NameObject("/OCG"), NameObject("/Name"): TextStringObject(NAME)}
        )
    )
    page["/Resources"][NameObject("/Properties")] = DictionaryObject({NameObject("/Off"): layer})
    off = DictionaryObject({NameObject("/OFF"): ArrayObject([layer])})
    writer.root_object[NameObject("/OCProperties")] = DictionaryObject(
        {NameObject("/OCGs"): ArrayObject([layer]), NameObject("/D"): off}
    )
    field = writer._add_object(_field())
    page["/Annots"].append(field)
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(
        {NameObject("/Fields"): ArrayObject([field]), NameObject("/NeedAppearances"): NumberObject(1)}
    )
    return _changed_later(written(writer), content)


def _field() -> DictionaryObject:
    entries = {"/Type": "/Annot", "/Subtype": "/Widget", "/FT": "/Tx"}
    field = DictionaryObject({NameObject(k): NameObject(v) for k, v in entries.items()})
    field[NameObject("/T")] = TextStringObject("nguoi_to_cao")
    field[NameObject("/V")] = TextStringObject(NAME)
    field[NameObject("/DA")] = TextStringObject("/Helv 12 Tf 0 g")
    field[NameObject("/Rect")] = ArrayObject(NumberObject(each) for each in (100, 150, 300, 170))
    return field


def _changed_later(base: bytes, content: bytes) -> bytes:
    """A second revision without the last line; the first one stays in the file."""
    writer = PdfWriter(io.BytesIO(base), incremental=True)
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream(content))
    changed = written(writer)
    assert changed.startswith(base)
    return changed


# Pictures


def with_exif(jpeg: bytes, *, turned: int = 1) -> bytes:
    """The JPEG as a telephone writes it: the name, a way up, and a smaller picture of the same inside."""
    name = NAME.encode() + b"\0"
    entries = struct.pack(">HHII", 0x010E, 2, len(name), 38) + struct.pack(">HHIHH", 0x0112, 3, 1, turned, 0)
    exif = b"MM\0*" + struct.pack(">IH", 8, 2) + entries + bytes(4) + name + jpeg
    body = b"Exif\0\0" + exif
    comment = b"\xff\xfe" + struct.pack(">H", 2 + len(name)) + name
    return jpeg[:2] + b"\xff\xe1" + struct.pack(">H", 2 + len(body)) + body + comment + jpeg[2:] + name


def png(
    colours: int, rows: list[bytes], width: int, *more: tuple[bytes, bytes], interlaced: int = 0
) -> bytes:
    """A PNG of eight bits a sample and of these rows."""
    head = struct.pack(">IIBBBBB", width, len(rows), 8, colours, 0, 0, interlaced)
    packed = zlib.compress(b"".join(b"\0" + row for row in rows))
    chunks = [(b"IHDR", head), *more, (b"IDAT", packed[:9]), (b"IDAT", packed[9:]), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
        for kind, body in chunks
    )


def tiff(data: bytes, width: int, height: int, **tags: int) -> bytes:
    """A TIFF of one strip; ``tags`` by their names t259, t262, …"""
    entries = {256: width, 257: height, 258: 8, 259: 1, 262: 1, 273: 8, 277: 1, 278: height, 279: len(data)}
    entries |= {int(name[1:]): value for name, value in tags.items()}
    packed = b"".join(struct.pack("<HHII", tag, 4, 1, value) for tag, value in sorted(entries.items()))
    at = 8 + len(data) + len(data) % 2
    return (
        struct.pack("<2sHI", b"II", 42, at)
        + data.ljust(at - 8, b"\0")
        + struct.pack("<H", len(entries))
        + packed
        + bytes(4)
    )
