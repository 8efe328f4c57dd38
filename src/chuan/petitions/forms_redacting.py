"""The shape of what comes in while a letter's scan is covered; meaning is checked by the actions."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.petitions.models import Redaction

TAKEN = ".pdf,.png,.jpg,.jpeg,.tif,.tiff,application/pdf,image/png,image/jpeg,image/tiff"


class ScanForm(forms.Form):
    """The scan; it comes in sealed, its name a code."""

    tep = forms.FileField(
        label=later("Bản chụp đơn"),
        help_text=later("PDF, PNG, JPEG hoặc TIFF; đến 80 MB, 30 trang."),
        widget=forms.FileInput(attrs={"accept": TAKEN}),
        error_messages={
            "required": later("Chưa chọn tệp bản chụp đơn."),
            "empty": later("Tệp vừa chọn trống. Quét lại rồi nạp tệp khác."),
        },
    )


class FindForm(forms.Form):
    """What to look for. Never shown again once it was sent."""

    can_tim = forms.CharField(
        label=later("Tìm họ tên, điện thoại, địa chỉ cần che"),
        help_text=later("Mỗi dòng một mục. Chỉ dùng để tìm rồi bỏ ngay, không lưu ở đâu."),
        required=False,
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off", "spellcheck": "false"}),
    )
    ca_dong = forms.BooleanField(
        label=later("Che cả dòng, để độ dài vệt đen không gợi ra tên"), required=False, initial=True
    )


class MakeForm(forms.Form):
    """The copy is to be made; said clearly where nothing is covered."""

    khong_che = forms.BooleanField(
        label=later("Tôi đã xem mọi trang: đơn này không có gì phải che"), required=False
    )


class CheckForm(forms.Form):
    """The second look: every page ticked."""

    def __init__(self, *args: Any, pages: int, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for page in range(1, pages + 1):
            self.fields[f"xem_{page}"] = forms.BooleanField(
                label=_("Trang %d: không còn gì cho biết người gửi đơn") % page, required=False
            )

    def unseen(self) -> list[int]:
        """Pages that were not ticked."""
        self.is_valid()
        return [at for at, name in enumerate(self.fields, 1) if not self.cleaned_data.get(name)]


class WithdrawForm(forms.Form):
    """Why a copy is taken back: chosen, never typed, so that no word tells of anybody."""

    why = forms.ChoiceField(
        label=later("Vì sao rút"),
        widget=forms.RadioSelect,
        error_messages={"required": later("Chưa chọn vì sao rút bản này.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(value, name) for value, name in Redaction.Why.choices if value != Redaction.Why.MORE]
        cast("forms.ChoiceField", self.fields["why"]).choices = choices
