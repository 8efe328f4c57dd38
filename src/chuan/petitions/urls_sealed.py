"""Addresses of the part "sealed"."""

from __future__ import annotations

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
