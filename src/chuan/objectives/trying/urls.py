"""Addresses under /muc-tieu/thu/."""

from __future__ import annotations

from django.urls import path

from chuan.objectives.trying import views

urlpatterns = [
    path("", views.choose, name="try"),
    path("<uuid:uid>/", views.one, name="try_one"),
    path("<uuid:uid>/de-nghi/", views.propose, name="try_propose"),
]
