"""The shape of what comes in on the pages of figures; meaning is checked by the actions."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.dossiers import periods
from chuan.dossiers.reports.asked import Asked, Cut, Seen
from chuan.rules.types import Period
from chuan.ui import formatters as say
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

LONGEST = 3660
"""Days of a period typed by its ends: ten years."""


class FiguresForm(forms.Form):
    """Which table: the days, the cut, the promise judged by, as known when. What makes no sense is left aside."""

    nam = forms.TypedChoiceField(label=later("Năm"), required=False, coerce=int, empty_value=None)
    ky = forms.ChoiceField(label=later("Kỳ"), required=False)
    theo = forms.ChoiceField(label=later("Chia theo"), required=False, choices=Cut.choices)
    hen = forms.ChoiceField(label=later("Xét trễ"), required=False, choices=Seen.choices)
    biet_den = VietnameseDateField(label=later("Số liệu như đã biết đến hết ngày"), required=False)
    tu = VietnameseDateField(required=False)
    den = VietnameseDateField(required=False)
    """Days typed by their ends, where they are no part of a year (a reconciliation's)."""

    def __init__(self, data: Any, *, years: list[int], on: date, people: bool = True) -> None:
        """``people``: whether the table may be cut by who solved; not for a guest."""
        super().__init__(data)
        self.years, self.on = years, on
        fields = cast("dict[str, forms.ChoiceField]", self.fields)
        if not people:
            fields["theo"].choices = [one for one in Cut.choices if one[0] != Cut.OFFICIAL]
        fields["nam"].choices = [(str(year), _("Năm %s") % year) for year in years or [on.year]]
        fields["ky"].choices = periods.part_names()

    def asked(self) -> Asked:
        """The table asked for; what could not be read falls back to the whole year, by months, as known now."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            period=self._period(given),
            on=self.on,
            cut=Cut(given.get("theo") or Cut.MONTH),
            seen=Seen(given.get("hen") or Seen.FIRST),
            as_of=end_of_day(known) if (known := given.get("biet_den")) and known < self.on else None,
        )

    def _period(self, given: dict[str, Any]) -> Period:
        first, last = given.get("tu"), given.get("den")
        if first and last and first <= last and (last - first).days < LONGEST:
            return Period(first, last + timedelta(days=1))
        year = given.get("nam") or periods.today_year(self.on, self.years)
        return periods.part_of(year, given.get("ky", ""))

    @property
    def said(self) -> str:
        """What could not be read, in a sentence; "" when everything could."""
        self.is_valid()
        return " ".join(
            str(error) for name in ("biet_den", "tu", "den") for error in self.errors.get(name, [])
        )


def end_of_day(day: date) -> datetime:
    """The last moment of a local day."""
    return datetime.combine(day, time.max, say.ZONE)


class DifferenceForm(forms.Form):
    """Why a form and our count part."""

    reason = forms.CharField(label=later("Lý do"), max_length=500, required=False)
    whole_field = forms.BooleanField(required=False)


class PeriodForm(forms.Form):
    """A part of a year, chosen."""

    nam = forms.TypedChoiceField(
        label=later("Năm"), coerce=int, error_messages={"required": later("Chưa chọn năm.")}
    )
    ky = forms.ChoiceField(label=later("Kỳ"), required=False)

    def __init__(self, data: Any, *, years: list[int], on: date, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        fields = cast("dict[str, forms.ChoiceField]", self.fields)
        fields["nam"].choices = [(str(year), str(year)) for year in years or [on.year]]
        fields["nam"].initial = str(periods.today_year(on, years))
        fields["ky"].choices = periods.part_names()

    @property
    def period(self) -> Period:
        """The days chosen."""
        return periods.part_of(self.cleaned_data["nam"], self.cleaned_data["ky"])


class SampleForm(PeriodForm):
    """How many dossiers of which days, by which seed."""

    co_mau = VietnameseNumberField(
        label=later("Số hồ sơ lấy ra kiểm tra"), whole=True, least=1, most=500, initial=30,
        help_text=later("Ít hơn số này thì lấy tất cả hồ sơ đã giải quyết của kỳ."),
    )  # fmt: skip
    so_gieo = VietnameseNumberField(
        label=later("Số gieo (để trống thì Chuẩn chọn)"), required=False, whole=True, least=0, most=2_147_483_647,
        help_text=later("Cùng kỳ, cùng danh sách và cùng số gieo thì ai lấy lại cũng ra đúng mẫu này."),
    )  # fmt: skip

    def wanted(self) -> tuple[Period, int, int | None]:
        """Period, size, seed."""
        seed = self.cleaned_data["so_gieo"]
        return self.period, int(self.cleaned_data["co_mau"]), None if seed is None else int(seed)


class SurveyForm(forms.Form):
    """Totals of one survey, as its paper gives them."""

    first_on = VietnameseDateField(label=later("Khảo sát từ ngày"), help_text=later("Viết như 01/07/2021."))
    last_on = VietnameseDateField(label=later("Đến hết ngày"))
    asked = VietnameseNumberField(label=later("Số phiếu trả lời"), whole=True, least=0, most=2_000_000_000)
    satisfied = VietnameseNumberField(
        label=later("Số phiếu hài lòng trở lên"), whole=True, least=0, most=2_000_000_000
    )
    source = forms.CharField(
        label=later("Lấy từ văn bản, đợt khảo sát nào"), required=False, max_length=300,
        help_text=later(
            "Ví dụ: Báo cáo 45/BC-UBND ngày 03/10/2021, mục 3; phiếu giấy quý III; gọi điện thoại tháng 9."
        ),
    )  # fmt: skip
    file = forms.FileField(
        label=later("Tệp kèm theo (nếu có)"), required=False, max_length=200,
        help_text=later("PDF, Word, Excel hoặc ảnh, không quá 10 MB."),
        error_messages={"max_length": later("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại.")},
    )  # fmt: skip

    def __init__(self, *args: Any, correcting: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if correcting:
            self.fields["reason"] = forms.CharField(
                label=later("Lý do sửa"), max_length=1000, required=False, widget=forms.Textarea(attrs={"rows": 2}),
                help_text=later("Bản cũ vẫn giữ bên cạnh, kèm lý do này."),
            )  # fmt: skip


class SurveySheetForm(forms.Form):
    """A worksheet of totals."""

    file = forms.FileField(
        label=later("Tệp Excel"), max_length=200,
        help_text=later("Mỗi dòng một đợt: Từ ngày, Đến ngày, Số phiếu, Số hài lòng, Nguồn."),
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
        error_messages={
            "required": later("Chưa chọn tệp. Bấm Chọn tệp rồi chọn bảng kết quả khảo sát."),
            "empty": later("Tệp không có nội dung. Mở tệp trên máy để kiểm tra rồi chọn lại."),
            "max_length": later("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại."),
        },
    )  # fmt: skip
