"""What is typed to have a pack made."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from chuan.ui.widgets import VietnameseDateField


class PackForm(forms.Form):
    """First and last day, both counted."""

    first = VietnameseDateField(label=_("Từ ngày"))
    last = VietnameseDateField(label=_("Đến hết ngày"))
