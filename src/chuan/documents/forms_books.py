"""Which book of which year is asked for."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.law.document_types import document_types
from chuan.people.models import Unit


class BookForm(forms.Form):
    """The choices above a book; one that makes no sense is left aside."""

    so = forms.CharField(widget=forms.HiddenInput, required=False)
    nam = forms.ChoiceField(label=_("Năm"), required=False)
    loai = forms.ChoiceField(label=_("Loại văn bản"), required=False)
    don_vi = forms.ChoiceField(label=_("Đơn vị"), required=False)

    def __init__(self, data: Any, *, years: list[int], units: list[Unit]) -> None:
        super().__init__(data)
        self._units = {str(one.uid): one for one in units}
        fields = cast("dict[str, forms.ChoiceField]", self.fields)
        fields["nam"].choices = [(str(year), str(year)) for year in years]
        types = [(key, one.title) for key, one in document_types().items()]
        fields["loai"].choices = [("", _("Mọi loại, một sổ")), *types]
        fields["don_vi"].choices = [(uid, one.committee) for uid, one in self._units.items()]
        if len(units) < 2:
            del self.fields["don_vi"]

    def wanted(self, year: int, unit: Unit) -> tuple[int, str, Unit]:
        """(year, type, unit) asked for, else those given."""
        self.is_valid()
        given = self.cleaned_data
        asked = int(given["nam"]) if given.get("nam") else year
        return asked, given.get("loai", ""), self._units.get(given.get("don_vi", ""), unit)
