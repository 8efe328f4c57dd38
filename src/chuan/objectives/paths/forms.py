"""What is typed beside the boxes: which rows are filled, pasted lines, a file, the reason of a change."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

BLANK, EVERY = "trong", "moi"


class PathsForm(forms.Form):
    """Everything of the page that is no box."""

    which = forms.ChoiceField(
        label=_("Điền vào"), required=False, initial=BLANK,
        choices=[(BLANK, _("các dòng còn trống")), (EVERY, _("mọi dòng, thay số đang có trong ô"))],
        widget=forms.RadioSelect,
    )  # fmt: skip
    pasted = forms.CharField(
        label=_("Dán từ Excel"), required=False, max_length=40_000,
        help_text=_("Mỗi dòng một mục tiêu: số của mục tiêu rồi mười hai số của mười hai tháng."),
        widget=forms.Textarea(attrs={"rows": 4, "spellcheck": "false"}),
        error_messages={"max_length": _("Đoạn dán dài quá. Dán tối đa vài chục dòng một lần.")},
    )  # fmt: skip
    file = forms.FileField(
        label=_("Bảng Excel đã điền"), required=False, max_length=200,
        help_text=_("Tệp .xlsx tải từ trang này."),
        error_messages={
            "empty": _("Tệp không có nội dung. Mở tệp trên máy để kiểm tra rồi chọn lại."),
            "max_length": _("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại."),
        },
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Lý do đổi"), required=False, max_length=500,
        help_text=_("Cần khi đổi hoặc bỏ một lộ trình đã lưu; bản cũ vẫn giữ bên cạnh."),
        error_messages={"max_length": _("Lý do dài quá 500 chữ cái. Viết gọn lại.")},
    )  # fmt: skip
