"""Addresses under /he-thong/."""

from __future__ import annotations

from django.urls import path

from chuan.upkeep import views

app_name = "upkeep"
urlpatterns = [
    path("", views.system, name="system"),
    path("kham-lai/", views.examine, name="examine"),
    path("sao-luu/", views.back_up, name="backup"),
]
