"""Addresses of petitions, part by part."""

from __future__ import annotations

from django.urls import include, path

app_name = "petitions"
urlpatterns = [
    path("tiep-dan/", include("chuan.petitions.urls_reception")),
    path("vuot-cap/", include("chuan.petitions.urls_escalated")),
    path("cai-dat/", include("chuan.petitions.urls_settings")),
    path("", include("chuan.petitions.urls_facts")),
    path("", include("chuan.petitions.urls_public")),
    path("so-lieu/", include("chuan.petitions.urls_figures")),
    path("", include("chuan.petitions.urls_following")),
    path("", include("chuan.petitions.urls_receiving")),
    path("", include("chuan.petitions.urls_sorting")),
    path("", include("chuan.petitions.urls_solving")),
    path("", include("chuan.petitions.urls_sealed")),
    path("", include("chuan.petitions.urls_redacting")),
    path("", include("chuan.petitions.urls_cases")),
]
