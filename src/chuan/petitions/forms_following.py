"""What is typed when a petition meets its row of the system of record."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _


class CodeForm(forms.Form):
    """The code that the system of record gave."""

    code = forms.CharField(
        label=_("Mã ở hệ thống nguồn"),
        max_length=120,
        help_text=_("Chép đúng mã hệ thống ấy cấp. Không ghi tên, địa chỉ người gửi vào đây."),
        error_messages={"required": _("Ghi mã hệ thống nguồn đã cấp cho đơn này.")},
    )


class JoinForm(forms.Form):
    """Which petition written here is which row."""

    don = forms.UUIDField(error_messages={"invalid": _("Chọn một đơn trong danh sách.")})
    dong = forms.UUIDField(
        error_messages={
            "required": _("Chọn một dòng của nguồn rồi bấm Ghép."),
            "invalid": _("Chọn một dòng trong danh sách."),
        }
    )

    @property
    def said(self) -> str:
        """What is wrong, in one line."""
        told: list[Any] = [words for errors in self.errors.values() for words in errors]
        return str(told[0]) if told else ""


class PlainForm(forms.Form):
    """Nothing to type: a button alone."""
