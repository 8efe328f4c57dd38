"""Addresses of figures, under /don-thu/so-lieu/."""

from __future__ import annotations

from django.urls import path

from chuan.petitions.views.figures import behind, papers, table

urlpatterns = [
    path("", table.table, name="figures"),
    path("dong/", behind.rows, name="figures_rows"),
    path("dong.xlsx", behind.exported, name="figures_rows_sheet"),
    path("so-lieu.xlsx", papers.sheet, name="figures_sheet"),
    path("bao-cao.pdf", papers.report, name="figures_report"),
    path("so-theo-doi.xlsx", papers.register_as_sheet, name="figures_register_sheet"),
    path("so-theo-doi.pdf", papers.register_as_book, name="figures_register_book"),
]
