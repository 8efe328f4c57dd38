"""Addresses of the room, part by part."""

from __future__ import annotations

from django.urls import include, path

app_name = "workforce"
urlpatterns = [
    path("", include("chuan.workforce.urls_competence")),
    path("cong-cu/", include("chuan.workforce.urls_tools")),
    path("xep-loai/", include("chuan.workforce.urls_ranking")),
    path("danh-hieu/", include("chuan.workforce.urls_titles")),
    path("quy-dinh/", include("chuan.workforce.urls_own_law")),
    path("thoi-han-luu/", include("chuan.workforce.urls_keeping")),
    path("vang-mat/", include("chuan.workforce.urls_absences")),
]
