"""The Django app of the looks; it has no tables."""

from __future__ import annotations

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Templates, static files and template tags."""

    name = "chuan.ui"
    label = "ui"
