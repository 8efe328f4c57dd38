"""Forms of a dropped report: the file, and what a person makes of one figure."""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.objectives.actions.report_lines import Edited
from chuan.objectives.figures import Typed
from chuan.objectives.models import Measurement, ReportLine
from chuan.objectives.reported.fitting import from_value, options, value_of
from chuan.objectives.reported.proposing import doubts_of
from chuan.rules.vietnamese import written_number
from chuan.ui.widgets import VietnameseNumberField


class ReportForm(forms.Form):
    """The file of a report that was issued already."""

    file = forms.FileField(
        label=_("Tệp báo cáo"),
        help_text=_("Word, PDF, Excel hoặc bản quét, không quá 20 MB. Không nạp văn bản mật."),
        error_messages={"required": _("Chưa chọn tệp. Chọn báo cáo đã ban hành rồi bấm Đọc số.")},
    )


class LineForm(forms.Form):
    """One figure: as it was read, to be changed where it is wrong. Its names begin with the line's place."""

    def __init__(self, *args: Any, line: ReportLine, on: date, **kwargs: Any) -> None:
        kwargs["prefix"] = f"d{line.position}"
        super().__init__(*args, **kwargs)
        self.line = line
        self.fields.update(_numbers(line))
        self.fields["period"] = forms.ChoiceField(
            label=_("Kỳ"), required=False, initial=_days(line), choices=_periods(line, on)
        )
        self.fields["stage"] = forms.ChoiceField(
            label=_("Số ước hay chính thức"), initial=line.stage, required=False,
            choices=[(one.value, one.label) for one in Measurement.Stage][::-1],
        )  # fmt: skip
        self.fields["reason"] = forms.CharField(
            label=_("Lý do sửa so với bản đọc"), required=False, max_length=500,
            help_text=_("Chỉ cần khi số ghi khác số đọc được."),
        )  # fmt: skip
        self.fields["seen"] = forms.BooleanField(label=_("Tôi đã xem, ghi số này"), required=False)
        self.fields["choice"] = forms.CharField(required=False, widget=forms.HiddenInput)

    def edited(self) -> Edited:
        """What the action needs; a field left out of the page keeps what was read."""
        given, line = self.cleaned_data, self.line
        is_yes = line.indicator is not None and line.indicator.shape == "yes_no"
        typed = Typed(
            numerator=given.get("numerator"), denominator=given.get("denominator"),
            value=None if is_yes else given.get("value"), yes_no=True if is_yes else None,
        )  # fmt: skip
        return Edited(
            typed, from_value(given["period"]), given["stage"] or line.stage, given["seen"], given["choice"],
            given["reason"],
        )  # fmt: skip


def _numbers(line: ReportLine) -> dict[str, forms.Field]:
    indicator = line.indicator
    shape = indicator.shape if indicator else "level"
    if shape == "yes_no":
        return {}
    parts: dict[str, forms.Field] = {
        "numerator": VietnameseNumberField(
            label=_("Phần đạt"), required=False, initial=_shown(line.numerator)
        ),
        "denominator": VietnameseNumberField(
            label=_("Tổng số"), required=False, initial=_shown(line.denominator)
        ),
    }
    label = (
        _("Số, %(unit)s") % {"unit": indicator.measured_in}
        if indicator and indicator.measured_in
        else _("Số")
    )
    other_unit = any(one.code == "unit_changed" for one in doubts_of(line))
    initial = "" if other_unit else _shown(line.value)
    value: dict[str, forms.Field] = {
        "value": VietnameseNumberField(label=label, required=False, initial=initial)
    }
    if shape == "k_of_n":
        return parts
    return parts | value if shape == "share" else value


def _periods(line: ReportLine, on: date) -> list[tuple[str, str]]:
    if line.indicator is None:
        return []
    own = (line.period, line.to_date) if line.period else None
    year = line.period_start.year if line.period_start else _year(line, on)
    return [("", str(_("chưa rõ")))] * (own is None) + options(line.indicator, year, on, own)


def _year(line: ReportLine, on: date) -> int:
    return line.report.period_start.year if line.report.period_start else on.year


def _days(line: ReportLine) -> str:
    return value_of(line.period, line.to_date) if line.period else ""


def _shown(text: str) -> str:
    return written_number(Fraction(text)) if text else ""
