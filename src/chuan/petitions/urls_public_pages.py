"""Addresses that citizens open without signing in; mounted only where the machine was chosen for them."""

from __future__ import annotations

from django.urls import URLPattern, path

from chuan.petitions.views.public import following, results, writing

app_name = "feedback"
urlpatterns: list[URLPattern] = [
    path("", writing.start, name="start"),
    path("viet/<slug:which>/", writing.write, name="write"),
    path("noi-khac/<slug:which>/", writing.elsewhere, name="elsewhere"),
    path("ket-qua/", results.listed, name="results"),
    path("tra-loi/", following.follow, name="follow"),
]
