"""Addresses under /nguon-chinh/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from chuan.intake.views import systems

app_name = "record_systems"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", systems.listed, name="list"),
    path("<slug:register>/", systems.change, name="change"),
]
