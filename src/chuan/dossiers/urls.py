"""Addresses of dossiers."""

from __future__ import annotations

from django.urls import path

from chuan.dossiers.views.cases import adding, lists, mine, one, staff

app_name = "dossiers"
urlpatterns = [
    path("", lists.everything, name="list"),
    path("ho-so.xlsx", lists.exported, name="export"),
    path("cua-toi/", mine.mine, name="mine"),
    path("lech-ngay-hen/", mine.differing, name="differing"),
    path("doi-sau-han/", mine.after_due, name="after_due"),
    path("nguoi-xu-ly/", staff.names, name="names"),
    path("nguoi-xu-ly/<uuid:uid>/", staff.name, name="name"),
    path("nghi-phep/", staff.covers, name="covers"),
    path("nghi-phep/ghi/", staff.cover, name="cover"),
    path("nghi-phep/<uuid:uid>/bo/", staff.cover_void, name="cover_void"),
    path("<uuid:uid>/", one.dossier, name="dossier"),
    path("<uuid:uid>/nguyen-nhan/", adding.cause, name="cause"),
    path("<uuid:uid>/nguyen-nhan/<uuid:event>/het/", adding.end_cause, name="end_cause"),
    path("<uuid:uid>/giai-trinh/", adding.explain, name="explain"),
    path("<uuid:uid>/xin-loi/", adding.apologise, name="apologise"),
    path("<uuid:uid>/xin-loi/<uuid:event>/phieu.docx", adding.apology_paper, name="apology_paper"),
    path("<uuid:uid>/bo/<uuid:event>/", adding.void, name="void"),
    path("<uuid:uid>/o-nguon/<slug:which>/", one.fact, name="fact"),
]
