"""The shape of what is typed about the calendar; who may and whether it holds is decided in actions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from chuan.clocks.models import CalendarDay
from chuan.ui.widgets import VietnameseDateField

_HOURS = {"autocomplete": "off", "class": "w-3"}
_SET_HERE = [
    CalendarDay.Kind.HOLIDAY, CalendarDay.Kind.IN_LIEU, CalendarDay.Kind.OFF, CalendarDay.Kind.ON,
    CalendarDay.Kind.HALF, CalendarDay.Kind.COUNTER,
]  # fmt: skip
"""What the form for days may set; a swap has a form of its own, because it is two days."""


def _day(**given: Any) -> VietnameseDateField:
    return VietnameseDateField(widget=forms.TextInput(attrs={"autocomplete": "off", "class": "w-2"}), **given)


def _citation() -> forms.CharField:
    return forms.CharField(
        label=_("Theo văn bản"),
        max_length=300,
        help_text=_("Số, ký hiệu và ngày, ví dụ Thông báo 9441/TB-BNV ngày 16/10/2025."),
        error_messages={"required": _("Ghi thông báo hoặc văn bản làm căn cứ.")},
    )


class NoticeForm(forms.Form):
    """The document, and since when the office has known it."""

    citation = _citation()
    known_since = _day(
        label=_("Cơ quan biết từ ngày"),
        required=False,
        help_text=_(
            "Ngày nhận thông báo; hồ sơ tiếp nhận trước ngày này vẫn giữ ngày hẹn đầu. Để trống nếu biết từ đầu."
        ),
    )


class ConfirmForm(forms.Form):
    """The notice that the office compared the year with."""

    citation = _citation()


class DaysForm(NoticeForm):
    """One day, or several in a row, and what they are."""

    kind = forms.ChoiceField(
        label=_("Ngày này là"),
        choices=[("", _("Chọn")), *[(kind.value, kind.label) for kind in _SET_HERE]],
        error_messages={"required": _("Chọn ngày này là ngày gì.")},
    )
    since = _day(label=_("Ngày"), help_text=_("Ví dụ 08/06/2026."))
    until = _day(
        label=_("Đến hết ngày"),
        required=False,
        help_text=_("Chỉ ghi khi nhiều ngày liền nhau, kể cả cuối tuần."),
    )
    hours = forms.CharField(
        label=_("Giờ làm việc"),
        required=False,
        max_length=120,
        help_text=_("Chỉ ghi khi làm nửa ngày hoặc mở quầy, ví dụ 07:30-11:30."),
        widget=forms.TextInput(attrs=_HOURS),
    )
    why = forms.CharField(
        label=_("Vì sao"),
        max_length=200,
        help_text=_("Như trong thông báo, ví dụ Tết Âm lịch, nghỉ tránh bão."),
        error_messages={"required": _("Ghi vì sao ngày này khác thường.")},
    )
    field_order = ["kind", "since", "until", "hours", "why", "citation", "known_since"]

    def clean(self) -> dict[str, Any]:
        """Days in order."""
        given = super().clean() or self.cleaned_data
        since, until = given.get("since"), given.get("until")
        if since and until and until < since:
            self.add_error("until", gettext("Ngày cuối đứng trước ngày đầu. Sửa lại một trong hai ngày."))
        return given


class SwapForm(NoticeForm):
    """A working day off against a worked rest day."""

    off = _day(label=_("Nghỉ ngày"), help_text=_("Một ngày làm việc, ví dụ 29/04/2027."))
    worked = _day(label=_("Làm bù ngày"), help_text=_("Một ngày nghỉ hằng tuần, ví dụ 08/05/2027."))
    field_order = ["off", "worked", "citation", "known_since"]


class TrySwapForm(forms.Form):
    """Two days to try; names as they stand in the address."""

    nghi = _day(label=_("Nghỉ ngày"), help_text=_("Một ngày làm việc."))
    lam = _day(label=_("Làm bù ngày"), help_text=_("Một ngày nghỉ hằng tuần."))


class OnForm(forms.Form):
    """The day whose rules are asked for."""

    ngay = _day(label=_("Hồ sơ tiếp nhận ngày"), required=False)


class HoursForm(forms.Form):
    """The office's hours from a day on."""

    hours = forms.CharField(
        label=_("Giờ làm việc"),
        max_length=120,
        help_text=_("Các buổi nối tiếp nhau, ví dụ 07:30-11:30,13:30-17:00."),
        widget=forms.TextInput(attrs=_HOURS),
        error_messages={"required": _("Ghi giờ làm việc.")},
    )
    valid_from = _day(label=_("Áp dụng từ ngày"), help_text=_("Ngày văn bản có hiệu lực."))
    citation = _citation()


class LawForm(forms.Form):
    """The unit's own value in the place of one that nobody verified."""

    value = forms.ChoiceField(
        label=_("Cách tính của đơn vị"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn một cách tính.")},
    )
    valid_from = _day(label=_("Áp dụng từ ngày"), help_text=_("Cho hồ sơ tiếp nhận từ ngày này trở đi."))
    citation = _citation()

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["value"].choices = choices  # type: ignore[attr-defined]
