"""Forms of how long records are kept: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField


class TermForm(forms.Form):
    """For how many years, from when, by which document."""

    years = VietnameseNumberField(
        label=_("Lưu bao nhiêu năm"), whole=True, least=1, most=99,
        help_text=_("Tính từ đầu năm sau khi việc kết thúc. Lưu vĩnh viễn thì không ghi gì."),
    )  # fmt: skip
    since = VietnameseDateField(label=_("Áp dụng từ ngày"))
    citation = forms.CharField(
        label=_("Văn bản quy định"), max_length=300,
        help_text=_("Bảng thời hạn lưu của đơn vị hoặc của cấp trên: số, ngày, mục."),
    )  # fmt: skip


class BlankForm(forms.Form):
    """Whose words, by which paper, why."""

    people = forms.MultipleChoiceField(label=_("Xóa lời văn của"), widget=forms.CheckboxSelectMultiple)
    citation = forms.CharField(
        label=_("Văn bản cho phép hủy"), max_length=300,
        help_text=_("Quyết định hoặc biên bản xét hủy tài liệu hết thời hạn: số, ngày."),
    )  # fmt: skip
    reason = forms.CharField(label=_("Vì sao xóa lúc này"), max_length=300)

    def __init__(self, *args: Any, people: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["people"].choices = list(people)  # type: ignore[attr-defined]
        self.initial.setdefault("people", [key for key, _words in people])
