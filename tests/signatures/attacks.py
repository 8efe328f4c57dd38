"""Attacks on signed PDFs, each made from an honestly signed paper. Names follow the literature.

Incremental saving (ISA), signature wrapping (SWA), universal forgery (USF): Mladenov and others, CCS 2019.
Shadow attacks (hide, replace, hide and replace): Mainka and others, NDSS 2021. Evil annotation and sneaky
signature: Rohlmann and others, S&P 2021.
"""
# ruff: noqa: E501 - objects of PDF are not broken in the middle

from __future__ import annotations

import re
import zlib
from collections.abc import Callable

from tests.signatures.papers import (
    HIDDEN,
    OBJECTS,
    WORDS,
    gap_of,
    last_start,
    object_in,
    size_of,
    stream,
    updated,
)

Attack = Callable[[bytes], bytes]
JAVASCRIPT = b"<</S/JavaScript/JS(app.alert\\(1\\))>>"
OVERLAY = stream(HIDDEN, b"/Type/XObject/Subtype/Form/BBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>")


def catalog(pdf: bytes, more: bytes) -> bytes:
    """The catalog as it stands, with more in it."""
    return object_in(pdf, 1).rstrip()[:-2] + more + b">>"


def page(pdf: bytes, *changes: tuple[bytes, bytes]) -> bytes:
    """The page as it stands, changed."""
    body = object_in(pdf, 3)
    for old, new in changes:
        body = re.sub(old, new, body, count=1)
    return body


def annotated(pdf: bytes, annotation: bytes, more: dict[int, bytes] | None = None) -> bytes:
    number = size_of(pdf) + 10
    new = page(pdf, (rb"/Annots\s*\[", b"/Annots [ %d 0 R " % number))
    return updated(pdf, {3: new, number: annotation, **(more or {})})


def isa_unlisted(pdf: bytes) -> bytes:
    """New objects, an empty cross-reference, a trailer without size."""
    start = len(pdf)
    body = b"4 0 obj\n%s\nendobj\n" % stream(HIDDEN)
    return pdf + body + b"xref\ntrailer\n<</Root 1 0 R>>\nstartxref\n%d\n" % (start + len(body))


def isa_unlisted_whole(pdf: bytes) -> bytes:
    """New objects that no cross-reference names, before a sound empty revision."""
    body = pdf + b"4 0 obj\n%s\nendobj\n" % stream(HIDDEN)
    return updated(body, {9: object_in(pdf, 9)})


def isa_same_twice(pdf: bytes) -> bytes:
    """The update names the object twice, once honestly."""
    out = pdf + b"4 0 obj\n%s\nendobj\n" % stream(WORDS)
    false, start = len(pdf), len(out)
    out += b"4 0 obj\n%s\nendobj\n" % stream(HIDDEN)
    table = b"xref\n4 1\n%010d 00000 n \n4 1\n%010d 00000 n \n" % (false, start)
    more = b"trailer\n<</Size %d/Root 1 0 R/Info 9 0 R/ID[<00><00>]/Prev %d>>\n" % (
        size_of(pdf),
        last_start(pdf),
    )
    return out + table + more + b"startxref\n%d\n%%%%EOF\n" % len(out)


def object_stream(pdf: bytes) -> bytes:
    """The page replaced by one in a compressed object stream, cross-references as a stream too."""
    number = size_of(pdf) + 10
    inner = b"3 0 " + b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<<>>>>" % (
        number + 2
    )
    out = bytearray(pdf)
    packed = zlib.compress(inner)
    at = {number: len(out)}
    out += b"%d 0 obj\n%s\nendobj\n" % (
        number,
        stream(packed, b"/Type/ObjStm/N 1/First 4/Filter/FlateDecode"),
    )
    at[number + 2] = len(out)
    out += b"%d 0 obj\n%s\nendobj\n" % (number + 2, stream(HIDDEN))
    start = len(out)
    rows = [
        (3, 2, number, 0),
        (number, 1, at[number], 0),
        (number + 1, 1, start, 0),
        (number + 2, 1, at[number + 2], 0),
    ]
    data = b"".join(
        bytes([kind]) + place.to_bytes(4, "big") + last.to_bytes(1, "big") for _n, kind, place, last in rows
    )
    index = b" ".join(b"%d 1" % n for n, *_ in rows)
    more = b"/Type/XRef/W[1 4 1]/Index[%s]/Size %d/Root 1 0 R/ID[<00><00>]/Prev %d" % (
        index,
        number + 3,
        last_start(pdf),
    )
    out += b"%d 0 obj\n%s\nendobj\n" % (number + 1, stream(data, more))
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def hybrid(pdf: bytes) -> bytes:
    """A classic table that changes nothing, and a stream beside it that replaces the contents."""
    number = size_of(pdf) + 10
    out = bytearray(pdf)
    false = len(out)
    out += b"4 0 obj\n%s\nendobj\n" % stream(HIDDEN)
    place = len(out)
    data = bytes([1]) + false.to_bytes(4, "big") + b"\0"
    more = b"/Type/XRef/W[1 4 1]/Index[4 1]/Size %d/Root 1 0 R" % (number + 1)
    out += b"%d 0 obj\n%s\nendobj\n" % (number, stream(data, more))
    return updated(bytes(out), {9: object_in(pdf, 9)}, more=b"/XRefStm %d" % place)


