"""What is typed about the unit's own values and about the law of a year: the shape, no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.ui.widgets import VietnameseDateField
from chuan.workforce.own_law.books import Form, Opening
from chuan.workforce.own_law.rules import FITS


class DayForm(forms.Form):
    """The day whose law is looked at."""

    ngay = VietnameseDateField(
        label=_("Ngày"), required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "class": "form-control w-2"}),
    )  # fmt: skip


class OwnValueForm(forms.Form):
    """The unit's value, its first day, the document that says so."""

    value = forms.CharField(
        label=_("Giá trị của đơn vị"), max_length=40, error_messages={"required": _("Ghi giá trị.")}
    )
    valid_from = VietnameseDateField(
        label=_("Áp dụng từ ngày"),
        help_text=_("Kỳ, năm đang mở có ngày xét từ ngày này dùng giá trị mới; kỳ, năm đã xong giữ nguyên."),
    )
    citation = forms.CharField(
        label=_("Theo văn bản"), max_length=300,
        help_text=_("Số, ký hiệu và ngày của văn bản đơn vị hoặc cấp trên."),
        error_messages={"required": _("Ghi văn bản làm căn cứ.")},
    )  # fmt: skip

    def __init__(self, *args: Any, opening: Opening, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if opening.form is Form.CHOICE:
            self.fields["value"] = forms.ChoiceField(
                label=_("Giá trị của đơn vị"), choices=list(opening.choices.items()), widget=forms.RadioSelect,
                error_messages={"required": _("Chọn một giá trị.")},
            )  # fmt: skip
        else:
            fits = str(FITS[opening.form])
            self.fields["value"].help_text = f"{fits[:1].upper()}{fits[1:]}."
        self.order_fields(["value", "valid_from", "citation"])


class LawOfYearForm(forms.Form):
    """Which of the year's laws it goes by, and why."""

    law = forms.ChoiceField(
        label=_("Năm này xét theo"), widget=forms.RadioSelect, required=False,
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Vì sao"), max_length=300, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Ví dụ văn bản hướng dẫn của tỉnh, hoặc ngày nhận hồ sơ. Không nêu chuyện riêng của ai."),
        error_messages={"required": _("Ghi vì sao chọn quy định này.")},
    )  # fmt: skip

    def __init__(self, *args: Any, laws: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["law"].choices = list(laws)  # type: ignore[attr-defined]
