"""The shape of what a unit's head decides about a page for citizens."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.people.citizen_pages import OFF, ON
from chuan.ui.widgets import VietnameseDateField


class SwitchForm(forms.Form):
    """Whether the page is open, from which day on, by which paper; ``name``: what the page is called."""

    is_on = forms.ChoiceField(choices=[(OFF, _("đóng")), (ON, _("mở"))])
    valid_from = VietnameseDateField(label=_("Áp dụng từ ngày"))
    citation = forms.CharField(
        label=_("Theo văn bản của người đứng đầu"), max_length=300,
        help_text=_("Ví dụ Quyết định 12/QĐ-UBND ngày 05/01/2026."),
    )  # fmt: skip

    def __init__(self, data: Any, *, name: str, is_open: bool, on: date) -> None:
        """What stands now, from today on, until something else is typed."""
        super().__init__(data, initial={"is_on": ON if is_open else OFF, "valid_from": on})
        self.fields["is_on"].label = name
