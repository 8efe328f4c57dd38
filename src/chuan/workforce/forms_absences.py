"""Forms of absences: the shape of what is typed, no more."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.people.models import Official
from chuan.ui.widgets import VietnameseDateField
from chuan.workforce.models import Absence


class AbsenceForm(forms.Form):
    """Who was away, from when to when, by which paper."""

    official = forms.ChoiceField(label=_("Cán bộ"))
    kind = forms.ChoiceField(
        label=_("Vì sao vắng"), choices=Absence.Kind.choices,
        help_text=_("Chỉ người ấy, lãnh đạo và công chức nội vụ thấy. Không ghi bệnh, không ghi chẩn đoán."),
    )  # fmt: skip
    first = VietnameseDateField(label=_("Ngày đầu vắng"))
    last = VietnameseDateField(label=_("Ngày cuối vắng"))
    citation = forms.CharField(
        label=_("Văn bản hoặc đơn được duyệt"), max_length=300,
        help_text=_("Số, ngày của quyết định, hoặc đơn ngày nào ai duyệt."),
    )  # fmt: skip

    def __init__(self, *args: Any, officials: Iterable[Official], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["official"].choices = [(str(one.uid), one.name) for one in officials]  # type: ignore[attr-defined]


class ReasonForm(forms.Form):
    """Why something is taken back."""

    reason = forms.CharField(label=_("Vì sao bỏ dòng này"), max_length=300)
