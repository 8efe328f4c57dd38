"""Addresses of planned paths, under the plan."""

from __future__ import annotations

from django.urls import path

from chuan.objectives.paths import views

urlpatterns = [
    path("ke-hoach/<uuid:uid>/lo-trinh/", views.paths, name="paths"),
    path("ke-hoach/<uuid:uid>/lo-trinh/lo-trinh.xlsx", views.paths_sheet, name="paths_sheet"),
]
