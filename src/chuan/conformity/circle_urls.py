"""The page /cai-tien/: the circle, behind the door of the rooms that improve."""

from __future__ import annotations

from django.urls import path

from chuan.conformity.views import circle

app_name = "circle"
urlpatterns = [path("", circle.shown, name="year")]
