"""Addresses of the part "settings"."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
