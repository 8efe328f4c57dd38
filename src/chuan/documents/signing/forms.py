"""The shape of what comes in on the pages of signing; meaning is checked by the actions."""

from __future__ import annotations

import uuid
from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _

from chuan.documents.models import SigningTicket
from chuan.exchange.signing import Level
from chuan.people.models import Official, Unit
from chuan.ui.widgets import VietnameseDateField

_LARGEST = 1024 * 1024


class ChosenForm(forms.Form):
    """Documents ticked on the page, and the role they are signed in."""

    vai = forms.ChoiceField(choices=SigningTicket.Role.choices)
    van_ban = forms.TypedMultipleChoiceField(coerce=uuid.UUID, required=False)

    def __init__(self, data: Any) -> None:
        super().__init__(data)
        shown = data.getlist("van_ban") if data else []
        self.fields["van_ban"].choices = [(one, one) for one in shown]  # type: ignore[attr-defined]


class WhoseForm(forms.Form):
    """A small file, and whose it is."""

    cua = forms.ModelChoiceField(
        label=_("Của ai"), queryset=Official.objects.none(), required=False,
        empty_label=_("Cơ quan (con dấu, chứng thư của đơn vị)"),
    )  # fmt: skip
    tep = forms.FileField(label=_("Tệp"))

    def __init__(self, data: Any, files: Any, *, unit: Unit) -> None:
        super().__init__(data, files)
        self.fields["cua"].queryset = Official.objects.filter(unit=unit).order_by("name")  # type: ignore[attr-defined]

    def clean_tep(self) -> UploadedFile:
        """No signature, seal or certificate weighs more than a megabyte."""
        found: UploadedFile = self.cleaned_data["tep"]
        if found.size is None or found.size > _LARGEST:
            raise forms.ValidationError(_("Tệp nặng quá 1 MB. Chọn tệp nhỏ hơn."))
        return found

    @property
    def official(self) -> Official | None:
        """Whose it is; None is the agency's."""
        return self.cleaned_data["cua"]

    @property
    def data_given(self) -> bytes:
        """The bytes of the file."""
        return bytes(self.cleaned_data["tep"].read())


class CertificateForm(WhoseForm):
    """A certificate to be written down."""

    tep = forms.FileField(
        label=_("Tệp chứng thư số"),
        help_text=_("Tệp .cer, .crt hoặc .pem xuất từ thiết bị ký; không phải khóa bí mật."),
        error_messages={"required": _("Chọn tệp chứng thư số.")},
    )  # fmt: skip


class ServicesForm(forms.Form):
    """Whom the unit asks for time stamps and revocation, from a day on."""

    prefix = "dich-vu"
    timestamp_url = forms.CharField(
        label=_("Dịch vụ dấu thời gian"), required=False, max_length=300,
        help_text=_("Địa chỉ do nơi cấp chứng thư công bố. Để trống: không có dấu thời gian, chữ ký chỉ đạt mức B-B."),
    )  # fmt: skip
    addresses = forms.CharField(
        label=_("Địa chỉ CRL, OCSP được hỏi"), required=False, max_length=1000,
        help_text=_("Cách nhau bằng dấu cách. Chương trình chỉ hỏi các địa chỉ này khi ký, không hỏi nơi nào khác."),
    )  # fmt: skip
    level = forms.ChoiceField(
        label=_("Mức chữ ký muốn đạt"), required=False,
        choices=[("", _("Cao nhất có thể")), *((str(one), str(one)) for one in Level)],
    )  # fmt: skip
    valid_from = VietnameseDateField(label=_("Từ ngày"), error_messages={"required": _("Ghi ngày bắt đầu.")})
    citation = forms.CharField(
        label=_("Văn bản quyết định"), max_length=300,
        error_messages={"required": _("Ghi văn bản quyết định việc này.")},
    )  # fmt: skip


class PictureForm(WhoseForm):
    """The picture of a hand signature or of the seal."""

    prefix = "anh"
    tep = forms.FileField(
        label=_("Tệp ảnh PNG"),
        help_text=_("Chữ ký màu xanh, dấu màu đỏ đúng kích thước thật, nền trong suốt."),
        error_messages={"required": _("Chọn tệp ảnh PNG.")},
    )
