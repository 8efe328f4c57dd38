"""Frozen sets in the evidence pack: a list, and of each set its own canonical text and its figures to read.

The text is the very one that was hashed: the SHA-256 of the file is the set's digest, so that a paper that carries
the code can be held against the pack without Chuẩn.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from chuan.exchange.sheets import Table, write_sheet
from chuan.objectives.models import FigureSet
from chuan.objectives.sets.table import of_set
from chuan.offers.packing import Asked, PackFile
from chuan.rules.figure_sets import read_lines, short_digest
from chuan.ui import formatters as say


def files(asked: Asked) -> Iterator[PackFile]:
    """Sets whose last day lies in the period, in the order they were frozen; none where nothing was frozen."""
    found = FigureSet.objects.seen_by(asked.viewer).filter(
        plan__owner_unit=asked.unit, on__gte=asked.period.start, on__lt=asked.period.end
    )  # fmt: skip
    sets = list(found.select_related("by", "after").order_by("recorded_at", "pk"))
    if not sets:
        return
    yield PackFile("bo-so-lieu.xlsx", "Bộ số liệu đã chốt: tên, ngày, văn bản, mã kiểm", _listed(asked, sets))
    for one in sets:
        yield from _of(one)


def _of(one: FigureSet) -> Iterator[PackFile]:
    name = f"bo-{one.on}-{one.digest[:8]}"
    told = f"Bộ số liệu “{one.name}”, đến ngày {say.day(one.on)}"
    yield PackFile(
        f"{name}.txt", f"{told}: nguyên văn, mã SHA-256 của tệp là mã kiểm của bộ", one.lines.encode()
    )
    plain = of_set(one, read_lines(one.lines))
    table = Table(
        title=plain.title, headers=list(plain.heads), rows=[list(row) for row in plain.rows], sheet_name="Số liệu",
        widths={0: 8, 1: 60, 2: 22, 3: 26, 4: 18, 5: 14},
        notes=[f"Mã kiểm đầy đủ: {one.digest}.", *_earlier(one), *_invented(one)],
    )  # fmt: skip
    yield PackFile(f"{name}.xlsx", f"{told}: bảng để đọc", write_sheet(table))


def _earlier(one: FigureSet) -> list[str]:
    if one.after is None:
        return []
    return [
        f"Bộ này chốt sau bộ “{one.after.name}”, mã {short_digest(one.after.digest)}; bộ trước vẫn còn nguyên."
    ]


def _invented(one: FigureSet) -> list[str]:
    return ["Trong bộ có số liệu minh họa, không có thật."] if one.illustrative else []


def _listed(asked: Asked, sets: Sequence[FigureSet]) -> bytes:
    table = Table(
        title=f"Bộ số liệu đã chốt – {asked.unit.committee}",
        headers=[
            "Bộ", "Đến ngày", "Văn bản", "Chốt lúc", "Số đo có số", "Chưa đo được", "Mã kiểm", "Sau bộ", "Minh họa",
        ],
        rows=[
            [one.name, say.day(one.on), one.paper, say.moment(one.recorded_at), one.measured, one.missing, one.digest,
             one.after.name if one.after else "", "minh họa" if one.illustrative else ""]
            for one in sets
        ],
        sheet_name="Bộ số liệu", widths={0: 40, 2: 50, 3: 22, 6: 68, 7: 40},
        notes=["Báo cáo in từ bộ mang 16 chữ đầu của mã kiểm; bộ đã chốt không sửa được."],
    )  # fmt: skip
    return write_sheet(table)
