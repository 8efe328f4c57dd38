"""Addresses under /van-ban/nam-vung/."""

from __future__ import annotations

from django.urls import path

from chuan.documents.views import knowing

urlpatterns = [
    path("nam-vung/", knowing.listed, name="knowing"),
    path("nam-vung/dot/<uuid:uid>/", knowing.coverage, name="dissemination"),
    path("nam-vung/dot/<uuid:uid>/danh-sach.xlsx", knowing.exported, name="dissemination_export"),
    path("nam-vung/dot/<uuid:uid>/nhac/", knowing.remind, name="dissemination_remind"),
    path("nam-vung/dot/<uuid:uid>/ket-thuc/", knowing.end, name="dissemination_end"),
    path("nam-vung/<uuid:uid>/", knowing.read, name="must_know"),
    path("nam-vung/<uuid:uid>/thoi-giao/", knowing.release, name="must_know_release"),
    path("<uuid:uid>/pho-bien/", knowing.put, name="disseminate"),
]
