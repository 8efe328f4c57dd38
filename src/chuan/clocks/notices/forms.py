"""The shape of how somebody wants to be told; whether it can be is decided in actions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.clocks.notices.models import NoticeChoice
from chuan.rules.notices import Choice, Way
from chuan.ui.widgets import VietnameseNumberField


def _clock(minutes: int) -> tuple[str, str]:
    said = f"{minutes // 60:02d}:{minutes % 60:02d}"
    return said, said


QUARTERS = [_clock(minutes) for minutes in range(5 * 60, 21 * 60 + 1, 15)]
HALVES = [_clock(minutes) for minutes in range(0, 24 * 60, 30)]
FURTHEST = 20
"""Working days ahead: a month of them."""


class NoticesForm(forms.Form):
    """Where, how often, when not, and of what."""

    inside = forms.BooleanField(label=_("Báo trong Chuẩn, mục Thông báo"), required=False)
    letter = forms.ChoiceField(
        label=_("Báo bằng thư"), choices=NoticeChoice.Mail.choices, widget=forms.RadioSelect
    )
    hour = forms.ChoiceField(label=_("Giờ gửi thư gộp"), choices=QUARTERS)
    quiet_from = forms.ChoiceField(
        label=_("Không báo từ"), choices=HALVES,
        help_text=_("Chọn hai giờ giống nhau thì lúc nào cũng báo."),
    )  # fmt: skip
    quiet_to = forms.ChoiceField(label=_("Không báo đến"), choices=HALVES)
    days_off = forms.BooleanField(
        label=_("Báo cả ngày nghỉ"), required=False, help_text=_("Ngày nghỉ theo lịch làm việc của cơ quan.")
    )
    ahead = VietnameseNumberField(label=_("Báo trước (ngày làm việc)"), least=0, most=FURTHEST, whole=True)

    def __init__(self, *args: Any, kinds: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if kinds:
            self.fields["without"] = forms.MultipleChoiceField(
                label=_("Không báo các loại việc này"), choices=kinds, required=False,
                widget=forms.CheckboxSelectMultiple,
                help_text=_("Việc vẫn đứng trong Việc của tôi; chỉ thôi báo."),
            )  # fmt: skip

    @property
    def choice(self) -> Choice:
        """What was chosen."""
        given = self.cleaned_data
        hour, start, end = (time.fromisoformat(given[one]) for one in ("hour", "quiet_from", "quiet_to"))
        return Choice(
            given["inside"], Way(given["letter"]), hour, start, end, given["days_off"], int(given["ahead"]),
            frozenset(given.get("without", ())),
        )  # fmt: skip


def first_shown(choice: Choice) -> dict[str, Any]:
    """What stands, as the form shows it."""
    return {
        "inside": choice.inside, "letter": choice.letter.value, "hour": f"{choice.hour:%H:%M}",
        "quiet_from": f"{choice.quiet_from:%H:%M}", "quiet_to": f"{choice.quiet_to:%H:%M}",
        "days_off": choice.days_off, "ahead": choice.ahead, "without": sorted(choice.without),
    }  # fmt: skip
