"""Shapes of what is typed in this room."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.conformity.models import ClauseNote
from chuan.ui.widgets import VietnameseDateField

KINDS = [
    (ClauseNote.Kind.ELSEWHERE.value, _("Có làm, bằng chứng ở ngoài Chuẩn")),
    (ClauseNote.Kind.NOT_APPLIED.value, _("Không áp dụng ở đơn vị")),
]


class NoteForm(forms.Form):
    """What the unit says of a clause."""

    kind = forms.ChoiceField(label=_("Điều này"), choices=KINDS, widget=forms.RadioSelect)
    reason = forms.CharField(
        label=_("Ở đâu, hoặc vì sao"), max_length=1000, required=False, widget=forms.Textarea({"rows": 4}),
        help_text=_("Bằng chứng nằm ở sổ, tủ, hệ thống nào; hoặc vì sao đơn vị không có việc này."),
    )  # fmt: skip
    citation = forms.CharField(
        label=_("Văn bản"), max_length=300, required=False, help_text=_("Số, ngày, nếu có.")
    )
    valid_from = VietnameseDateField(label=_("Kể từ ngày"))


class OverForm(forms.Form):
    """Why what was said holds no longer."""

    reason = forms.CharField(
        label=_("Vì sao thôi"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3})
    )


class RunForm(forms.Form):
    """The day that is checked."""

    on = VietnameseDateField(label=_("Tính đến ngày"))


class DutyForm(forms.Form):
    """A duty that is done: when, by which paper."""

    done_on = VietnameseDateField(label=_("Làm ngày"))
    citation = forms.CharField(
        label=_("Văn bản, hoặc địa chỉ nơi đăng"), max_length=300, required=False,
        help_text=_("Ví dụ: Công văn 45/UBND-VP ngày 12/3/2021."),
    )  # fmt: skip
    note = forms.CharField(
        label=_("Ghi thêm"), max_length=500, required=False, widget=forms.Textarea({"rows": 2})
    )


class ConfirmForm(forms.Form):
    """What the head confirms."""

    confirmed_on = VietnameseDateField(label=_("Xác nhận ngày"))
    scope = forms.CharField(
        label=_("Phạm vi của hệ thống"), required=False, widget=forms.Textarea({"rows": 4}),
        help_text=_("Phải gồm mọi hoạt động giải quyết thủ tục hành chính (Quyết định 19/2014/QĐ-TTg, Điều 3)."),
    )  # fmt: skip
    words = forms.CharField(label=_("Ý kiến"), required=False, widget=forms.Textarea({"rows": 3}))
    citation = forms.CharField(
        label=_("Văn bản xác nhận"), max_length=300, required=False,
        help_text=_("Chỉ cần khi đã ký trên giấy vào một ngày trước."),
    )  # fmt: skip
