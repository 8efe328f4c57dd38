"""The shape of what comes in on the pages of documents on their way out; meaning is checked by the actions."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.documents import numbering
from chuan.documents.models import Link
from chuan.documents.outgoing.listing import MINE, Wanted
from chuan.exchange.signatures import LIMITS
from chuan.rules.lifecycles import OUTGOING
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField


class ListForm(forms.Form):
    """Filters of the list; a filter that makes no sense is left aside."""

    tim = forms.CharField(label=_("Tìm theo trích yếu, người soạn, người ký"), required=False, max_length=200)
    loai = forms.ChoiceField(label=_("Loại"), required=False)
    o = forms.ChoiceField(label=_("Trạng thái"), required=False)

    def __init__(self, *args: Any, types: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stages = [(name, status.label) for name, status in OUTGOING.statuses.items()]
        choices = cast("dict[str, forms.ChoiceField]", self.fields)
        choices["loai"].choices = [("", _("Mọi loại")), *types]
        choices["o"].choices = [("", _("Chưa phát hành")), (MINE, _("Chờ tôi")), *stages]

    def wanted(self) -> Wanted:
        """What is asked for."""
        self.is_valid()
        given = self.cleaned_data
        return Wanted(given.get("tim", ""), given.get("o", ""), given.get("loai", ""))


class SignedFileForm(forms.Form):
    """A signed PDF, and what the machine may not be able to read."""

    file = forms.FileField(
        label=_("Tệp PDF đã ký số"),
        max_length=200,
        help_text=_("Nặng tối đa %(limit)s MB. Tệp được giữ nguyên từng byte.")
        % {"limit": LIMITS.file_bytes // 1_000_000},
        widget=forms.FileInput(attrs={"accept": ".pdf"}),
        error_messages={
            "required": _("Chưa chọn tệp. Bấm Chọn tệp rồi chọn bản PDF đã ký số."),
            "empty": _("Tệp không có nội dung. Mở tệp trên máy để kiểm tra rồi chọn lại."),
        },
    )


class MatchForm(SignedFileForm):
    """The same with number and date where they are not read, and why a differing paper is taken."""

    number = forms.CharField(
        label=_("Số văn bản (nếu máy không đọc được)"),
        required=False,
        max_length=30,
        help_text=_("Ví dụ 15."),
    )
    issued_on = VietnameseDateField(label=_("Ngày ban hành (nếu máy không đọc được)"), required=False)
    reason = forms.CharField(
        label=_("Lý do nhận khi bản ký khác dự thảo hoặc chữ ký không đạt"), required=False, max_length=500
    )


class RecallForm(forms.Form):
    """Why an issued document is recalled, and by which document."""

    recalling = forms.CharField(
        label=_("Văn bản thu hồi"),
        required=False,
        max_length=300,
        help_text=_("Số, ký hiệu, ngày, cơ quan ban hành."),
    )
    reason = forms.CharField(label=_("Lý do"), required=False, max_length=500)


class ErrorForm(forms.Form):
    """What is wrong with an issued document, and how it is mended."""

    how = forms.ChoiceField(
        label=_("Sai ở đâu, sửa bằng cách nào"),
        widget=forms.RadioSelect,
        choices=[
            (Link.Kind.AMENDS.value, _("Sai nội dung: sửa đổi, bổ sung bằng văn bản cùng loại")),
            (Link.Kind.SUPERSEDES.value, _("Sai nội dung: thay thế bằng văn bản cùng loại")),
            (Link.Kind.REPEALS.value, _("Không dùng nữa: bãi bỏ bằng văn bản cùng loại")),
            (Link.Kind.ANNULS.value, _("Trái pháp luật ngay từ đầu: hủy bỏ bằng văn bản cùng loại")),
            (
                Link.Kind.CORRECTS.value,
                _("Sai thể thức, kỹ thuật trình bày, thủ tục: đính chính bằng công văn"),
            ),
        ],
        error_messages={"required": _("Chưa chọn cách sửa. Chọn một trong các cách trên.")},
    )
    part = forms.CharField(
        label=_("Phần bị tác động"), required=False, max_length=200,
        help_text=_("Bỏ trống nếu là toàn bộ văn bản; ghi như “khoản 2 Điều 1” nếu chỉ một phần."),
    )  # fmt: skip


class NumberingForm(forms.Form):
    """How numbers run and what symbols abbreviate, from a day on, by a document."""

    sequence = forms.ChoiceField(
        label=_("Dãy số văn bản đi"),
        widget=forms.RadioSelect,
        choices=[
            (numbering.ONE, _("Một dãy số chung cho mọi loại văn bản")),
            (numbering.PER_TYPE, _("Mỗi loại văn bản một dãy số riêng")),
        ],
    )
    agency_sign = forms.CharField(label=_("Viết tắt cơ quan trong ký hiệu"), max_length=20)
    office_sign = forms.CharField(label=_("Viết tắt đơn vị soạn thảo công văn"), max_length=20)
    valid_from = VietnameseDateField(label=_("Áp dụng từ ngày"))
    citation = forms.CharField(
        label=_("Theo văn bản"),
        required=False,
        max_length=300,
        help_text=_("Ví dụ Quy chế công tác văn thư số 05/QĐ-UBND."),
    )

    def values(self) -> dict[str, str]:
        """The settings by key."""
        given = self.cleaned_data
        return {
            numbering.SETTING: given["sequence"],
            numbering.AGENCY_SIGN: given["agency_sign"],
            numbering.OFFICE_SIGN: given["office_sign"],
        }


class SecretForm(forms.Form):
    """The bare yearly number of secret documents."""

    year = VietnameseNumberField(label=_("Năm"), whole=True, least=2000, most=2100)
    count = VietnameseNumberField(label=_("Số văn bản mật đã phát hành"), whole=True, least=0, most=1_000_000)
    reason = forms.CharField(label=_("Lý do (khi sửa số đã ghi)"), required=False, max_length=300)
