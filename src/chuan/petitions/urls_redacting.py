"""Addresses of the part "redacting"."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
