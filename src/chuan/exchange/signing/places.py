"""Places for signatures: reserved while the paper is a draft, so that what comes later changes nothing signed.

A person signs first, the number is given after that (Nghị định 30/2020/NĐ-CP art 15, 32.2d). Filling
a field that was there when the person signed is the one change that leaves the person's signature
valid (ISO 32000-2, 12.8.2.2), so number, day, month and seal are reserved with it.
"""

from __future__ import annotations

import io
from collections.abc import Mapping

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.rw_common import find_inherited_value_in_tree
from pyhanko.sign.fields import SigFieldSpec, append_signature_field, enumerate_sig_fields

from chuan.exchange.signing.boxes import FIELDS, Box
from chuan.exchange.signing.opening import opened, reading_pdf
from chuan.exchange.signing.refusals import AlreadySigned, FieldMissing, FieldTaken, PlaceOutsidePage


def reserve(pdf: bytes, places: Mapping[str, Box]) -> bytes:
    """The PDF with an empty signature field at each place, as one more revision.

    Raises ``AlreadySigned``, ``FieldTaken`` when a field has that name, ``PlaceOutsidePage``,
    ``PdfNotSignable``.
    """
    with reading_pdf():
        writer = opened(pdf)
        if writer.prev.embedded_signatures:
            raise AlreadySigned()
        _check(writer, places)
        for name, box in places.items():
            append_signature_field(writer, _spec(name, box))
        out = io.BytesIO()
        writer.write(out)
    return out.getvalue()


def fields_of(pdf: bytes) -> dict[str, bool]:
    """Each signature field of the PDF by name, and whether it is signed. Raises ``PdfNotSignable``."""
    with reading_pdf():
        return {name: value is not None for name, value, _ in enumerate_sig_fields(opened(pdf).prev)}


def size_of(pdf: bytes, field: str) -> tuple[float, float]:
    """Width and height of a field, in points: what its appearance is drawn for.

    Raises ``FieldMissing``, ``PdfNotSignable``.
    """
    with reading_pdf():
        for _, _, found in enumerate_sig_fields(opened(pdf).prev, with_name=field):
            x0, y0, x1, y1 = map(float, found.get_object()["/Rect"])
            return abs(x1 - x0), abs(y1 - y0)
    raise FieldMissing(field=field)


def _spec(name: str, box: Box) -> SigFieldSpec:
    return SigFieldSpec(
        sig_field_name=name,
        on_page=box.page,
        box=(box.x0, box.y0, box.x1, box.y1),  # type: ignore[arg-type] # points, whole or not
        readable_field_name=FIELDS.get(name),
        empty_field_appearance=False,
    )


def _check(writer: IncrementalPdfFileWriter, places: Mapping[str, Box]) -> None:
    held = {name for name, _, _ in enumerate_sig_fields(writer.prev)}
    pages = int(writer.prev.root["/Pages"]["/Count"])
    for name, box in places.items():
        if name in held:
            raise FieldTaken(field=name)
        if not 0 <= box.page < pages or not _within(writer, box):
            raise PlaceOutsidePage(field=name, page=box.page + 1)


def _within(writer: IncrementalPdfFileWriter, box: Box) -> bool:
    page = writer.prev.find_page_for_modification(box.page)[0].get_object()
    left, low, right, high = map(float, find_inherited_value_in_tree(page, "/MediaBox", "/Parent"))
    return left <= box.x0 < box.x1 <= right and low <= box.y0 < box.y1 <= high
