"""Addresses of the room, part by part."""

from __future__ import annotations

from django.urls import path

from chuan.conformity.views import checks, clauses, duties, home, packs

app_name = "conformity"
urlpatterns = [
    path("", home.everything, name="home"),
    path("dieu-khoan/", clauses.everything, name="clauses"),
    path("dieu-khoan/<slug:number>/ghi/", clauses.say, name="say"),
    path("dieu-khoan/<slug:number>/thoi/", clauses.over, name="over"),
    path("nhiem-vu/", duties.everything, name="duties"),
    path("nhiem-vu/<int:year>/<slug:key>/da-lam/", duties.done, name="duty_done"),
    path("nhiem-vu/<int:year>/<slug:key>/bo/", duties.back, name="duty_back"),
    path("nhiem-vu/<int:year>/nhac/", duties.remind, name="remind"),
    path("nhiem-vu/<int:year>/thong-bao/", duties.notice, name="notice"),
    path("xac-nhan/", duties.confirm, name="confirm"),
    path("xac-nhan/<uuid:uid>/cong-bo/", duties.declare, name="declare"),
    path("tu-kiem/", checks.everything, name="checks"),
    path("tu-kiem/<uuid:uid>/", checks.one, name="run"),
    path("ho-so-kiem-tra/", packs.everything, name="packs"),
    path("ho-so-kiem-tra/<uuid:uid>/", packs.one, name="pack"),
    path("ho-so-kiem-tra/<uuid:uid>/tien-do/", packs.progress, name="pack_progress"),
    path("ho-so-kiem-tra/<uuid:uid>/tai/", packs.download, name="pack_file"),
]
