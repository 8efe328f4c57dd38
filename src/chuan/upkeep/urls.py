"""Addresses under /he-thong/."""

from __future__ import annotations

from django.urls import path

from chuan.upkeep import views
from chuan.upkeep.lan import views as lan
from chuan.upkeep.publishing import views as publishing

app_name = "upkeep"
urlpatterns = [
    path("", views.system, name="system"),
    path("kham-lai/", views.examine, name="examine"),
    path("sao-luu/", views.back_up, name="backup"),
    path("dia-chi/", lan.address, name="address"),
    path("dia-chi/chung-thu-goc/", lan.certificate, name="certificate"),
    path("cong-khai/", publishing.public_pages, name="public_pages"),
    path("cong-khai/tai-ve/", publishing.public_archive, name="public_archive"),
]
