"""One grid of cells in every format that systems export; the same grid always gives the same bytes."""

from __future__ import annotations

import csv
import io
import unicodedata
import zipfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from html import escape

import xlsxwriter

from chuan.demo_exports import containers
from chuan.exchange.sheet_types import CellValue

_STAMP = (2021, 12, 31, 8, 0, 0)
_CREATED = datetime(2021, 12, 31)  # noqa: DTZ001 - Excel's property has no zone
_ODS = "urn:oasis:names:tc:opendocument:xmlns"
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True)
class Grid:
    """Rows of a sheet. ``merges`` are (row, column, last row, last column), counted from 0."""

    rows: Sequence[Sequence[CellValue]]
    merges: Sequence[tuple[int, int, int, int]] = field(default_factory=tuple)
    name: str = "Dữ liệu"


Maker = Callable[[Grid], bytes]


def as_xlsx(grid: Grid) -> bytes:
    """Today's Excel."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_urls": False})
    book.set_properties({"created": _CREATED})
    day, moment = (book.add_format({"num_format": code}) for code in ("dd/mm/yyyy", "dd/mm/yyyy hh:mm:ss"))
    sheet = book.add_worksheet(grid.name)
    for top, left, bottom, right in grid.merges:
        sheet.merge_range(top, left, bottom, right, "")
    for at, row in enumerate(grid.rows):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(at, column, value, moment if isinstance(value, datetime) else day)
            elif isinstance(value, str):
                sheet.write_string(at, column, value)
            elif value is not None:
                sheet.write_number(at, column, value)
    book.close()
    return out.getvalue()


def as_xls(grid: Grid) -> bytes:
    """Excel up to 2003."""
    return containers.xls(grid.name, grid.rows)


def as_html(grid: Grid) -> bytes:
    """A web page, which report tools save under the name .xls."""
    spans = {(top, left): (bottom - top + 1, right - left + 1) for top, left, bottom, right in grid.merges}
    covered = {
        (row, column)
        for top, left, bottom, right in grid.merges
        for row in range(top, bottom + 1)
        for column in range(left, right + 1)
    } - set(spans)
    width = max(len(row) for row in grid.rows)
    lines = []
    for at, row in enumerate(grid.rows):
        padded = [*row, *[None] * (width - len(row))]
        cells = [_td(v, spans.get((at, c))) for c, v in enumerate(padded) if (at, c) not in covered]
        lines.append(f"<tr>{''.join(cells)}</tr>")
    head = '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8"></head>'
    return f"{head}<body><table border=1>\n{chr(10).join(lines)}\n</table></body></html>".encode()


def as_csv(mark: str, codec: str) -> Maker:
    """Text with this mark between cells, in this encoding."""

    def make(grid: Grid) -> bytes:
        out = io.StringIO()
        csv.writer(out, delimiter=mark, lineterminator="\r\n").writerows(
            [[shown(value) for value in row] for row in grid.rows]
        )
        text = out.getvalue()
        return (_loosened(text) if codec == "cp1258" else text).encode(codec)

    return make


def as_ods(grid: Grid) -> bytes:
    """LibreOffice."""
    rows = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in grid.rows)
    spaces = " ".join(f'xmlns:{name}="{_ODS}:{name}:1.0"' for name in ("office", "table", "text"))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {spaces} office:version="1.2">'
        f'<office:body><office:spreadsheet><table:table table:name="{escape(grid.name)}">{rows}</table:table>'
        "</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    entry = '<manifest:file-entry manifest:full-path="{}" manifest:media-type="{}"/>'
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest xmlns:manifest="{_ODS}:manifest:1.0" '
        f'manifest:version="1.2">{entry.format("/", kind)}{entry.format("content.xml", "text/xml")}</manifest:manifest>'
    )
    return zipped(
        {"mimetype": kind, "content.xml": content, "META-INF/manifest.xml": manifest}, stored="mimetype"
    )


def as_docx(grid: Grid) -> bytes:
    """Word: lines of one cell above the table become paragraphs."""
    first = next(at for at, row in enumerate(grid.rows) if sum(value is not None for value in row) > 2)
    lines = "".join(_paragraph(" ".join(shown(v) for v in row if v is not None)) for row in grid.rows[:first])
    width = max(len(row) for row in grid.rows)
    table = "".join(_word_row([*row, *[None] * (width - len(row))]) for row in grid.rows[first:])
    body = f"{lines}<w:tbl><w:tblPr/><w:tblGrid>{'<w:gridCol/>' * width}</w:tblGrid>{table}</w:tbl><w:p/>"
    return word_file(body)


def word_file(body: str) -> bytes:
    """A .docx around these blocks."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{_PACKAGE}/relationships"><Relationship Id="r1" '
            f'Type="{_OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
            "word/document.xml": f'<w:document xmlns:w="{_W}"><w:body>{body}</w:body></w:document>',
        }
    )


def zipped(parts: dict[str, str | bytes], *, stored: str = "") -> bytes:
    """A zip archive that does not remember when it was made."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for path, data in parts.items():
            entry = zipfile.ZipInfo(path, _STAMP)
            entry.compress_type = zipfile.ZIP_STORED if path == stored else zipfile.ZIP_DEFLATED
            archive.writestr(entry, data)
    return out.getvalue()


def shown(value: CellValue) -> str:
    """The value as an export prints it: 15/02/2021 10:30:00, 1.204."""
    if isinstance(value, datetime):
        return value.strftime("%d/%m/%Y %H:%M:%S")
    if isinstance(value, date):
        return value.strftime("%d/%m/%Y")
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}".replace(",", ".")
    return "" if value is None else str(value)


def _loosened(text: str) -> str:
    """windows-1258 has few whole letters: a vowel with its hat stays, the tone mark stands behind it."""
    hats = {"\u0302", "\u0306", "\u031b"}
    found = []
    for letter in unicodedata.normalize("NFC", text):
        plain, marks = (parts := unicodedata.normalize("NFD", letter))[0], parts[1:]
        hat = "".join(mark for mark in marks if mark in hats)
        tones = "".join(mark for mark in marks if mark not in hats)
        found.append(unicodedata.normalize("NFC", plain + hat) + tones)
    return "".join(found)


def _td(value: CellValue, span: tuple[int, int] | None) -> str:
    tall, wide = span or (1, 1)
    spans = (f" rowspan={tall}" if tall > 1 else "") + (f" colspan={wide}" if wide > 1 else "")
    return f"<td{spans}>{escape(shown(value)) or '&nbsp;'}</td>"


def _ods_cell(value: CellValue) -> str:
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, date):
        return f'<table:table-cell office:value-type="date" office:date-value="{value.isoformat()}"/>'
    if isinstance(value, int):
        return f'<table:table-cell office:value-type="float" office:value="{value}"/>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


def _word_row(row: Sequence[CellValue]) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{_paragraph(shown(value))}</w:tc>" for value in row) + "</w:tr>"


def _paragraph(text: str) -> str:
    return f'<w:p><w:r><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
