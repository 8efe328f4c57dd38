"""Who confirmed what, as a worksheet for the file of an audit."""

from __future__ import annotations

from datetime import date

from chuan.documents.knowing import coverage_of, readers_of
from chuan.documents.models import Dissemination
from chuan.exchange.sheets import Table
from chuan.ui import formatters as say

COLUMNS = (
    ("Họ tên", 28),
    ("Mở đọc lúc", 20),
    ("Xác nhận lúc", 20),
    ("Thời gian mở trang (giây)", 16),
    ("Ghi chú", 40),
)


def sheet_of(found: Dissemination, *, on: date) -> Table:
    """Everybody asked, those who have not confirmed first; the note says which version, and how many are left."""
    rows = [
        (
            one.must_know.official.name,
            say.moment(one.opened_at) if one.opened_at else "",
            say.moment(one.confirmed_at) if one.confirmed_at else "chưa xác nhận",
            one.seconds,
            one.must_know.released_reason,
        )
        for one in readers_of(found)
    ]
    version = f"Bản {found.version_digest[:16]}…; lập ngày {say.day(on)}."
    return Table(
        title=f"Nắm vững: {found.title}",
        headers=[name for name, _width in COLUMNS],
        rows=rows,
        notes=[coverage_of(found).sentence(found.title), version],
        sheet_name="Nắm vững",
        widths={place: width for place, (_name, width) in enumerate(COLUMNS)},
    )
