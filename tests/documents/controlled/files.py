"""Small files made here: PDFs with words, one landscape and turned, a Word file."""

from __future__ import annotations

import io

import docx
import pypdf

from chuan.paper import appearances


def pdf_of_pages(count: int, *, turned: bool = False) -> bytes:
    """Pages of A4 that each say their number; ``turned`` lays the last on its side by rotation."""
    writer = pypdf.PdfWriter()
    for n in range(count):
        page = pypdf.PdfReader(io.BytesIO(appearances.text(f"Quy trình trang {n + 1}", 200, 20, 12))).pages[0]
        sheet = writer.add_blank_page(595, 842)
        sheet.merge_transformed_page(page, pypdf.Transformation().translate(80, 700))
    if turned:
        writer.pages[-1].rotate(90)
    made = io.BytesIO()
    writer.write(made)
    return made.getvalue()


def word(text: str = "Quy trình tiếp công dân") -> bytes:
    """A Word file of one paragraph."""
    document, made = docx.Document(), io.BytesIO()
    document.add_paragraph(text)
    document.save(made)
    return made.getvalue()
