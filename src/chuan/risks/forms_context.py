"""Forms of context and interested parties: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.risks.forms import Choice, offer
from chuan.risks.models import ContextIssue, Requirement
from chuan.ui.widgets import VietnameseDateField


class IssueForm(forms.Form):
    """An issue of context, and from when it is so written."""

    side = forms.ChoiceField(label=_("Vấn đề"), choices=ContextIssue.Side.choices, widget=forms.RadioSelect)
    statement = forms.CharField(
        label=_("Điều gì"), max_length=500, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Ví dụ: dân số tăng vì khu đô thị mới; hai công chức nghỉ hưu trong năm."),
    )  # fmt: skip
    bearing = forms.CharField(label=_("Tác động thế nào đến việc của đơn vị"), max_length=500, required=False)
    since = VietnameseDateField(label=_("Từ ngày"))


class ClimateForm(forms.Form):
    """The climate question, answered outright: nothing is chosen beforehand."""

    relevant = forms.ChoiceField(
        label=_("Biến đổi khí hậu có là vấn đề liên quan đến hệ thống quản lý của đơn vị không?"),
        choices=[("co", _("có, là vấn đề liên quan")), ("khong", _("không liên quan"))], widget=forms.RadioSelect,
    )  # fmt: skip
    why = forms.CharField(
        label=_("Vì sao"), max_length=500, help_text=_("Ví dụ: ngập lụt làm gián đoạn việc tiếp nhận hồ sơ.")
    )
    on = VietnameseDateField(label=_("Trả lời ngày"))


class PartyForm(forms.Form):
    """A party, never one citizen by name."""

    name = forms.CharField(
        label=_("Bên quan tâm"), max_length=200,
        help_text=_("Nhóm người hoặc cơ quan, ví dụ người dân nộp hồ sơ. Không ghi tên một người dân."),
    )  # fmt: skip
    since = VietnameseDateField(label=_("Từ ngày"))


class RequirementForm(forms.Form):
    """What a party needs, and whether the system answers it."""

    what = forms.CharField(label=_("Cần gì, mong gì"), max_length=500)
    answered = forms.ChoiceField(
        label=_("Đã đáp ứng chưa"), choices=Requirement.Answered.choices, widget=forms.RadioSelect
    )
    where = forms.CharField(
        label=_("Đáp ứng ở đâu"),
        max_length=300,
        required=False,
        help_text=_("Quy trình, tài liệu, trang nào."),
    )
    process = forms.ChoiceField(label=_("Thuộc quá trình"), required=False)
    citation = forms.CharField(label=_("Căn cứ"), max_length=300, required=False)
    since = VietnameseDateField(label=_("Từ ngày"))

    def __init__(self, *args: Any, processes: Iterable[Choice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self.fields["process"], [("", _("không chọn")), *processes])


class OverForm(forms.Form):
    """From which day no more, and why."""

    until = VietnameseDateField(label=_("Thôi từ ngày"))
    why = forms.CharField(label=_("Lý do"), max_length=300)
