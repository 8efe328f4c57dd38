"""Measured figures in the evidence pack, each with how it was counted and the rows behind it (``offers.packing``).

Rows are shown as the viewer may see them: a petition by its code, what he may not see only counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from chuan.exchange.sheets import CellValue, Table, write_sheet
from chuan.objectives.bases import packing as basis_packing
from chuan.objectives.frozen import thaw
from chuan.objectives.models import Measurement
from chuan.objectives.rounds.packing import files as rounds_packed
from chuan.objectives.rows_behind import opened
from chuan.objectives.sets.packing import files as sets_packed
from chuan.offers import packing
from chuan.offers.measures import RowOutcome
from chuan.offers.packing import Asked, PackFile, Part
from chuan.ui import formatters as say
from chuan.ui import words

MOST = 20_000
"""Rows of one figure's file; more are said to be left out."""
OF_PEOPLE = "workforce."
"""Measures whose rows are officials one by one: their rows stay in the house."""
_OUTCOMES = {RowOutcome.HIT: "đạt", RowOutcome.MISS: "không đạt", RowOutcome.EXCLUDED: "không tính"}


def files(asked: Asked) -> Iterator[PackFile]:
    """The standing figures of periods that lie within the one asked for; frozen sets; then the rows of each."""
    found = Measurement.objects.seen_by(asked.viewer).standing().filter(
        indicator__unit=asked.unit, period_start__gte=asked.period.start, period_end__lte=asked.period.end
    )  # fmt: skip
    rows = list(found.select_related("indicator", "rows_blob").order_by("indicator__code", "period_start"))
    if rows:
        yield PackFile(
            "so-do.xlsx", "Số đo đã chốt trong kỳ: tử số, mẫu số, hạng, mã luật", _figures(asked, rows)
        )
    yield from sets_packed(asked)
    if bases := basis_packing.table(asked):
        yield PackFile("can-cu.xlsx", "Mục tiêu so với căn cứ: mức giao, ai xác nhận, vì sao khác", bases)
    for one in rows:
        if one.rows_blob is not None and not one.measure_key.startswith(OF_PEOPLE):
            yield _behind(one, asked)


def _figures(asked: Asked, rows: Sequence[Measurement]) -> bytes:
    table = Table(
        title=f"Số đo đã chốt – {asked.unit.committee}",
        headers=[
            "Mã", "Chỉ số", "Kỳ", "Tử số", "Mẫu số", "Giá trị", "Hạng", "Ước/chính thức", "Lần", "Như đã biết đến",
            "Phép đo", "Mã luật (SHA-256)", "Các dòng (SHA-256 của tệp)", "Căn cứ", "Minh họa",
        ],
        rows=[_line(one) for one in rows], sheet_name="Số đo", widths={1: 50, 2: 18, 11: 24, 12: 24, 13: 40},
        notes=["Mẫu số để trống là số đếm, không phải tỷ lệ. Hạng A đếm từ sổ của Chuẩn, B từ tệp nhập, "
               "C từ biểu tổng hợp, D theo văn bản báo cáo.",
               "Số đếm trên từng cán bộ không kèm các dòng; xem trên phần mềm của đơn vị."],
    )  # fmt: skip
    return write_sheet(table)


def _line(one: Measurement) -> list[CellValue]:
    return [
        one.indicator.code, one.indicator.name, words.period(one.period, with_year=True), one.numerator,
        one.denominator,
        one.value, one.grade, str(one.get_stage_display()), one.version, say.moment(one.as_of),
        f"{one.measure_key}@{one.measure_version}" if one.measure_key else "nhập tay", one.law_digest,
        one.rows_blob.digest if one.rows_blob else "", one.evidence_note or one.evidence_name,
        "minh họa" if one.illustrative else "",
    ]  # fmt: skip


def _behind(one: Measurement, asked: Asked) -> PackFile:
    assert one.rows_blob is not None
    frozen = list(thaw(one.rows_blob))
    shown, hidden = opened(frozen[:MOST], asked.viewer)
    first, last = one.period_start, one.period_end - timedelta(days=1)
    when = words.period(one.period, with_year=True)
    title = f"{one.indicator.code}, {when}: {say.number(len(frozen))} dòng đứng sau số"
    notes = [f"{one.indicator.name}. Mỗi dòng là một bản ghi đã được tính khi chốt số."]
    if hidden:
        notes.append(f"{say.number(hidden)} dòng không hiện vì người lập gói không được xem.")
    if len(frozen) > MOST:
        notes.append(_t("Còn %s dòng chưa ghi vào bảng này.") % say.number(len(frozen) - MOST))
    table = Table(
        title=title, headers=["Dòng", "Tính là", "Lý do", "Nội dung"], notes=notes, sheet_name="Các dòng",
        rows=[(row.label, _OUTCOMES.get(row.outcome, ""), row.reason, row.note) for row in shown],
        widths={0: 60, 1: 14, 2: 34, 3: 60},
    )  # fmt: skip
    return PackFile(f"dong_{one.indicator.code}_{first}_{last}.xlsx", title, write_sheet(table))


def offer() -> None:
    """Offer it; called when the programme starts."""
    figures = Part(
        "so-do", _("Mục tiêu: số đo đã chốt và các dòng"), ("6.2.1", "9.1.1", "9.1.3"),
        ("leadership", "conformity", "improvement"), files,
    )  # fmt: skip
    making = Part(
        "xay-dung-muc-tieu", _("Mục tiêu: ai đề nghị, ai quyết"), ("6.2.1", "6.2.2"), ("leadership", "improvement"),
        rounds_packed,
    )  # fmt: skip
    packing.offer(figures, making)
