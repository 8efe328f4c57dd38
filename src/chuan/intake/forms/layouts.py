"""A layout file that another ward gave."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

MOST_BYTES = 200_000


class LayoutFileForm(forms.Form):
    """One small text file."""

    tep = forms.FileField(
        label=_("Tệp cách ghép cột"),
        help_text=_("Tệp .toml nhỏ do Chuẩn ở nơi khác xuất ra; không chứa dữ liệu hồ sơ."),
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ".toml"}),
        error_messages={
            "required": _("Chưa chọn tệp. Bấm Chọn tệp rồi chọn tệp cách ghép cột."),
            "empty": _("Tệp không có nội dung. Xin lại tệp từ nơi gửi."),
            "max_length": _("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại."),
        },
    )

    def clean_tep(self) -> UploadedFile[Any]:
        """Small: a layout is a page of text."""
        file: UploadedFile[Any] = self.cleaned_data["tep"]
        if (file.size or 0) > MOST_BYTES:
            raise forms.ValidationError(
                _("Tệp quá lớn, không phải cách ghép cột. Kiểm tra có chọn nhầm tệp dữ liệu không.")
            )
        return file
