"""Shapes of what is typed about inspections."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.conformity.models import InspectionFinding
from chuan.law.inspection import points
from chuan.law.iso9001 import asking
from chuan.people.actions.guests import Person
from chuan.ui.widgets import VietnameseDateField

NONE = [("", _("chưa chọn"))]


class ComingForm(forms.Form):
    """Who comes, for which days, by which decision."""

    body = forms.CharField(
        label=_("Cơ quan kiểm tra"), max_length=200, required=False,
        help_text=_("Ví dụ: Sở Khoa học và Công nghệ."),
    )  # fmt: skip
    citation = forms.CharField(
        label=_("Quyết định kiểm tra"), max_length=300, required=False,
        help_text=_("Số, ký hiệu, ngày. Ví dụ: Quyết định 210/QĐ-SKHCN ngày 04/10/2021."),
    )  # fmt: skip
    since = VietnameseDateField(label=_("Từ ngày"))
    last = VietnameseDateField(label=_("Đến hết ngày"))


class PeopleForm(forms.Form):
    """Inspectors, one a line."""

    people = forms.CharField(
        label=_("Người kiểm tra, mỗi người một dòng"), required=False, max_length=2000,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("Họ và tên; chức vụ. Ví dụ: Nguyễn Văn A; Trưởng đoàn. Mỗi người có tài khoản riêng."),
    )  # fmt: skip

    def named(self) -> list[Person]:
        """The persons of the list; what stands after ";" is the post."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["people"].splitlines()]
        parted = [line.partition(";") for line in lines if line.strip("; ")]
        return [Person(name.strip(), post.strip()) for name, _semicolon, post in parted]


class OpenForm(ComingForm, PeopleForm):
    """An inspection with accounts."""

    field_order = ("body", "citation", "since", "last", "people")


class FindingForm(forms.Form):
    """What was found. ``mended`` only where an official copies minutes of the past."""

    point = forms.ChoiceField(label=_("Nội dung kiểm tra"), required=False)
    clause = forms.ChoiceField(label=_("Điều của tiêu chuẩn"), required=False)
    grade = forms.ChoiceField(
        label=_("Mức"), choices=InspectionFinding.Grade.choices, initial="minor",
        help_text=_("Không phù hợp nặng, nhẹ: khi chốt biên bản thành việc phải khắc phục, có hạn."),
    )  # fmt: skip
    words = forms.CharField(
        label=_("Đã thấy gì"), max_length=1000, required=False, widget=forms.Textarea({"rows": 3}),
        help_text=_("Một, hai câu. Không ghi tên cán bộ, tên công dân."),
    )  # fmt: skip
    evidence = forms.CharField(
        label=_("Bằng chứng"), max_length=2000, required=False, widget=forms.Textarea({"rows": 3}),
        help_text=_("Đã xem tài liệu, sổ nào, mã nào. Điểm không phù hợp thì phải ghi."),
    )  # fmt: skip
    mended = forms.CharField(
        label=_("Đã khắc phục theo văn bản"), max_length=300, required=False,
        help_text=_("Chỉ ghi khi chép biên bản cũ mà điểm này đã báo cáo khắc phục xong; ghi rồi thì không nêu lại."),
    )  # fmt: skip

    def __init__(self, *args: Any, guest: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["point"].choices = [*NONE, *((one.key, one.title) for one in points())]  # type: ignore[attr-defined]
        clauses = ((one.number, f"{one.number} {one.title}") for one in asking())
        self.fields["clause"].choices = [*NONE, *clauses]  # type: ignore[attr-defined]
        if guest:
            del self.fields["mended"]


class BackForm(forms.Form):
    """Why a finding is taken back."""

    reason = forms.CharField(
        label=_("Vì sao rút"), max_length=500, required=False, widget=forms.Textarea({"rows": 3})
    )


class MinutesForm(forms.Form):
    """The minutes that close an inspection."""

    number = forms.CharField(
        label=_("Số biên bản"), max_length=100, required=False, help_text=_("Ví dụ: 12/BB-SKHCN.")
    )
    on = VietnameseDateField(
        label=_("Ngày lập biên bản"), help_text=_("Hạn báo cáo khắc phục đếm từ ngày này.")
    )
    conclusion = forms.CharField(
        label=_("Kết luận"), max_length=4000, required=False, widget=forms.Textarea({"rows": 4})
    )
    scan = forms.FileField(
        label=_("Bản chụp biên bản"), required=False, max_length=200,
        help_text=_("PDF, Word hoặc ảnh, không quá 10 MB. Chưa có thì để trống."),
        error_messages={"max_length": _("Tên tệp dài quá 200 chữ cái. Đổi tên ngắn hơn rồi chọn lại.")},
    )  # fmt: skip
