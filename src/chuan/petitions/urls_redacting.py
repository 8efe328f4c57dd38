"""Addresses of covering a letter's scan, and of the covered copies."""

from __future__ import annotations

from django.urls import path

from chuan.petitions.views.redacting import copies, marking, scans

urlpatterns = [
    path("<uuid:uid>/che/", scans.redact, name="redact"),
    path("<uuid:uid>/che/huy/", scans.drop, name="redact_drop"),
    path("<uuid:uid>/che/tim/", scans.find, name="redact_find"),
    path("<uuid:uid>/che/lam/", scans.make, name="redact_make"),
    path("<uuid:uid>/che/trang/<int:page>/", marking.page, name="redact_page"),
    path("<uuid:uid>/che/trang/<int:page>/anh/", marking.picture, name="redact_picture"),
    path("<uuid:uid>/ban-che/", copies.copies, name="copies"),
    path("<uuid:uid>/ban-che/<uuid:copy>/", copies.check, name="copy_check"),
    path("<uuid:uid>/ban-che/<uuid:copy>/trang/<int:page>/", copies.picture, name="copy_picture"),
    path("<uuid:uid>/ban-che/<uuid:copy>/tai/", copies.take, name="copy_take"),
    path("<uuid:uid>/ban-che/<uuid:copy>/rut/", copies.withdraw, name="copy_withdraw"),
    path("<uuid:uid>/ban-che/<uuid:copy>/che-them/", copies.more, name="copy_more"),
]
