"""Addresses of the law of ranking and of titles."""

from __future__ import annotations

from django.urls import path

from chuan.workforce.views import own_law

urlpatterns = [
    path("<slug:slug>/", own_law.rules, name="law"),
    path("<slug:slug>/dat-rieng/", own_law.own, name="law_own"),
]
