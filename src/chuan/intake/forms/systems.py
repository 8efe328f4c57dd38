"""Nguồn chính: a new dated row."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.ui.widgets import VietnameseDateField

FOLLOWS, KEEPS = "theo", "giu"


class SystemForm(forms.Form):
    """Which system keeps a register from a day on, and the document that says so."""

    giu = forms.ChoiceField(
        label=_("Sổ chính ở đâu"),
        choices=[
            (FOLLOWS, _("Ở hệ thống khác: Chuẩn theo bằng tệp nhập, không cấp số, không sửa")),
            (KEEPS, _("Ở Chuẩn: sổ được ghi tại đây")),
        ],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chưa chọn sổ chính ở đâu. Chọn một trong hai.")},
    )
    he_thong = forms.CharField(
        label=_("Tên hệ thống"),
        max_length=160,
        required=False,
        help_text=_("Tên như văn bản gọi. Sổ do Chuẩn giữ thì để trống."),
    )
    tu = VietnameseDateField(label=_("Áp dụng từ ngày"), help_text=_("Viết như 01/07/2025."))
    can_cu = forms.CharField(
        label=_("Theo văn bản nào"),
        max_length=300,
        help_text=_("Số, ký hiệu, ngày, cơ quan ban hành."),
        error_messages={"required": _("Chưa ghi văn bản. Việc đổi nguồn chính phải có văn bản nêu rõ.")},
    )

    def clean(self) -> dict[str, Any]:
        """A followed register names its system."""
        given = super().clean() or self.cleaned_data
        if given.get("giu") == FOLLOWS and not given.get("he_thong", "").strip():
            self.add_error("he_thong", _("Chưa ghi tên hệ thống giữ sổ. Ghi như văn bản gọi."))
        return given

    @property
    def keeps(self) -> bool:
        """Whether Chuẩn itself keeps the register."""
        return bool(self.cleaned_data["giu"] == KEEPS)

    @property
    def system(self) -> str:
        """The system's name; empty for Chuẩn itself."""
        return "" if self.keeps else str(self.cleaned_data["he_thong"]).strip()
