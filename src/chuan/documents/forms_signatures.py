"""What a person sends about signed files and about whom the unit trusts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from chuan.documents.actions.batches import MOST_FILES
from chuan.ui.formatters import number

VERDICTS = (
    ("", _("Mọi kết quả")),
    ("passed", _("đã xác minh")),
    ("indeterminate", _("còn nguyên vẹn, chưa xác minh")),
    ("failed", _("không hợp lệ")),
)


class CheckForm(forms.Form):
    """One file to be looked at; kept only when the person says so."""

    tep = forms.FileField(
        label=_("Tệp PDF đã ký"),
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
        help_text=_("Chỉ xem, không lưu gì nếu không đánh dấu ô dưới."),
        error_messages={"required": _("Chưa chọn tệp nào. Chọn tệp PDF cần kiểm tra.")},
    )
    luu = forms.BooleanField(label=_("Lưu tệp này và kết quả kiểm tra"), required=False)


class FolderInput(forms.FileInput):
    """Several files in one field."""

    allow_multiple_selected = True

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """All files that were sent under the name."""
        return files.getlist(name) if hasattr(files, "getlist") else files.get(name)


class FolderField(forms.FileField):
    """Many files; each is looked at later, so that one bad file stops no other."""

    widget = FolderInput

    def clean(self, data: Any, initial: Any = None) -> list[UploadedFile[Any]]:
        """The files, at least one."""
        found = [one for one in (data or []) if one]
        if not found:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return found


class FolderForm(forms.Form):
    """A folder of signed files, or a zip of them."""

    tep = FolderField(
        label=_("Thư mục tệp PDF đã ký"),
        widget=FolderInput(attrs={"accept": ".pdf,.zip", "multiple": True}),
        error_messages={"required": _("Chưa chọn tệp nào. Chọn các tệp PDF đã ký, hoặc một tệp .zip.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{**kwargs, "auto_id": "id_thu_muc_%s"})
        self.fields["tep"].help_text = str(
            _("Chọn mọi tệp trong thư mục, hoặc một tệp .zip; mỗi lần tối đa %s tệp.")
        ) % number(MOST_FILES)


class TrustForm(forms.Form):
    """A root, a certificate in between, a revocation list or an answer, and where it is from."""

    tep = forms.FileField(
        label=_("Tệp chứng thư hoặc danh sách thu hồi"),
        widget=forms.FileInput(attrs={"accept": ".cer,.crt,.pem,.der,.crl,.p7b,.ors"}),
        help_text=_("Tệp .cer, .crt, .pem, .crl hoặc trả lời OCSP."),
        error_messages={"required": _("Chưa chọn tệp nào. Chọn tệp chứng thư hoặc danh sách thu hồi.")},
    )
    can_cu = forms.CharField(
        label=_("Lấy từ đâu, theo văn bản nào"),
        max_length=300,
        help_text=_("Ví dụ: trang của Cục Chứng thực số và Bảo mật thông tin, tải ngày …, công văn số …"),
        error_messages={"required": _("Chưa ghi căn cứ. Ghi văn bản hoặc trang công bố.")},
    )


class ReasonForm(forms.Form):
    """Why something is taken back."""

    ly_do = forms.CharField(
        label=_("Lý do"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": _("Chưa ghi lý do.")},
    )


class ChecksForm(forms.Form):
    """Filters of the list of checks; one that makes no sense is left aside."""

    tim = forms.CharField(label=_("Tìm theo tên tệp, người ký"), required=False, max_length=200)
    ket_qua = forms.ChoiceField(label=_("Kết quả"), required=False, choices=VERDICTS)

    def wanted(self) -> tuple[str, str]:
        """(words, verdict)."""
        self.is_valid()
        return self.cleaned_data.get("tim", ""), self.cleaned_data.get("ket_qua", "")
