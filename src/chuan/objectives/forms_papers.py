"""The shape of what is typed about reports and Excel forms."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.exchange.limits import DEFAULT
from chuan.ui.widgets import VietnameseDateField


class DayForm(forms.Form):
    """The day up to which the report speaks; empty means today."""

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.today = today
        self.fields["den"] = VietnameseDateField(
            label=_("Đến hết ngày"), required=False, latest=today,
            help_text=_("Viết như 30/06/2021; để trống là hôm nay."),
        )  # fmt: skip

    def day(self) -> date:
        """The chosen day; today while nothing readable was typed."""
        found: date | None = self.cleaned_data.get("den") if self.is_valid() else None
        return found or self.today


class FilledForm(forms.Form):
    """A filled Excel form on its way in."""

    file = forms.FileField(
        label=_("Biểu đã điền"),
        help_text=_("Tệp .xlsx do Chuẩn xuất ra, nặng tối đa %(limit)s MB.")
        % {"limit": DEFAULT.file_bytes // 1_000_000},
        error_messages={
            "required": _("Chưa chọn tệp. Bấm Chọn tệp rồi chọn biểu đã điền."),
            "empty": _("Tệp không có nội dung. Mở tệp trên máy để kiểm tra rồi chọn lại."),
            "max_length": _("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại."),
        },
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
