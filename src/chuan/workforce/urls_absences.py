"""Addresses of absences."""

from __future__ import annotations

from django.urls import path

from chuan.workforce.views import absences

urlpatterns = [
    path("", absences.everything, name="absences"),
    path("ghi/", absences.write, name="absence_write"),
    path("<uuid:uid>/bo/", absences.void, name="absence_void"),
]
