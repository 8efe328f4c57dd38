"""Addresses of the list of petitions and of one petition's page."""

from __future__ import annotations

from django.urls import path

from chuan.petitions.views import lists, one

urlpatterns = [
    path("", lists.everything, name="list"),
    path("don-thu.xlsx", lists.exported, name="export"),
    path("cua-toi/", lists.mine, name="mine"),
    path("<uuid:uid>/", one.one, name="one"),
    path("<uuid:uid>/bo-dong/<int:number>/", one.void_line, name="void"),
]
