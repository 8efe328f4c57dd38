"""Addresses under /nhap-tu-tep/."""

from __future__ import annotations

from django.urls import URLPattern, URLResolver, path

from chuan.intake.views import deciding, layouts, listing, one

app_name = "intake"
urlpatterns: list[URLPattern | URLResolver] = [
    path("", listing.listed, name="list"),
    path("danh-sach.xlsx", listing.exported, name="export"),
    path("nap/", listing.receive, name="receive"),
    path("cach-ghep/", layouts.listed, name="layouts"),
    path("cach-ghep/<uuid:uid>.toml", layouts.own_file, name="layout_file"),
    path("cach-ghep/san-co/<slug:fingerprint>.toml", layouts.shipped_file, name="shipped_file"),
    path("<uuid:uid>/", one.one, name="import"),
    path("<uuid:uid>/tien-do.json", one.progress, name="progress"),
    path("<uuid:uid>/tep-goc/", one.original, name="original"),
    path("<uuid:uid>/khong-doc-duoc.xlsx", one.faults_sheet, name="faults"),
    path("<uuid:uid>/khong-doc-duoc.csv", one.faults_csv, name="faults_csv"),
    path("<uuid:uid>/ghep-cot/", deciding.map_columns, name="map"),
    path("<uuid:uid>/ghep-cot/tep/", deciding.map_by_file, name="map_by_file"),
    path("<uuid:uid>/ky/", deciding.covers, name="covers"),
    path("<uuid:uid>/nhap/", deciding.commit, name="commit"),
    path("<uuid:uid>/bo/", deciding.discard, name="discard"),
    path("<uuid:uid>/rut-lai/", deciding.withdraw, name="withdraw"),
]
