"""Addresses of the public page's queue and its switch, for officials."""

from __future__ import annotations

from django.urls import URLPattern, path

from chuan.petitions.views.public import queue, results, switching

urlpatterns: list[URLPattern] = [
    path("cai-dat/trang-phan-anh/", switching.choose, name="public_choice"),
    path("<uuid:uid>/len-trang/", results.show, name="public_result"),
    path("cong-phan-anh/", queue.listed, name="public_posts"),
    path("cong-phan-anh/<uuid:uid>/", queue.one, name="public_post"),
    path("cong-phan-anh/<uuid:uid>/khong-nhan/", queue.aside, name="public_aside"),
    path("cong-phan-anh/<uuid:uid>/anh/<int:number>/", queue.photo, name="public_photo"),
]
