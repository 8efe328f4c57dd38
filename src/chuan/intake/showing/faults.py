"""Cells that could not be read, as files for whoever mends them at the source."""

from __future__ import annotations

import csv
import io
from datetime import date

from django.utils.translation import gettext as _

from chuan.exchange.sheets import Table
from chuan.intake.models import Import
from chuan.intake.previews import preview_of

_WIDTHS = {0: 18, 1: 26, 2: 30, 3: 90, 4: 28}
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def sheet_of(imported: Import, *, on: date) -> Table:
    """As a worksheet; its notes name the file and say how many there are."""
    rows = _rows(imported)
    return Table(
        title=_("Chỗ không đọc được: %s") % imported.file_name,
        headers=_headers(),
        rows=rows,
        notes=[*_how_many(imported, len(rows)), _("xuất ngày %s") % f"{on:%d/%m/%Y}"],
        sheet_name=_("Không đọc được"),
        widths=_WIDTHS,
    )


def csv_of(imported: Import) -> bytes:
    """As CSV in UTF-8 with a mark; a text that a spreadsheet would run as a formula gets an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(_headers())
    writer.writerows([_harmless(cell) for cell in row] for row in _rows(imported))
    return out.getvalue().encode("utf-8-sig")


def _rows(imported: Import) -> list[tuple[str, str, str, str, str]]:
    found = preview_of(imported).unreadable
    return [(one.place, one.column, one.typed, one.sentence, one.code) for one in found]


def _headers() -> tuple[str, ...]:
    return _("Ô"), _("Cột"), _("Đang ghi"), _("Cần làm gì"), _("Mã")


def _how_many(imported: Import, listed: int) -> list[str]:
    every = imported.rows_unreadable
    if every > listed:
        return [_("Số dòng không đọc được: %(all)s; liệt kê %(n)s chỗ đầu") % {"all": every, "n": listed}]
    return [_("Số chỗ: %s") % listed]


def _harmless(text: str) -> str:
    return f"'{text}" if text.startswith(_FORMULA) else text
