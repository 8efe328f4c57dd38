"""Addresses of procedures, and of “Hẹn ngày nào?”."""

from django.urls import path

from chuan.dossiers.views.procedures import importing, lists, one, proposals
from chuan.dossiers.views.procedures.when import when

app_name = "procedures"
urlpatterns = [
    path("", lists.listed, name="list"),
    path("danh-sach.xlsx", lists.exported, name="export"),
    path("xac-nhan/", lists.confirm_group, name="confirm_group"),
    path("nhap/", importing.bring, name="bring"),
    path("nhap/ghi/", importing.take_in, name="take_in"),
    path("nhap/mau.xlsx", importing.template_sheet, name="template"),
    path("de-xuat/", proposals.listed, name="proposals"),
    path("de-xuat/<uuid:uid>/ap-dung/", proposals.take, name="take"),
    path("de-xuat/<uuid:uid>/bo/", proposals.dismiss, name="dismiss"),
    path("hen-ngay-nao/", when, name="when"),
    path("ban/<uuid:uid>/sua/", one.correct, name="correct"),
    path("ban/<uuid:uid>/xac-nhan/", one.confirm, name="confirm"),
    path("ban/<uuid:uid>/khong-dung/", one.reject, name="reject"),
    path("ban/<uuid:uid>/het-hieu-luc/", one.end, name="end"),
    path("ban/<uuid:uid>/lap-ban-sua/", one.revise, name="revise"),
    path("<uuid:uid>/", one.one, name="one"),
]
