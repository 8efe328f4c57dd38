"""What is typed about the law of petitions; whether it holds is decided in actions."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.rules.law import Value
from chuan.ui.widgets import VietnameseDateField


class DayForm(forms.Form):
    """The day whose rules are asked for."""

    ngay = VietnameseDateField(
        label=_("Thời hạn bắt đầu ngày"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "w-2"}),
    )


class LawForm(forms.Form):
    """The unit's own value of one rule, its first day, the document that says so."""

    value = forms.CharField(
        label=_("Giá trị của đơn vị"), max_length=40, error_messages={"required": _("Ghi giá trị.")}
    )
    valid_from = VietnameseDateField(
        label=_("Áp dụng từ ngày"),
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "w-2"}),
        help_text=_("Cho thời hạn bắt đầu từ ngày này, ví dụ 01/07/2026."),
    )
    citation = forms.CharField(
        label=_("Theo văn bản"),
        max_length=300,
        help_text=_("Số, ký hiệu và ngày của văn bản đơn vị hoặc cấp trên."),
        error_messages={"required": _("Ghi văn bản làm căn cứ.")},
    )

    def __init__(self, *args: Any, base: Value, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if base.value in ("yes", "no"):
            self.fields["value"] = forms.ChoiceField(
                label=_("Giá trị của đơn vị"), choices=[("yes", _("có")), ("no", _("không"))]
            )
        else:
            self.fields["value"].widget.attrs.update({"class": "w-1", "autocomplete": "off"})
