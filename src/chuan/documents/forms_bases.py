"""The shape of what comes in on the pages of legal bases; meaning is checked by the actions."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.documents.actions.bases import Act
from chuan.documents.models import Document
from chuan.ui.widgets import VietnameseDateField


class ActsForm(forms.Form):
    """Filters of the register; what makes no sense is left aside."""

    tim = forms.CharField(label=_("Tìm"), required=False, max_length=200)
    con = forms.ChoiceField(
        label=_("Hiệu lực"),
        required=False,
        choices=[("", _("Mọi văn bản")), ("con", _("Chưa ghi hết hiệu lực")), ("het", _("Đã hết hiệu lực"))],
    )

    def asked(self) -> dict[str, Any]:
        """Words and whether ended, as ``bases.acts_for`` takes them."""
        self.is_valid()
        ended = {"con": False, "het": True}.get(self.cleaned_data.get("con", ""))
        return {"words": self.cleaned_data.get("tim", ""), "ended": ended}


class ActForm(forms.Form):
    """One outside act."""

    kind = forms.CharField(
        label=_("Loại văn bản"), max_length=10, help_text=_("Luật, Nghị định, Thông tư, Nghị quyết…"),
        error_messages={"required": _("Ghi loại văn bản, ví dụ Nghị định.")},
    )  # fmt: skip
    number = forms.CharField(
        label=_("Số, ký hiệu"), max_length=70, required=False,
        help_text=_("Ví dụ 30/2020/NĐ-CP. Để trống với luật chỉ được nêu tên."),
    )  # fmt: skip
    subject = forms.CharField(
        label=_("Tên hoặc trích yếu"), max_length=500,
        error_messages={"required": _("Ghi tên luật hoặc trích yếu của văn bản.")},
    )  # fmt: skip
    issuer = forms.CharField(label=_("Cơ quan ban hành"), max_length=200, required=False)
    issued_on = VietnameseDateField(label=_("Ngày ban hành"), required=False)
    effective_from = VietnameseDateField(label=_("Có hiệu lực từ"), required=False)

    def given(self) -> Act:
        """What the form holds."""
        return Act(**self.cleaned_data)

    @classmethod
    def of(cls, act: Document) -> dict[str, Any]:
        """What the form begins with for an act held already."""
        return {
            "kind": act.type,
            "number": act.full_number,
            "subject": act.subject,
            "issuer": act.issuer_name,
            "issued_on": act.issued_on,
            "effective_from": act.effective_from,
        }


class EndForm(forms.Form):
    """From when an act stands no more, and what ended it."""

    ended_on = VietnameseDateField(
        label=_("Hết hiệu lực từ ngày"), help_text=_("Ngày đầu tiên không còn hiệu lực."),
        error_messages={"required": _("Ghi ngày hết hiệu lực.")},
    )  # fmt: skip
    ended_by = forms.CharField(
        label=_("Văn bản làm hết hiệu lực"), max_length=300,
        help_text=_("Số, ký hiệu và điều khoản, ví dụ: Nghị định 118/2025/NĐ-CP."),
        error_messages={"required": _("Ghi văn bản thay thế hoặc bãi bỏ.")},
    )  # fmt: skip


class SettleForm(forms.Form):
    """What was done about a document that stood on the act."""

    replacement = forms.ChoiceField(label=_("Văn bản đã thay hoặc sửa"), required=False)
    reason = forms.CharField(
        label=_("Hoặc lý do không cần sửa"), max_length=500, required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )  # fmt: skip

    def __init__(self, *args: Any, offered: list[Document], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offered = {str(one.uid): one for one in offered}
        named = [(uid, one.title) for uid, one in self.offered.items()]
        cast("forms.ChoiceField", self.fields["replacement"]).choices = [
            ("", _("Chưa có văn bản nào")),
            *named,
        ]

    @property
    def chosen(self) -> Document | None:
        """The document chosen, if any."""
        return self.offered.get(self.cleaned_data["replacement"])


class ReviveForm(forms.Form):
    """Why an end is taken back."""

    reason = forms.CharField(
        label=_("Lý do"),
        max_length=500,
        error_messages={"required": _("Ghi vì sao ngày hết hiệu lực đã ghi là sai.")},
    )
