"""Filters of the pages of following, and the reason of a gap."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _


class YearForm(forms.Form):
    """Which year, and words to seek."""

    nam = forms.TypedChoiceField(label=_("Năm"), required=False, coerce=int, empty_value=None)
    tim = forms.CharField(label=_("Tìm theo số, trích yếu, người xử lý"), required=False, max_length=200)

    def __init__(self, *args: Any, years: Sequence[int], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._years = list(years)
        field = cast("forms.ChoiceField", self.fields["nam"])
        field.choices = [(str(year), _("năm %s") % year) for year in years]

    @property
    def year(self) -> int:
        """The year asked for; the latest one for a year nobody has."""
        self.is_valid()
        return self.cleaned_data.get("nam") or self._years[0]

    @property
    def words(self) -> str:
        """The words asked for."""
        self.is_valid()
        return str(self.cleaned_data.get("tim", ""))


class GapForm(forms.Form):
    """Why a number was never given."""

    day = forms.CharField(max_length=40, widget=forms.HiddenInput())
    so = forms.IntegerField(min_value=1, widget=forms.HiddenInput())
    ly_do = forms.CharField(
        label=_("Lý do"),
        max_length=300,
        help_text=_("Ví dụ: số hủy theo biên bản ngày …; văn bản mật (không ghi trích yếu)."),
        error_messages={"required": _("Chưa ghi lý do.")},
    )
