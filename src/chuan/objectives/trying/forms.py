"""The form of a trial, sent by GET so that its address can be shared; what is not typed stays as it is."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.objectives.rounds.forms import COMPARISONS
from chuan.objectives.trying import saying
from chuan.objectives.trying.actions import Note
from chuan.objectives.trying.ground import Ground
from chuan.objectives.trying.trial import Meant
from chuan.rules.targets.trying import Going, may_move
from chuan.rules.targets.types import Comparator, Quantity
from chuan.rules.targets.values import per
from chuan.ui.widgets import VietnameseDateField, VietnameseNumberField

COMPARISON, LEVEL, UPPER, REST, DAY = "so-sanh", "muc", "muc-den", "nhip", "den"
NAMES = (COMPARISON, LEVEL, UPPER, REST, DAY)
MOST = 10**15
LONGEST = 2000
_WHOLE = (Quantity.COUNT, Quantity.K_OF_N)
_NOT_OFFERED = {"invalid_choice": _("Lựa chọn này không còn trong danh sách. Chọn lại một mục đang có.")}


class TryForm(forms.Form):
    """Which boxes there are follows from the promise and from what its figure is."""

    def __init__(self, data: Any = None, *, ground: Ground) -> None:
        super().__init__(data, auto_id="thu-%s")
        self.ground = ground
        if may_move(ground.line.rule):
            self._add_level()
        if ground.rest.going is not Going.NONE:
            self.fields[REST] = VietnameseNumberField(
                label=saying.rest_label(ground), help_text=saying.rest_help(ground), required=False, **self._bounds()
            )  # fmt: skip
        self.fields[DAY] = VietnameseDateField(
            label=_("Xét đến ngày"), required=False, help_text=_("Để trống là hôm nay. Viết như 30/09/2021.")
        )

    def meant(self) -> Meant:
        """What is tried, once valid."""
        given = self.cleaned_data
        comparator = given.get(COMPARISON)
        return Meant(
            Comparator(comparator) if comparator else None,
            given.get(LEVEL),
            given.get(UPPER),
            given.get(REST),
        )

    def clean(self) -> dict[str, Any]:
        """A range whose ends are turned around promises nothing."""
        given = cast("dict[str, Any]", super().clean() or self.cleaned_data)
        rule = self.ground.line.rule
        low, high = given.get(LEVEL, rule.low), given.get(UPPER, rule.high)
        low, high = rule.low if low is None else low, rule.high if high is None else high
        ranged = UPPER in self.fields and not given.get(COMPARISON)
        if ranged and low is not None and high is not None and low > high:
            self.add_error(UPPER, _("Mức trên nhỏ hơn mức dưới. Ghi lại hai mức."))
        return given

    def _add_level(self) -> None:
        rule = self.ground.line.rule
        bounds = self._of_share() if rule.quantity is Quantity.SHARE else {"least": 0, "most": MOST}
        if rule.quantity is Quantity.K_OF_N and rule.n is not None:
            bounds = {"least": 0, "most": rule.n}
        bounds["whole"] = rule.quantity in _WHOLE
        unit = f" ({rule.unit})" if rule.unit else ""
        if not self.ground.sums_up:
            self.fields[COMPARISON] = forms.ChoiceField(
                label=_("So sánh"), choices=COMPARISONS, required=False, error_messages=_NOT_OFFERED
            )
        ranged = rule.comparator is Comparator.BETWEEN
        level = Fraction(rule.k) if rule.k is not None else rule.low if ranged else rule.value
        self.fields[LEVEL] = VietnameseNumberField(
            label=f"{_('Mức từ') if ranged else _('Mức')}{unit}", required=False, initial=level, **bounds
        )
        if ranged:
            self.fields[UPPER] = VietnameseNumberField(
                label=f"{_('Mức đến')}{unit}", required=False, initial=rule.high, **bounds
            )

    def _bounds(self) -> dict[str, Any]:
        rule = self.ground.line.rule
        if self.ground.rest.going is Going.CASES or rule.quantity is Quantity.SHARE:
            return self._of_share()
        whole = rule.quantity in _WHOLE
        if rule.quantity in (Quantity.GROWTH, Quantity.DECREASE):
            return {"least": -MOST, "most": MOST}
        most = rule.n if rule.quantity is Quantity.K_OF_N and rule.n is not None else MOST
        return {"least": 0, "most": most, "whole": whole}

    def _of_share(self) -> dict[str, Any]:
        return {"least": 0, "most": per(self.ground.line.rule)}


class ReasonForm(forms.Form):
    """Why the tried level is proposed."""

    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), max_length=LONGEST)

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.auto_id = "de-nghi-%s"
        self.fields["reason"].label = _("Lý do, kết quả thử")


class NoteForm(forms.Form):
    """How a kept trial is named, and what is added to it."""

    name = forms.CharField(label=_("Tên lần thử"), max_length=120)
    words = forms.CharField(
        label=_("Ghi thêm"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_("Vì sao thử, ai cần xem. Cả đơn vị đọc được."),
    )  # fmt: skip

    def __init__(self, *args: Any, **given: Any) -> None:
        super().__init__(*args, **given)
        self.auto_id = "giu-%s"

    def note(self) -> Note:
        """What was typed."""
        return Note(self.cleaned_data["name"], self.cleaned_data["words"])
