"""Opening a PDF that somebody will sign; a broken one is a sentence, never a stack of errors."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager

from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.misc import PdfError
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.general import SigningError

from chuan.exchange.signing.refusals import PdfNotSignable

BROKEN = (PdfError, SigningError, ValueError, TypeError, KeyError, AttributeError, IndexError, AssertionError,
           RecursionError, OverflowError, NotImplementedError)  # fmt: skip
"""What reading hostile or broken files has been seen to raise."""


@contextmanager
def reading_pdf() -> Iterator[None]:
    """Whatever a broken file makes the library raise becomes ``PdfNotSignable``."""
    try:
        yield
    except BROKEN as error:
        raise PdfNotSignable() from error


def opened(pdf: bytes) -> IncrementalPdfFileWriter:
    """A writer that adds a revision and leaves every byte before it. Raises ``PdfNotSignable``."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    if writer.prev.encrypted:
        raise PdfNotSignable()
    return writer


def read(pdf: bytes) -> PdfFileReader:
    """A reader of the last revision."""
    return PdfFileReader(io.BytesIO(pdf))
