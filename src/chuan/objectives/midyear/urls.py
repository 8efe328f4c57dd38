"""The address of totals for months gone by, under /muc-tieu/giua-nam/."""

from __future__ import annotations

from django.urls import path

from chuan.objectives.midyear import views

urlpatterns = [path("<uuid:uid>/", views.page, name="totals")]
