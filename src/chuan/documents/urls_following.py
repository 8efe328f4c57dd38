"""Addresses under /van-ban/theo-doi/."""

from __future__ import annotations

from django.urls import path

from chuan.documents.views.following import pages

urlpatterns = [
    path("theo-doi/", pages.watch, name="watch"),
    path("theo-doi/khoang-trong/", pages.gaps, name="gaps"),
    path("theo-doi/khoang-trong.xlsx", pages.gaps_export, name="gaps_export"),
    path("theo-doi/<slug:key>/", pages.rows, name="watch_rows"),
    path("theo-doi/<slug:key>/danh-sach.xlsx", pages.export, name="watch_export"),
]
