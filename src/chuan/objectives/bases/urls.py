"""Addresses under /muc-tieu/can-cu/."""

from __future__ import annotations

from django.urls import path

from chuan.objectives.bases.views import one, papers

urlpatterns = [
    path("", papers.papers, name="bases"),
    path("<uuid:uid>/", one.basis, name="basis"),
    path("<uuid:uid>/tep/", one.original, name="basis_file"),
]
