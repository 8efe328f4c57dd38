"""The Excel form that figures are put in with: one row for each indicator and period that is over."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.exchange.sheets import CellValue, Table, Validation, write_sheet
from chuan.objectives import sayings
from chuan.objectives.models import Indicator, Measurement, Objective, Plan, Target
from chuan.objectives.periods import key, last_day, periods_of, stored
from chuan.objectives.permissions import may_record
from chuan.objectives.standing import standing
from chuan.objectives.ways import measure_of
from chuan.objectives.years_read import objectives_of
from chuan.offers import measures
from chuan.offers.measures import Scope
from chuan.people.viewer import Viewer
from chuan.rules.targets.types import Combine
from chuan.rules.types import Period
from chuan.rules.vietnamese import decimal_text

LABEL, NAME, PERIOD, UNIT, RESULT, WHOLE, STAGE, GRADE, EVIDENCE, REASON, HINT, KEY = range(12)
"""The columns, in order; the last is hidden and says which figure a row is."""

STAGES = {"chính thức": "official", "ước": "estimate"}


def headers() -> tuple[str, ...]:
    """The head of every column, by the order above."""
    return (
        _("Số"), _("Chỉ tiêu"), _("Kỳ"), _("Đơn vị"), _("Kết quả (phần đạt)"), _("Tổng số"), _("Loại số"),
        _("Hạng"), _("Căn cứ (số, ngày văn bản)"), _("Lý do sửa"), _("Cách nhập"), _("Khóa (không sửa)"),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slot:
    """A figure that the form asks for: whose, of which period, and what stands there now."""

    label: str
    indicator: Indicator
    objective: Objective
    period: Period
    standing: Measurement | None

    @property
    def key(self) -> str:
        """What the hidden column holds: stable while the indicator lives."""
        return f"{self.indicator.uid}/{key(self.period)}"


def slots(plan: Plan, viewer: Viewer, on: date) -> list[Slot]:
    """Every figure of the plan that the viewer may put in for periods that are over; four statements."""
    objectives = {one.pk: one for one in objectives_of(plan)}
    rows = Target.objects.filter(objective__plan=plan, indicator__isnull=False).select_related(
        "indicator__unit"
    )
    targets = sorted(rows, key=lambda one: (objectives[one.objective_id].position, one.position))
    figures = standing([one.indicator_id for one in targets if one.indicator_id], plan.period, on=on)
    return [slot for target in targets for slot in _of_target(plan, viewer, on, target, objectives, figures)]


def figures_form(
    plan: Plan, viewer: Viewer, on: date, *, only: Callable[[Slot], bool] | None = None
) -> bytes:
    """The form as an .xlsx file; what stands is filled in already, so that it can be corrected.

    ``only``: which rows, where the form goes to one person.
    """
    every = [slot for slot in slots(plan, viewer, on) if only is None or only(slot)]
    form = Table(
        title=_("Biểu nhập số liệu chỉ tiêu năm %(year)s – %(unit)s")
        % {"year": plan.year, "unit": plan.owner_unit.committee},
        headers=headers(),
        rows=[_row(slot) for slot in every],
        notes=_notes(),
        sheet_name=_("Số liệu"),
        widths={LABEL: 7, NAME: 44, PERIOD: 18, UNIT: 16, RESULT: 14, WHOLE: 12, STAGE: 12, GRADE: 7,
                EVIDENCE: 36, REASON: 30, HINT: 44, KEY: 0},
        locked_columns=frozenset({LABEL, NAME, PERIOD, UNIT, HINT, KEY}),
        validations={
            STAGE: Validation("list", _("Chọn “chính thức” hoặc “ước”."), options=tuple(STAGES)),
            GRADE: Validation("list", _("Chọn C (biểu tổng hợp) hoặc D (báo cáo)."), options=("C", "D")),
        },
    )  # fmt: skip
    return write_sheet(form, _guide(every))


def hint(indicator: Indicator) -> str:
    """What goes into the two cells of a row."""
    to_date = _(", tính từ đầu năm") if indicator.cumulative else ""
    match indicator.shape:
        case "share" if indicator.combine == Combine.RATIO:
            return _("Nhập phần đạt và tổng số; kỳ không phát sinh ghi 0 và 0") + to_date
        case "share":
            return _("Nhập phần đạt và tổng số, hoặc chỉ nhập tỷ lệ ở cột Kết quả") + to_date
        case "k_of_n":
            return _("Nhập số đạt và tổng số") + to_date
        case "yes_no":
            return _("Ghi “có” hoặc “chưa”")
        case "count":
            return _("Nhập số đếm được") + to_date
        case "growth":
            return _("Nhập mức tăng hoặc giảm, bằng %") + to_date
    return _("Nhập kết quả") + to_date


def excel_number(value: Fraction) -> CellValue:
    """A number as Excel takes it exactly; one that decimals cannot say goes as text."""
    if value.denominator == 1:
        return int(value)
    text = decimal_text(value)
    return text if "/" in text else Decimal(text)


def _of_target(
    plan: Plan,
    viewer: Viewer,
    on: date,
    target: Target,
    objectives: dict[int, Objective],
    figures: dict[int, list[Measurement]],
) -> Iterator[Slot]:
    indicator, objective = target.indicator, objectives[target.objective_id]
    assert indicator is not None
    if not may_record(viewer, objective):
        return
    indicator.unit = plan.owner_unit
    for period in periods_of(indicator.frequency, plan.year):
        if last_day(period) > on:
            return
        kept, _cumulative = stored(indicator, period, to_date=False)
        stands = next((one for one in figures.get(indicator.pk, ()) if one.period == kept), None)
        if (stands is not None and stands.measure_key) or _counts(indicator, kept, on):
            continue
        yield Slot(target.label, indicator, objective, period, stands)


def _counts(indicator: Indicator, period: Period, on: date) -> bool:
    """Whether a register can speak of the period as known by the end of the day, or only others may: never typed."""
    measure = measure_of(indicator)
    if measure is None:
        return False
    if measures.never_typed(measure):
        return True
    by_then = timezone.make_aware(datetime.combine(on + timedelta(days=1), time()))
    return not measures.obstacles_of(measure, Scope(indicator.unit.uid, period, by_then), indicator.unit)


def _row(slot: Slot) -> list[CellValue]:
    stands = slot.standing
    result, whole = _cells(slot.indicator, stands) if stands else (None, None)
    stage = next((said for said, value in STAGES.items() if stands and value == stands.stage), "chính thức")
    return [
        slot.label,
        slot.indicator.name,
        sayings.period_asked(slot.indicator, slot.period),
        slot.indicator.measured_in,
        result,
        whole,
        stage,
        stands.grade if stands and stands.grade in "CD" else "D",
        _evidence(stands),
        None,
        hint(slot.indicator),
        slot.key,
    ]


def _cells(indicator: Indicator, stands: Measurement) -> tuple[CellValue, CellValue]:
    numerator, denominator = stands.exact
    if indicator.shape == "yes_no":
        return ("có" if numerator >= 1 else "chưa"), None
    if denominator is None or not stands.counted:
        return excel_number(numerator), None
    return excel_number(numerator), excel_number(denominator)


def _evidence(stands: Measurement | None) -> str | None:
    return (stands.evidence_note or stands.evidence_name or None) if stands else None


def _notes() -> list[str]:
    return [
        _("Chỉ điền các cột từ Kết quả đến Lý do sửa; dòng chưa có số thì để trống, đừng ghi 0."),
        _("Số đã có được điền sẵn: sửa số thì ghi thêm Lý do sửa, không sửa thì giữ nguyên."),
        _("Tải tệp này lên ở trang Mục tiêu: xem trước rồi mới ghi; có một ô sai thì chưa ghi dòng nào."),
    ]


def _guide(every: list[Slot]) -> Table:
    """What each indicator means, on a sheet of its own."""
    listed: dict[int, Slot] = {}
    for slot in every:
        listed.setdefault(slot.indicator.pk, slot)
    return Table(
        title=_("Định nghĩa các chỉ tiêu"),
        headers=(_("Số"), _("Chỉ tiêu"), _("Định nghĩa"), _("Nguồn số liệu"), _("Tần suất")),
        rows=[
            [slot.label, slot.indicator.name, slot.indicator.definition, slot.indicator.source,
             slot.indicator.get_frequency_display()]
            for slot in listed.values()
        ],
        sheet_name=_("Hướng dẫn"),
        widths={0: 7, 1: 44, 2: 60, 3: 40, 4: 14},
    )  # fmt: skip
