"""What a signature looks like: the first page of a small PDF that the caller drew, put into the field's box."""

from __future__ import annotations

import binascii
import io
import uuid

from pyhanko.pdf_utils.content import PdfContent
from pyhanko.pdf_utils.layout import AxisAlignment, BoxConstraints, Margins, SimpleBoxLayoutRule
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.stamp import StaticStampStyle

from chuan.exchange.signing.opening import BROKEN
from chuan.exchange.signing.refusals import AppearanceUnreadable


class _FirstPage(PdfContent):
    """The page as a form; it keeps its real size unless the box is smaller."""

    def __init__(self, pdf: bytes) -> None:
        super().__init__()
        self.pdf = pdf

    def render(self) -> bytes:
        """Drawing commands; the page becomes a resource. Raises ``AppearanceUnreadable``."""
        try:
            form = self._ensure_writer.import_page_as_xobject(PdfFileReader(io.BytesIO(self.pdf)))
        except BROKEN as error:
            raise AppearanceUnreadable() from error
        name = b"/Drawn" + binascii.hexlify(uuid.uuid4().bytes)
        self.resources.xobject[name.decode("ascii")] = form
        x0, y0, x1, y1 = map(float, form.get_object()["/BBox"])
        self.box = BoxConstraints(width=abs(x1 - x0), height=abs(y1 - y0))
        return name + b" Do"


def drawn(appearance: bytes | None) -> StaticStampStyle:
    """The style that shows ``appearance`` in the middle of the box; with None nothing at all is drawn.

    Nothing is ever drawn that the caller did not supply: no frame, no seal.
    """
    middle = SimpleBoxLayoutRule(
        x_align=AxisAlignment.ALIGN_MID, y_align=AxisAlignment.ALIGN_MID, margins=Margins.uniform(0)
    )
    return StaticStampStyle(
        border_width=0,
        background=_FirstPage(appearance) if appearance else None,
        background_layout=middle,
        background_opacity=1.0,
    )
