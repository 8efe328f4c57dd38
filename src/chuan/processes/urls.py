"""Addresses of the map of processes."""

from __future__ import annotations

from django.urls import path

from chuan.processes.views import changing, pages, providers

app_name = "processes"
urlpatterns = [
    path("", pages.shown, name="map"),
    path("qua-trinh.xlsx", pages.exported, name="sheet"),
    path("them/", changing.define, name="define"),
    path("de-xuat/", changing.propose, name="propose"),
    path("ben-cung-cap/", providers.listed, name="providers"),
    path("ben-cung-cap/ben-cung-cap.xlsx", providers.exported, name="providers_sheet"),
    path("ben-cung-cap/them/", providers.add, name="provider_add"),
    path("ben-cung-cap/<uuid:uid>/", providers.one, name="provider"),
    path("ben-cung-cap/<uuid:uid>/sua/", providers.change, name="provider_change"),
    path("ben-cung-cap/<uuid:uid>/danh-gia/", providers.evaluate, name="provider_evaluate"),
    path("ben-cung-cap/<uuid:uid>/thoi/", providers.end, name="provider_end"),
    path("<uuid:uid>/", pages.one, name="process"),
    path("<uuid:uid>/sua/", changing.change, name="change"),
    path("<uuid:uid>/ket-thuc/", changing.end, name="end"),
    path("<uuid:uid>/giao/", changing.give, name="give"),
    path("<uuid:uid>/thoi/", changing.take, name="take"),
]
