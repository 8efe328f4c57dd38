"""The shape of what is typed about whom a petition is about, and about what makes its period longer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

NO_NAMES = later("Không ghi tên, địa chỉ hay điều gì để nhận ra người gửi đơn.")


def _why(label: str) -> forms.CharField:
    return forms.CharField(
        label=label, max_length=300, widget=forms.Textarea(attrs={"rows": 2}), help_text=NO_NAMES,
        error_messages={"required": _("Chưa ghi lý do.")},
    )  # fmt: skip


def _one_of(officials: Sequence[tuple[str, str]], label: str) -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, choices=[("", _("Chọn")), *officials], error_messages={"required": _("Chưa chọn ai.")}
    )


class ConcernForm(forms.Form):
    """An official whom it is about after all."""

    def __init__(self, data: Any, *, officials: Sequence[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["official"] = _one_of(officials, _("Đơn nói tới ai"))


class UnconcernForm(forms.Form):
    """One who was named by mistake, and why it is one."""

    def __init__(self, data: Any, *, officials: Sequence[tuple[str, str]]) -> None:
        super().__init__(data)
        self.fields["official"] = _one_of(officials, _("Ghi nhầm ai"))
        self.fields["why"] = _why(_("Vì sao đơn không nói tới người này"))


class FactForm(forms.Form):
    """Whether the longer period holds, and on what ground."""

    holds = forms.TypedChoiceField(
        label=later("Thời hạn nào đúng"), widget=forms.RadioSelect, coerce=lambda told: told == "co",
        error_messages={"required": later("Chưa chọn thời hạn nào đúng.")},
    )  # fmt: skip

    def __init__(self, data: Any, *, words: tuple[str, str], holds: bool) -> None:
        super().__init__(data, initial={"holds": "co" if holds else "khong"})
        choices: Any = self.fields["holds"]
        choices.choices = [("khong", words[0]), ("co", words[1])]
        self.fields["why"] = _why(_("Căn cứ (thay cho điều đang ghi)"))
