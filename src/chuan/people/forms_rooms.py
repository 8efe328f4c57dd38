"""The shape of what is typed when a room is switched."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.people.forms import _day


def _kept_at() -> forms.CharField:
    return forms.CharField(
        label=_("Sổ và bằng chứng giữ ở đâu khi tắt"),
        max_length=500,
        required=False,
        help_text=_("Tủ, sổ, hệ thống nào, ai giữ; có đường dẫn thì dán vào. Trang Phù hợp nêu câu này."),
    )


class KeptForm(forms.Form):
    """Where registers and evidence of a room that is off are kept."""

    kept_at = _kept_at()


class OnForm(forms.Form):
    """From which day a room is there; why, where somebody wants to say it."""

    since = _day(label=_("Từ ngày"), help_text=_("Hôm nay hoặc một ngày tới."))
    reason = forms.CharField(
        label=_("Lý do (không bắt buộc)"), max_length=300, required=False,
        help_text=_("Ví dụ “Quyết định 15/QĐ-UBND ngày 04/01/2026”."),
    )  # fmt: skip


class OffForm(forms.Form):
    """From which day a room is not there, why, and where its work goes on."""

    since = _day(label=_("Từ ngày"), help_text=_("Hôm nay hoặc một ngày tới."))
    reason = forms.CharField(
        label=_("Lý do"), max_length=300, required=False,
        help_text=_("Một câu, ví dụ “tỉnh đã có hệ thống riêng”."),
    )  # fmt: skip
    kept_at = _kept_at()
