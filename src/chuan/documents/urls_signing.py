"""Addresses under /van-ban/ky/: the pages of signing, and the three that the command talks to."""

from __future__ import annotations

from django.urls import path

from chuan.documents.signing import endpoints, views

urlpatterns = [
    path("ky/", views.waiting, name="to_sign"),
    path("ky/ma/", views.opened, name="sign_open"),
    path("ky/chung-thu/", views.certificates, name="certificates"),
    path("ky/chung-thu/<uuid:uid>/thoi-dung/", views.end_certificate, name="certificate_end"),
    path("ky/gia-han/", views.proofs, name="proofs"),
    path("ky/dich-vu/", views.choose_services, name="sign_services"),
    path("ky/anh/", views.picture, name="sign_picture"),
    path("ky/lenh/mo/", endpoints.begin, name="sign_begin"),
    path("ky/lenh/cho/", endpoints.waiting, name="sign_waiting"),
    path("ky/lenh/nop/", endpoints.take, name="sign_take"),
    path("ky/<uuid:uid>/", views.ticket, name="ticket"),
]
