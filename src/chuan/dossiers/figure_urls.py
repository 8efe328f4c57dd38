"""Addresses of statistics and checks of dossiers, under /ho-so/so-lieu/."""

from __future__ import annotations

from django.urls import path

from chuan.dossiers.views.figures import behind, table

app_name = "dossier_figures"
urlpatterns = [
    path("", table.table, name="table"),
    path("so-lieu.xlsx", table.exported, name="table_sheet"),
    path("dong/", behind.rows, name="rows"),
    path("dong.xlsx", behind.exported, name="rows_sheet"),
]
