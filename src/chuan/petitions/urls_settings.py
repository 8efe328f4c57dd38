"""Addresses of the room's settings."""

from __future__ import annotations

from django.urls import path

from chuan.petitions.views import settings

urlpatterns = [
    path("", settings.index, name="settings"),
    path("quy-dinh/", settings.law, name="law"),
    path("quy-dinh/dat-rieng/", settings.own, name="law_own"),
    path("tinh-lai/", settings.rebasing, name="rebasing"),
    path("tinh-lai/<uuid:uid>/", settings.rebase, name="rebase"),
]
