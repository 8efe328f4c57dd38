"""Addresses under /van-ban/."""

from __future__ import annotations

from django.urls import path

from chuan.documents import (
    urls_bases,
    urls_books,
    urls_following,
    urls_incoming,
    urls_knowing,
    urls_outgoing,
    urls_sending,
    urls_signatures,
    urls_signing,
)
from chuan.documents.views import reading as views
from chuan.documents.views import scans

app_name = "documents"
urlpatterns = [
    path("", views.listed, name="list"),
    path("danh-sach.xlsx", views.exported, name="export"),
    path("nap/", views.receive, name="receive"),
    path("ban-doc/<uuid:uid>/", views.review, name="reading"),
    path("ban-doc/<uuid:uid>/trang/<int:number>.png", views.page_picture, name="reading_page"),
    path("ban-doc/<uuid:uid>/sua-lai/", views.reopen, name="reopen"),
    path("ban-quet/<uuid:uid>/", scans.scan, name="scan"),
    path("ban-quet/<uuid:uid>/tien-do/", scans.progress, name="scan_progress"),
    path("<uuid:uid>/", views.document, name="document"),
    path("<uuid:uid>/tep-goc/", views.original, name="original"),
    path("<uuid:uid>/doc-lai/", views.read_again, name="again"),
    *urls_bases.urlpatterns,
    *urls_knowing.urlpatterns,
    *urls_outgoing.urlpatterns,
    *urls_signing.urlpatterns,
    *urls_signatures.urlpatterns,
    *urls_following.urlpatterns,
    *urls_incoming.urlpatterns,
    *urls_books.urlpatterns,
    *urls_sending.urlpatterns,
]
