"""Addresses under /van-ban/so/, and of the file a document is kept in."""

from __future__ import annotations

from django.urls import path

from chuan.documents.views.books import filing, pages

urlpatterns = [
    path("so/", pages.book, name="books"),
    path("so/so.pdf", pages.printed_now, name="book_pdf"),
    path("so/so.xlsx", pages.sheet_now, name="book_sheet"),
    path("so/tep/<uuid:uid>/", pages.made, name="book_made"),
    path("so/tep/<uuid:uid>/tien-do/", pages.progress, name="book_progress"),
    path("so/tep/<uuid:uid>/tai/", pages.download, name="book_download"),
    path("so/ho-so/", filing.listed, name="files"),
    path("so/ho-so/muc-luc.xlsx", filing.exported, name="files_export"),
    path("<uuid:uid>/ho-so/", filing.put, name="filing"),
]
