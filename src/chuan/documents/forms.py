"""The shape of what comes in; meaning is checked by the actions."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.documents.models import Document
from chuan.documents.reports import Wanted
from chuan.exchange.limits import DEFAULT

ACCEPTED = ".md,.txt,.html,.htm,.docx,.pdf,.png,.jpg,.jpeg,.tif,.tiff"


class UploadForm(forms.Form):
    """One file of a decision."""

    file = forms.FileField(
        label=_("Tệp quyết định"),
        help_text=_(
            "Nhận .docx, .pdf, .html, .txt, .md và ảnh .png, .jpg, .tif; nặng tối đa %(limit)s MB. "
            "Văn bản mật không nạp vào đây."
        )
        % {"limit": DEFAULT.file_bytes // 1_000_000},
        error_messages={
            "required": _("Chưa chọn tệp. Bấm Chọn tệp rồi chọn quyết định cần đọc."),
            "empty": _("Tệp không có nội dung. Mở tệp trên máy để kiểm tra rồi chọn lại."),
            "max_length": _("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại."),
        },
        max_length=200,
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )


class AgainForm(forms.Form):
    """Why a document is read or edited again, and a better file where there is one."""

    reason = forms.CharField(
        label=_("Lý do"),
        help_text=_("Một câu để người xem sau hiểu vì sao, ví dụ “Bản nạp lần đầu thiếu phụ lục”."),
        max_length=500,
        error_messages={"required": _("Chưa ghi lý do. Viết một câu để người xem sau hiểu vì sao.")},
    )
    file = forms.FileField(
        label=_("Tệp mới (nếu có)"),
        required=False,
        max_length=200,
        help_text=_("Bỏ trống để đọc lại tệp đang giữ."),
        widget=forms.FileInput(attrs={"accept": ACCEPTED}),
    )


class ListForm(forms.Form):
    """Filters of the list; a filter that makes no sense is left aside."""

    tim = forms.CharField(label=_("Tìm theo số, trích yếu"), required=False, max_length=200)
    nam = forms.TypedChoiceField(label=_("Năm"), required=False, coerce=int, empty_value=None)
    chieu = forms.ChoiceField(
        label=_("Văn bản đi hay đến"),
        required=False,
        choices=[("", _("Đi và đến")), ("out", _("Văn bản đi")), ("in", _("Văn bản đến"))],
    )
    trang_thai = forms.ChoiceField(label=_("Bản đọc"), required=False)

    def __init__(self, *args: Any, years: list[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = cast("dict[str, forms.ChoiceField]", self.fields)
        choices["nam"].choices = [
            ("", _("Mọi năm")),
            *((str(year), _("năm %s") % year) for year in years),
        ]
        choices["trang_thai"].choices = [("", _("Mọi bản đọc")), *Document.State.choices]

    def wanted(self) -> Wanted:
        """What is asked for."""
        self.is_valid()
        given = self.cleaned_data
        return Wanted(
            words=given.get("tim", ""),
            state=given.get("trang_thai", ""),
            direction=given.get("chieu", ""),
            year=given.get("nam"),
        )
