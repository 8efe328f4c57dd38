"""Addresses of how long records of officials are kept."""

from __future__ import annotations

from django.urls import path

from chuan.workforce.views import keeping

urlpatterns = [
    path("", keeping.shown, name="keeping"),
    path("<slug:slug>/", keeping.term, name="keeping_term"),
    path("<slug:slug>/xoa/", keeping.blank, name="keeping_blank"),
]
