"""Addresses of the map of processes."""

from __future__ import annotations

from django.urls import path

from chuan.processes.views import changing, pages

app_name = "processes"
urlpatterns = [
    path("", pages.shown, name="map"),
    path("qua-trinh.xlsx", pages.exported, name="sheet"),
    path("them/", changing.define, name="define"),
    path("de-xuat/", changing.propose, name="propose"),
    path("<uuid:uid>/", pages.one, name="process"),
    path("<uuid:uid>/sua/", changing.change, name="change"),
    path("<uuid:uid>/ket-thuc/", changing.end, name="end"),
    path("<uuid:uid>/giao/", changing.give, name="give"),
    path("<uuid:uid>/thoi/", changing.take, name="take"),
]
