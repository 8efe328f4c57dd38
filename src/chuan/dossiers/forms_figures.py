"""The shape of what comes in on the pages of figures; meaning is checked by the actions."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as later

from chuan.dossiers import periods
from chuan.dossiers.reports.asked import Asked, Cut, Seen
from chuan.rules.types import Period
from chuan.ui import formatters as say
from chuan.ui.widgets import VietnameseDateField

LONGEST = 3660
"""Days of a period typed by its ends: ten years."""


class FiguresForm(forms.Form):
    """Which table: the days, the cut, the promise judged by, as known when. What makes no sense is left aside."""

    nam = forms.TypedChoiceField(label=later("Năm"), required=False, coerce=int, empty_value=None)
    ky = forms.ChoiceField(label=later("Kỳ"), required=False)
    theo = forms.ChoiceField(label=later("Chia theo"), required=False, choices=Cut.choices)
    hen = forms.ChoiceField(label=later("Xét trễ"), required=False, choices=Seen.choices)
    biet_den = VietnameseDateField(label=later("Số liệu như đã biết đến hết ngày"), required=False)
    tu = VietnameseDateField(required=False)
    den = VietnameseDateField(required=False)
    """Days typed by their ends, where they are no part of a year (a reconciliation's)."""

    def __init__(self, data: Any, *, years: list[int], on: date) -> None:
        super().__init__(data)
        self.years, self.on = years, on
        fields = cast("dict[str, forms.ChoiceField]", self.fields)
        fields["nam"].choices = [(str(year), _("Năm %s") % year) for year in years or [on.year]]
        fields["ky"].choices = periods.part_names()

    def asked(self) -> Asked:
        """The table asked for; what could not be read falls back to the whole year, by months, as known now."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            period=self._period(given),
            on=self.on,
            cut=Cut(given.get("theo") or Cut.MONTH),
            seen=Seen(given.get("hen") or Seen.FIRST),
            as_of=end_of_day(known) if (known := given.get("biet_den")) and known < self.on else None,
        )

    def _period(self, given: dict[str, Any]) -> Period:
        first, last = given.get("tu"), given.get("den")
        if first and last and first <= last and (last - first).days < LONGEST:
            return Period(first, last + timedelta(days=1))
        year = given.get("nam") or periods.today_year(self.on, self.years)
        return periods.part_of(year, given.get("ky", ""))

    @property
    def said(self) -> str:
        """What could not be read, in a sentence; "" when everything could."""
        self.is_valid()
        return " ".join(
            str(error) for name in ("biet_den", "tu", "den") for error in self.errors.get(name, [])
        )


def end_of_day(day: date) -> datetime:
    """The last moment of a local day."""
    return datetime.combine(day, time.max, say.ZONE)
