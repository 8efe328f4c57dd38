"""The Django app of the looks; it has no tables."""

from __future__ import annotations

from django import forms
from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class UiConfig(AppConfig):
    """Templates, static files and template tags."""

    name = "chuan.ui"
    label = "ui"

    def ready(self) -> None:
        """Say of an empty field what to do; Django only says that it is required."""
        asked = _("Chưa điền hoặc chưa chọn. Điền rồi gửi lại.")
        forms.Field.default_error_messages = {**forms.Field.default_error_messages, "required": asked}
