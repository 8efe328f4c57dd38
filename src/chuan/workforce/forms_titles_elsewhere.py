"""The form of titles that came in by file: whose each line is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from chuan.people.models import Official
from chuan.workforce.titles.elsewhere import Offered

TEAM = "tap-the"


class OverForm(forms.Form):
    """The reason where more emulation fighters are named than the share allows."""

    why = forms.CharField(
        label=_("Vì sao vượt tỷ lệ"), required=False, max_length=300,
        help_text=_("Chỉ ghi khi tệp có nhiều chiến sĩ thi đua cơ sở hơn tỷ lệ cho phép."),
    )  # fmt: skip


class WhoseTitleForm(forms.Form):
    """Whose a line is; "" leaves it. The only one of that name is chosen at first."""

    whose = forms.ChoiceField(label=_("Là của ai"), required=False)

    def __init__(self, data: Any, *, offered: Offered, people: Sequence[Official]) -> None:
        self.offered = offered
        super().__init__(data, prefix=f"d{offered.row.pk}", initial={"whose": _first(offered)})
        skip = ("", _now("– bỏ qua dòng này –"))
        named = [(TEAM, _now("tập thể: %s") % offered.row.name)]
        people_ = [(str(one.uid), one.name) for one in people]
        self.fields["whose"].choices = [skip, *(named if offered.for_team else people_)]  # type: ignore[attr-defined]
        told = {"aria-label": f"{_now('Là của ai')}: {offered.row.name}", "class": "form-select"}
        self.fields["whose"].widget.attrs |= told


def _first(offered: Offered) -> str:
    if offered.for_team:
        return TEAM
    return str(offered.likely.uid) if offered.likely else ""
