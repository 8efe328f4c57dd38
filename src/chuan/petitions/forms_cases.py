"""What is typed on a petition's own page."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _


class VoidForm(forms.Form):
    """Why a line is voided."""

    reason = forms.CharField(
        label=_("Vì sao bỏ"),
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Ví dụ: ghi nhầm ngày. Không ghi tên, địa chỉ hay điều gì cho biết người tố cáo."),
        error_messages={"required": _("Ghi lý do bỏ dòng ghi nhầm.")},
    )
