"""Addresses of surveys, for officials."""

from __future__ import annotations

from django.urls import path

from chuan.satisfaction.views import keeping, surveys

app_name = "satisfaction"
urlpatterns = [
    path("", surveys.everything, name="all"),
    path("mo/", keeping.open_one, name="open"),
    path("trang-nguoi-dan/", keeping.choose, name="choose"),
    path("gop-y/<uuid:uid>/bo/", keeping.blank, name="blank"),
    path("<uuid:uid>/", surveys.one, name="one"),
    path("<uuid:uid>/to-gioi-thieu.pdf", surveys.poster, name="poster"),
    path("<uuid:uid>/ket-qua.xlsx", surveys.exported, name="sheet"),
    path("<uuid:uid>/ket-thuc/", keeping.close, name="close"),
]
