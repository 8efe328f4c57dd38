"""A copy of a PDF with one line on every page: for revisions that are not in force.

The file itself is never altered. The copy bears no signature any more: its form is taken off, so that no programme
takes it for the signed original. Works in the reading process: an uploaded PDF may be hostile.
"""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass
from typing import Any

from pypdf import PageObject, PdfReader, PdfWriter, Transformation
from pypdf.errors import PyPdfError
from pypdf.generic import NameObject

from chuan.exchange.apart import run_apart
from chuan.exchange.limits import DEFAULT, Limits
from chuan.rules.refusals import FileEncrypted, FileUnreadable

_FROM_TOP = 8
"""Points between the upper edge of the page and the stamp."""
_LENGTH = 8
_ACTIVE = ("/AcroForm", "/OpenAction", "/AA", "/Perms")


@dataclass(frozen=True, slots=True)
class StampedCopy:
    """The copy."""

    data: bytes

    def packed(self) -> dict[str, Any]:
        """As the reading process answers it."""
        return {"pdf": base64.b64encode(self.data).decode()}


def stamped_copy(data: bytes, stamp: bytes, *, name: str, limits: Limits = DEFAULT) -> bytes:
    """The PDF with the stamp (a PDF of one small page) at the top of each of its pages, in a process of its own.

    Raises FileUnreadable, FileEncrypted, FileTooSlow.
    """
    sent = len(stamp).to_bytes(_LENGTH, "big") + stamp + data
    return base64.b64decode(run_apart("stamp", sent, name=name, limits=limits)["pdf"])


def stamp_here(sent: bytes, *, name: str, limits: Limits) -> StampedCopy:
    """The same in this process: what the reading process runs."""
    length = int.from_bytes(sent[:_LENGTH], "big")
    stamp, data = sent[_LENGTH : _LENGTH + length], sent[_LENGTH + length :]
    try:
        return StampedCopy(_stamped(data, stamp, name))
    except (PyPdfError, ValueError, KeyError, TypeError, AttributeError, IndexError, OSError):
        raise FileUnreadable(name=name) from None


def _stamped(data: bytes, stamp: bytes, name: str) -> bytes:
    reader = PdfReader(io.BytesIO(data))
    if reader.is_encrypted:
        raise FileEncrypted(name=name)
    writer, line = PdfWriter(clone_from=reader), PdfReader(io.BytesIO(stamp)).pages[0]
    for key in _ACTIVE:
        writer.root_object.pop(NameObject(key), None)
    for page in writer.pages:
        _stamp(page, line)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def _stamp(page: PageObject, line: PageObject) -> None:
    """In the middle of the upper edge as the page is seen, whatever its rotation, made narrower where it must be."""
    if page.rotation:
        page.transfer_rotation_to_content()
    box, width, height = page.cropbox, float(line.mediabox.width), float(line.mediabox.height)
    share = min(1.0, float(box.width) / width)
    left = float(box.left) + (float(box.width) - width * share) / 2
    up = float(box.top) - height * share - _FROM_TOP
    page.merge_transformed_page(line, Transformation().scale(share).translate(left, up))
