"""Addresses of the room, part by part."""

from __future__ import annotations

from django.urls import include, path

app_name = "workforce"
urlpatterns = [
    path("vang-mat/", include("chuan.workforce.urls_absences")),
]
