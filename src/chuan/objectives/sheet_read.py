"""A filled form as the page before recording shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.translation import gettext as _

from chuan.objectives import sayings
from chuan.objectives.conversion import number_text
from chuan.objectives.models import Measurement
from chuan.objectives.sheet import Kind, SheetPreview, SheetRow


@dataclass(frozen=True, slots=True)
class ShownRow:
    """One filled row in words: what would stand afterwards and, for a correction, what stands now."""

    row: SheetRow
    figure: str
    stage: str
    now: str
    period: str
    is_new: bool
    is_correction: bool


def rows(of: Iterable[SheetRow]) -> tuple[ShownRow, ...]:
    """Rows in words, in the order of the sheet."""
    return tuple(_shown(row) for row in sorted(of, key=lambda row: row.number))


def recorded(preview: SheetPreview) -> str:
    """What was done: "Đã ghi 14 số liệu. 12 số mới, 2 bản sửa, 5 số không đổi."."""
    new, corrected, same = len(preview.new), len(preview.to_correct), len(preview.unchanged)
    said = _("Đã ghi %(n)s số liệu.") % {"n": new + corrected}
    parts = _("%(new)s số mới, %(corrected)s bản sửa, %(same)s số không đổi.") % {
        "new": new, "corrected": corrected, "same": same,
    }  # fmt: skip
    return f"{said} {parts}"


def _shown(row: SheetRow) -> ShownRow:
    slot, figure = row.slot, row.figure
    would = Measurement(
        numerator=number_text(figure.numerator), denominator=number_text(figure.denominator),
        counted=figure.counted, stage=row.given.stage,
    )  # fmt: skip
    stands = slot.standing
    return ShownRow(
        row=row,
        figure=sayings.measured(slot.indicator, would),
        stage=str(would.get_stage_display()),
        now=sayings.measured(slot.indicator, stands) if stands else "",
        period=sayings.period_asked(slot.indicator, slot.period),
        is_new=row.kind is Kind.NEW,
        is_correction=row.kind is Kind.CORRECT,
    )