def wrapped(pdf: bytes) -> bytes:
    """The second signed part moves behind new objects; a new signature object says so."""
    start, rest = gap_of(pdf)
    value, tail = pdf[start:rest], pdf[rest:]
    number = int(re.findall(rb"\n(\d+) 0 obj", pdf[:start])[-1])
    evil = b"4 0 obj\n%s\nendobj\n" % stream(HIDDEN)
    room = len(pdf) + len(evil) + len(value) + 400
    copied = b"%d 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange[0 %d %010d %d]/Contents %s>>\nendobj\n" % (
        number, start, room, len(tail), value,
    )  # fmt: skip
    front = pdf[:rest] + b"\n>>\nendobj\n" + evil + copied
    return front + b" " * (room - len(front)) + tail


def forged(body: bytes) -> Attack:
    """USF: the filled field points to a new signature object of this body."""

    def make(pdf: bytes) -> bytes:
        start, rest = gap_of(pdf)
        number = int(re.findall(rb"\n(\d+) 0 obj", pdf[:start])[-1])
        given = {b"%LEN%": b"%d" % start, b"%NEXT%": b"%d" % rest, b"%REST%": b"%d" % (len(pdf) - rest)}
        new = b"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached" + body + b">>"
        for old, now in given.items():
            new = new.replace(old, now)
        return updated(pdf, {4: stream(HIDDEN), number: new.replace(b"%HEX%", pdf[start:rest])})

    return make


def in_place(old: bytes, new: bytes) -> Attack:
    """Signed bytes changed without moving anything."""

    def make(pdf: bytes) -> bytes:
        assert len(old) == len(new)
        assert old in pdf
        return pdf.replace(old, new, 1)

    return make


def hidden_in_gap(pdf: bytes) -> bytes:
    """Zeros of the padding become bytes that no signature covers."""
    _start, stop = gap_of(pdf)
    return pdf[: stop - 41] + b"25" * 20 + pdf[stop - 1 :]


def unhexed_gap(pdf: bytes) -> bytes:
    """Free text between the hexadecimal string and the second signed part."""
    _start, stop = gap_of(pdf)
    return pdf[: stop - 21] + b">" + b" " * 19 + b">" + pdf[stop:]


def lost_field(pdf: bytes) -> bytes:
    """The form forgets its signature."""
    return updated(
        pdf,
        {
            1: re.sub(
                rb"/AcroForm\s*(\d+ 0 R|<<.*?>>)",
                b"/AcroForm<</Fields[]>>",
                catalog(pdf, b""),
                count=1,
                flags=re.DOTALL,
            )
        },
    )


def sneaky(pdf: bytes) -> bytes:
    """An empty signature field whose appearance lies over the page."""
    number = size_of(pdf) + 10
    widget = (
        b"<</Type/Annot/Subtype/Widget/FT/Sig/T(o trong)/Rect[0 0 595 842]/P 3 0 R/F 4/AP<</N %d 0 R>>>>"
        % (number + 1)
    )
    form = object_in(pdf, 6).replace(b"/Fields", b"/Fields", 1)
    form = re.sub(rb"/Fields\s*\[", b"/Fields [ %d 0 R " % number, form, count=1)
    new = page(pdf, (rb"/Annots\s*\[", b"/Annots [ %d 0 R " % number))
    return updated(pdf, {3: new, 6: form, number: widget, number + 1: OVERLAY})


def other_root(pdf: bytes) -> bytes:
    """Hide and replace: a whole other document behind a new catalog."""
    base = size_of(pdf) + 20
    objects = {
        base: b"<</Type/Catalog/Pages %d 0 R/AcroForm 6 0 R>>" % (base + 1),
        base + 1: b"<</Type/Pages/Kids[%d 0 R]/Count 1>>" % (base + 2),
        base + 2: b"<</Type/Page/Parent %d 0 R/MediaBox[0 0 595 842]/Contents %d 0 R/Resources<</Font<</F1 5 0 R>>>>>>" % (base + 1, base + 3),
        base + 3: stream(HIDDEN),
    }  # fmt: skip
    return updated(pdf, objects, root=base)


