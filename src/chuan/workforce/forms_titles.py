"""Forms of titles: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.people.models import Official
from chuan.ui.widgets import VietnameseDateField
from chuan.workforce.titles.denominators import Base


class OpenForm(forms.Form):
    """Which year, by which paper."""

    year = forms.ChoiceField(label=_("Năm"))
    citation = forms.CharField(
        label=_("Văn bản phát động"), max_length=300,
        help_text=_("Kế hoạch hoặc văn bản phát động thi đua của năm: số, ngày."),
    )  # fmt: skip

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["year"].choices = [(str(one), str(one)) for one in years]  # type: ignore[attr-defined]


class DecisionForm(forms.Form):
    """A decision: which title, its number and day, whom it names."""

    title = forms.ChoiceField(label=_("Danh hiệu"))
    decision = forms.CharField(label=_("Số, ký hiệu quyết định"), max_length=160)
    on = VietnameseDateField(label=_("Ngày ký"))
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=160)
    people = forms.MultipleChoiceField(
        label=_("Ai được tặng"), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("Đánh dấu đúng những tên có trong quyết định."),
    )  # fmt: skip
    team = forms.CharField(
        label=_("Tên tập thể"), required=False, max_length=160, help_text=_("Chỉ ghi khi là danh hiệu của tập thể.")
    )  # fmt: skip
    why = forms.CharField(
        label=_("Vì sao vượt tỷ lệ"), required=False, max_length=300,
        help_text=_("Chỉ ghi khi quyết định tặng chiến sĩ thi đua cơ sở nhiều hơn tỷ lệ cho phép."),
    )  # fmt: skip
    all_results = forms.BooleanField(
        label=_("Đã đủ mọi quyết định của năm: ai không có tên là không được tặng"), required=False,
        help_text=_("Để trống khi còn chờ quyết định khác, chẳng hạn của cấp trên. Chưa đủ thì tỷ lệ chưa đo được."),
    )  # fmt: skip

    def __init__(
        self, *args: Any, titles: Sequence[tuple[str, str]], people: Iterable[Official], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].choices = list(titles)  # type: ignore[attr-defined]
        self.fields["people"].choices = [(str(one.uid), one.name) for one in people]  # type: ignore[attr-defined]


class ConcludeForm(forms.Form):
    """Whether every result of the year is said to be there, or some are awaited again."""

    du = forms.ChoiceField(choices=[("1", "1"), ("0", "0")], widget=forms.HiddenInput)


class BaseForm(forms.Form):
    """Of whom the share is counted, from when, by which paper."""

    base = forms.ChoiceField(
        label=_("Tỷ lệ tính trên ai"),
        choices=[
            (Base.IN_POST, _("Tất cả người giữ chức danh ngày cuối năm")),
            (Base.CONSIDERED, _("Chỉ những người thuộc diện xét (thời gian công tác, ngày nghỉ, kỷ luật)")),
        ],
        help_text=_("Trang và số liệu luôn ghi cả hai tỷ lệ; ở đây chỉ chọn tỷ lệ nào là số của mục tiêu."),
    )  # fmt: skip
    since = VietnameseDateField(label=_("Từ ngày"))
    citation = forms.CharField(label=_("Theo văn bản"), max_length=300)


class VoidForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(label=_("Vì sao bỏ dòng này"), max_length=300)


def latest_first(first: int, today: date) -> list[int]:
    """Years from today's back to the first."""
    return list(range(today.year, first - 1, -1))
