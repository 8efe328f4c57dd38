"""Addresses of the part "sealed"."""

from __future__ import annotations

from django.urls import path

from chuan.petitions.views.sealed import opening, sealing

urlpatterns = [
    path("niem-phong/", opening.seals, name="seals"),
    path("niem-phong/cai-dat/", opening.choose, name="seal_choice"),
    path("niem-phong/yeu-cau/<uuid:uid>/", opening.one, name="opening"),
    path("niem-phong/yeu-cau/<uuid:uid>/mo/", opening.open_seal, name="open_seal"),
    path("niem-phong/lan-mo/<uuid:uid>/da-xem/", opening.seen, name="opening_seen"),
    path("<uuid:uid>/niem-phong/danh-tinh/", sealing.seal_identity, name="seal_identity"),
    path("<uuid:uid>/niem-phong/don-goc/", sealing.seal_letter, name="seal_letter"),
    path("<uuid:uid>/niem-phong/xin-mo/", opening.ask, name="ask_opening"),
    path("<uuid:uid>/niem-phong/huy/", sealing.destroy_seal, name="destroy_seal"),
    path("<uuid:uid>/xoa-chu/", sealing.blank_words, name="blank_words"),
]