def prepared_shadow(pdf: bytes) -> bytes:
    """Hide and replace: a reference turned to the double that lay in the signed bytes."""
    return updated(pdf, {}, entries={4: pdf.index(b"4 0 obj")})


def prepared_shadow_beside_title(pdf: bytes) -> bytes:
    """The same, beside an innocent change."""
    return updated(pdf, {9: object_in(pdf, 9)}, entries={4: pdf.index(b"4 0 obj")})


FREE_TEXT = b"<</Type/Annot/Subtype/FreeText/Rect[72 600 400 700]/DA(/F1 14 Tf 0 g)/Contents(So tien: 9.000.000)/F 4>>"
STAMP = b"<</Type/Annot/Subtype/Stamp/Rect[72 600 400 700]/F 4/AP<</N 8 0 R>>>>"
LINK = b"<</Type/Annot/Subtype/Link/Rect[0 0 595 842]/A" + JAVASCRIPT + b">>"
BLACK = stream(
    b"\0\0\0", b"/Type/XObject/Subtype/Image/Width 1/Height 1/BitsPerComponent 8/ColorSpace/DeviceRGB"
)
RANGE = b"/ByteRange[0 %LEN% %NEXT% %REST%]"

AFTER: dict[str, Attack] = {
    "isa_contents": lambda pdf: updated(pdf, {4: stream(HIDDEN)}),
    "isa_page": lambda pdf: updated(pdf, {3: page(pdf, (rb"/Contents \d+ 0 R", b"/Contents 90 0 R")), 90: stream(HIDDEN)}),
    "isa_unlisted": isa_unlisted,
    "isa_unlisted_whole": isa_unlisted_whole,
    "isa_same_twice": isa_same_twice,
    "isa_pages": lambda pdf: updated(pdf, {2: b"<</Type/Pages/Kids[91 0 R 3 0 R]/Count 2>>", 91: b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"}),
    "other_page_tree": lambda pdf: updated(pdf, {1: re.sub(rb"/Pages \d+ 0 R", b"/Pages 92 0 R", catalog(pdf, b"")), 92: b"<</Type/Pages/Kids[3 0 R]/Count 1>>"}),
    "other_root": other_root,
    "hide": lambda pdf: updated(pdf, {10: BLACK}),
    "replace_font": lambda pdf: updated(pdf, {5: b"<</Type/Font/Subtype/Type1/BaseFont/Courier>>"}),
    "replace_field_value": lambda pdf: updated(pdf, {7: OBJECTS[7].replace(b"Dieu 3", b"Dieu 9")}),
    "replace_field_look": lambda pdf: updated(pdf, {8: OVERLAY}),
    "replace_field_both": lambda pdf: updated(pdf, {7: OBJECTS[7].replace(b"Dieu 3", b"Dieu 9").replace(b"8 0 R", b"93 0 R"), 93: OVERLAY}),
    "redraw_fields": lambda pdf: updated(pdf, {6: object_in(pdf, 6).rstrip()[:-2] + b"/NeedAppearances true>>"}),
    "free_text": lambda pdf: annotated(pdf, FREE_TEXT),
    "stamp": lambda pdf: annotated(pdf, STAMP),
    "link": lambda pdf: annotated(pdf, LINK),
    "new_text_field": lambda pdf: annotated(pdf, b"<</Type/Annot/Subtype/Widget/FT/Tx/T(them)/V(9)/Rect[72 600 400 700]/AP<</N 8 0 R>>>>"),
    "sneaky_field": sneaky,
    "open_action": lambda pdf: updated(pdf, {1: catalog(pdf, b"/OpenAction" + JAVASCRIPT)}),
    "names": lambda pdf: updated(pdf, {1: catalog(pdf, b"/Names<</JavaScript<</Names[(a)" + JAVASCRIPT + b"]>>>>")}),
    "additional_actions": lambda pdf: updated(pdf, {1: catalog(pdf, b"/AA<</WC" + JAVASCRIPT + b">>")}),
    "embedded_file": lambda pdf: updated(pdf, {1: catalog(pdf, b"/Names<</EmbeddedFiles<</Names[]>>>>")}),
    "layers": lambda pdf: updated(pdf, {1: catalog(pdf, b"/OCProperties<</OCGs[]/D<<>>>>")}),
    "freed": lambda pdf: updated(pdf, {9: object_in(pdf, 9)}, freed=(10,)),
    "orphan": lambda pdf: updated(pdf, {9: object_in(pdf, 9), 95: stream(HIDDEN)}),
    "object_stream": object_stream,
    "hybrid": hybrid,
    "empty_revision": lambda pdf: updated(pdf, {}),
    "same_object_again": lambda pdf: updated(pdf, {4: stream(WORDS)}),
    "evidence_with_contents": lambda pdf: updated(pdf, {1: catalog(pdf, b"/DSS 96 0 R"), 96: b"<<>>", 4: stream(HIDDEN)}),
    "evidence_of_nothing": lambda pdf: updated(pdf, {1: catalog(pdf, b"/DSS 96 0 R"), 96: b"<</Type/DSS/X 97 0 R>>", 97: stream(HIDDEN)}),
    "title": lambda pdf: updated(pdf, {9: b"<</Title(Quyet dinh khac)>>"}),
    "lost_field": lost_field,
    "loop": lambda pdf: updated(pdf, {4: stream(HIDDEN)}, prev=len(pdf) + 1),
    "prev_beyond": lambda pdf: updated(pdf, {4: stream(HIDDEN)}, prev=10_000_000),
    "prev_nowhere": lambda pdf: updated(pdf, {4: stream(HIDDEN)}, prev=0),
    "garbage_after": lambda pdf: pdf + b"garbage",
    "blank_after": lambda pdf: pdf + b"\n\n",
    "comment_after": lambda pdf: pdf + b"% nothing\n",
    "second_end": lambda pdf: pdf + b"\n%%EOF\n",
    "second_startxref": lambda pdf: pdf + b"startxref\n%d\n%%%%EOF\n" % last_start(pdf),
    "first_end_again": lambda pdf: pdf + b"startxref\n%d\n%%%%EOF\n" % int(re.findall(rb"startxref\s+(\d+)", pdf)[0]),
    "garbage_before": lambda pdf: b"GARBAGE\n" + pdf,
    "mail_before": lambda pdf: b"Content-Type: application/pdf\r\n\r\n" + pdf,
    "another_before": lambda pdf: pdf + pdf,
    "cut": lambda pdf: pdf[:-200],
    "half": lambda pdf: pdf[: len(pdf) // 2],
    "bytes_changed": in_place(b"1.000.000", b"9.000.000"),
    "box_moved": in_place(b"/Rect[72 72 300 92]", b"/Rect[72 82 300 92]"),
    "hidden_in_gap": hidden_in_gap,
    "unhexed_gap": unhexed_gap,
    "swa": wrapped,
    "usf_no_contents": forged(RANGE),
    "usf_contents_null": forged(RANGE + b"/Contents null"),
    "usf_contents_empty": forged(RANGE + b"/Contents<>"),
    "usf_contents_zero": forged(RANGE + b"/Contents<00>"),
    "usf_contents_number": forged(RANGE + b"/Contents 0"),
    "usf_contents_text": forged(RANGE + b"/Contents(abc)"),
    "usf_no_range": forged(b"/Contents %HEX%"),
    "usf_range_null": forged(b"/ByteRange null/Contents %HEX%"),
    "usf_range_empty": forged(b"/ByteRange[]/Contents %HEX%"),
    "usf_range_negative": forged(b"/ByteRange[0 -1 %NEXT% -1]/Contents %HEX%"),
    "usf_range_negative_start": forged(b"/ByteRange[-1 %LEN% %NEXT% %REST%]/Contents %HEX%"),
    "usf_range_overlapping": forged(b"/ByteRange[0 %NEXT% %LEN% %REST%]/Contents %HEX%"),
    "usf_range_zeros": forged(b"/ByteRange[0 0 0 0]/Contents %HEX%"),
    "usf_range_three": forged(b"/ByteRange[0 %LEN% %NEXT%]/Contents %HEX%"),
    "usf_range_six": forged(b"/ByteRange[0 %LEN% %NEXT% %REST% 0 0]/Contents %HEX%"),
    "usf_range_real": forged(b"/ByteRange[0.0 %LEN%.0 %NEXT%.0 %REST%.0]/Contents %HEX%"),
    "usf_range_names": forged(b"/ByteRange[/a /b /c /d]/Contents %HEX%"),
    "usf_range_beyond": forged(b"/ByteRange[0 %LEN% %NEXT% 99999999]/Contents %HEX%"),
    "usf_copied": forged(RANGE + b"/Contents %HEX%"),
    "usf_twice": forged(RANGE + RANGE + b"/Contents %HEX%/Contents %HEX%"),
}  # fmt: skip
"""Everything that can be done to a paper after its last signature without a key."""
