"""The address /muc-tieu/can-cu/."""

from __future__ import annotations

from django.urls import path

from chuan.objectives.bases import views

urlpatterns = [path("", views.compare, name="bases")]
