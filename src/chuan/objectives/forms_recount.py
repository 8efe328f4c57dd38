"""The shape of what is typed when figures are replaced by counted ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.objectives.comparing import Comparison

NO_REASON = _("Chưa ghi lý do. Viết một câu để người xem sau hiểu vì sao, rồi bấm lại.")


class RecountForm(forms.Form):
    """Which periods, and one reason for all of them."""

    doi = forms.MultipleChoiceField(
        required=True, error_messages={
            "required": _("Chưa chọn kỳ nào. Đánh dấu ít nhất một kỳ rồi bấm Thay."),
            "invalid_choice": _("Một kỳ vừa chọn không còn chờ thay nữa. Xem lại danh sách rồi chọn lại."),
        },
    )  # fmt: skip
    reason = forms.CharField(
        label=_("Lý do"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Ghi vào từng số được thay; số cũ vẫn giữ bên cạnh."),
        error_messages={"required": NO_REASON},
    )  # fmt: skip

    def __init__(
        self, data: Mapping[str, Any] | None, *, offered: Sequence[Comparison], proposed: str
    ) -> None:
        super().__init__(data, initial={"reason": proposed})
        self.offered = {str(one.due.uid): one for one in offered}
        field = self.fields["doi"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(uid, uid) for uid in self.offered]

    def chosen(self) -> list[Comparison]:
        """The periods that were ticked."""
        return [self.offered[uid] for uid in self.cleaned_data["doi"]]


class KeepForm(forms.Form):
    """Why the figures stay as they are."""

    reason = forms.CharField(
        label=_("Lý do giữ số đang dùng"), max_length=1000, widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": NO_REASON},
    )  # fmt: skip
