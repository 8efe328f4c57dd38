"""Forms of competence and training: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.people.models import Official, Post
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField
from chuan.workforce.models import Evaluation, Qualification

_AS = _("Viết như 05/08/2026.")


class AskForm(forms.Form):
    """What a post asks for."""

    post = forms.ChoiceField(label=_("Chức danh"))
    name = forms.CharField(
        label=_("Yêu cầu gì"), max_length=200,
        help_text=_("Ví dụ: Đại học ngành luật; Bồi dưỡng nghiệp vụ một cửa. Trùng tên thì dùng lại yêu cầu đã có."),
    )  # fmt: skip
    kind = forms.ChoiceField(label=_("Loại"), choices=Qualification.Kind.choices)
    must = forms.ChoiceField(
        label=_("Mức"), choices=[("1", _("bắt buộc")), ("", _("nên có"))], required=False, initial="1"
    )
    renew = VietnameseNumberField(
        label=_("Bao nhiêu tháng phải gia hạn"), required=False, whole=True, least=1, most=600,
        help_text=_("Để trống khi minh chứng có giá trị mãi."),
    )  # fmt: skip
    since = VietnameseDateField(label=_("Yêu cầu từ ngày"), help_text=_AS)
    citation = forms.CharField(
        label=_("Theo văn bản nào"), max_length=300,
        help_text=_("Bản mô tả vị trí việc làm, quyết định, quy trình nội bộ."),
    )  # fmt: skip

    def __init__(self, *args: Any, posts: Iterable[Post], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["post"].choices = [(str(one.uid), one.title) for one in posts]  # type: ignore[attr-defined]


class DayForm(forms.Form):
    """For which day the matrix is told."""

    ngay = VietnameseDateField(label=_("Tính đến ngày"))


class EndAskingForm(forms.Form):
    """A post asks for it no more."""

    until = VietnameseDateField(label=_("Thôi yêu cầu từ ngày"), help_text=_AS)
    citation = forms.CharField(label=_("Theo văn bản nào"), max_length=300)


class ShowForm(forms.Form):
    """A paper that an official shows."""

    qualification = forms.ChoiceField(label=_("Minh chứng cho yêu cầu"))
    paper = forms.CharField(
        label=_("Giấy tờ"), max_length=300, help_text=_("Số, ngày, nơi cấp. Không ghi số căn cước.")
    )
    held_from = VietnameseDateField(label=_("Có giá trị từ ngày"), help_text=_AS)
    last = VietnameseDateField(
        label=_("Đến hết ngày"), required=False,
        help_text=_("Để trống khi giấy không ghi hạn; yêu cầu có kỳ gia hạn thì hạn được tính theo kỳ ấy."),
    )  # fmt: skip
    place = forms.CharField(label=_("Bản giấy lưu ở đâu"), max_length=200, required=False)

    def __init__(self, *args: Any, known: Iterable[Qualification], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["qualification"].choices = [(str(one.uid), one.name) for one in known]  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(label=_("Lý do"), max_length=300)


class YearForm(forms.Form):
    """The year of a plan."""

    year = VietnameseNumberField(label=_("Năm"), whole=True, least=2000, most=2100)


class ApproveForm(forms.Form):
    """By which document a plan was approved."""

    on = VietnameseDateField(label=_("Phê duyệt ngày"), help_text=_AS)
    citation = forms.CharField(label=_("Văn bản phê duyệt"), max_length=300)


class CourseForm(forms.Form):
    """A course of the plan."""

    title = forms.CharField(label=_("Nội dung khóa học"), max_length=300)
    month = VietnameseNumberField(label=_("Dự kiến tháng"), whole=True, least=1, most=12)
    gives = forms.CharField(
        label=_("Học xong thì đạt yêu cầu nào"), max_length=200, required=False,
        help_text=_("Tên một yêu cầu của chức danh. Để trống khi khóa học không cho minh chứng nào."),
    )  # fmt: skip
    instructor = forms.CharField(label=_("Người dạy hoặc đơn vị tổ chức"), max_length=200, required=False)
    materials = forms.CharField(label=_("Tài liệu"), max_length=300, required=False)
    method = forms.CharField(
        label=_("Đánh giá hiệu quả bằng cách nào"), max_length=300,
        help_text=_("Ví dụ: tỷ lệ hồ sơ sai sót của người học ba tháng trước và ba tháng sau."),
    )  # fmt: skip
    evaluate_months = VietnameseNumberField(
        label=_("Sau bao nhiêu tháng thì đánh giá"), whole=True, least=0, most=36
    )


class HoldForm(forms.Form):
    """A session that was held."""

    held_on = VietnameseDateField(label=_("Học ngày"), help_text=_AS)
    place = forms.CharField(label=_("Ở đâu"), max_length=200)
    instructor = forms.CharField(label=_("Người dạy"), max_length=200)
    minutes = VietnameseNumberField(label=_("Trong bao nhiêu phút"), whole=True, least=1, most=30_000)
    came = forms.MultipleChoiceField(label=_("Ai đã dự"), widget=forms.CheckboxSelectMultiple, required=False)
    absent = forms.MultipleChoiceField(
        label=_("Ai được triệu tập mà vắng"), widget=forms.CheckboxSelectMultiple, required=False
    )
    paper = forms.CharField(
        label=_("Giấy chứng nhận cấp cho người dự"), max_length=300, required=False,
        help_text=_(
            "Số, ngày, nơi cấp chung của lớp. Để trống khi lớp không cấp giấy: dự học không tự thành đạt yêu cầu."
        ),
    )  # fmt: skip

    def __init__(self, *args: Any, officials: Iterable[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        names = [(str(one.uid), one.name) for one in officials]
        for field in ("came", "absent"):
            self.fields[field].choices = names  # type: ignore[attr-defined]


class EvaluateForm(forms.Form):
    """Whether a course helped."""

    on = VietnameseDateField(label=_("Đánh giá ngày"), help_text=_AS)
    effect = forms.ChoiceField(
        label=_("Kết luận"), choices=Evaluation.Effect.choices, widget=forms.RadioSelect
    )
    basis = forms.CharField(
        label=_("Dựa vào đâu"), max_length=2000, widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Xem gì, số trước và số sau. Không ghi tên người dân."),
    )  # fmt: skip


def first_day_after(last: date | None) -> date | None:
    """Forms ask for the last day that counts; tables keep the first that does not."""
    from datetime import timedelta

    return last + timedelta(days=1) if last is not None else None
