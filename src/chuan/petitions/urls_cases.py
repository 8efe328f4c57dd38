"""Addresses of the list of petitions and of one petition's page."""

from __future__ import annotations

from django.urls import path

from chuan.petitions.views import one

urlpatterns = [
    path("<uuid:uid>/", one.one, name="one"),
]
