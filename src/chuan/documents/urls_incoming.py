"""Addresses under /van-ban/den/."""

from __future__ import annotations

from django.urls import path

from chuan.documents.views.incoming import arriving, lists, one

urlpatterns = [
    path("den/", lists.everything, name="incoming_list"),
    path("den/danh-sach.xlsx", lists.exported, name="incoming_export"),
    path("den/nhan/", arriving.receive, name="incoming_receive"),
    path("den/<uuid:uid>/", one.one, name="incoming"),
    path("den/<uuid:uid>/dang-ky/", arriving.register, name="incoming_register"),
    path("den/<uuid:uid>/sua/", arriving.mend, name="incoming_mend"),
    path("den/<uuid:uid>/phan-cong/", one.assign, name="incoming_assign"),
    path("den/<uuid:uid>/ket-qua/", one.finish, name="incoming_finish"),
    path("den/<uuid:uid>/phieu.pdf", one.slip_pdf, name="incoming_slip"),
    path("den/<uuid:uid>/phieu.docx", one.slip_docx, name="incoming_slip_docx"),
]
