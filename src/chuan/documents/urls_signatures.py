"""Addresses under /van-ban/chu-ky/."""

from __future__ import annotations

from django.urls import path

from chuan.documents.views.signatures import folders, pages, trust

urlpatterns = [
    path("chu-ky/", pages.home, name="signatures"),
    path("chu-ky/kiem-tra/", pages.check, name="check_signature"),
    path("chu-ky/lan-kiem-tra/", pages.kept_checks, name="signature_checks"),
    path("chu-ky/lan-kiem-tra/danh-sach.xlsx", pages.checks_export, name="signature_checks_export"),
    path("chu-ky/lan-kiem-tra/<uuid:uid>/", pages.one_check, name="signature_check"),
    path("chu-ky/sap-het-han/", pages.ending, name="signatures_ending"),
    path("chu-ky/tin-cay/", trust.trust, name="trust"),
    path("chu-ky/tin-cay/<uuid:uid>/thoi/", trust.end, name="trust_end"),
    path("chu-ky/thu-muc/", folders.receive, name="folder_receive"),
    path("chu-ky/thu-muc/<uuid:uid>/", folders.folder, name="folder"),
    path("chu-ky/thu-muc/<uuid:uid>/tien-do/", folders.progress, name="folder_progress"),
    path("chu-ky/thu-muc/<uuid:uid>/danh-sach.xlsx", folders.export, name="folder_export"),
    path("chu-ky/tep/<uuid:uid>/ghep/", folders.choose, name="file_match"),
    path("chu-ky/tep/<uuid:uid>/bo-ghep/", folders.unmatch, name="file_unmatch"),
    path("chu-ky/tep/<uuid:uid>/bo/", folders.drop, name="file_drop"),
]
