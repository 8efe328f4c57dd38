"""Addresses of the reception of citizens, below ``/don-thu/tiep-dan/``."""

from __future__ import annotations

from django.urls import URLPattern, path

from chuan.petitions.views.reception import days, entries, register, replies

urlpatterns: list[URLPattern] = [
    path("", days.schedule, name="reception"),
    path("xep-lich/", days.plan, name="reception_plan"),
    path("thong-bao/", days.notice, name="reception_notice"),
    path("lich/<uuid:uid>/", days.one, name="reception_day"),
    path("lich/<uuid:uid>/da-tiep/", days.hold, name="reception_hold"),
    path("lich/<uuid:uid>/thu-duong-truyen/", days.tried, name="reception_try"),
    path("lich/<uuid:uid>/doi/", days.move, name="reception_move"),
    path("lich/<uuid:uid>/hoan/", days.call_off, name="reception_call_off"),
    path("ghi/", entries.enter, name="reception_enter"),
    path("so/", register.listed, name="reception_register"),
    path("so/excel/", register.sheet, name="reception_sheet"),
    path("so/in/", register.printed, name="reception_book"),
    path("so/nhap-nguon/", register.to_source, name="reception_to_source"),
    path("so/<uuid:uid>/", entries.one, name="reception_entry"),
    path("so/<uuid:uid>/ghi-them/", entries.mend, name="reception_mend"),
    path("so/<uuid:uid>/bo/", entries.void, name="reception_void"),
    path("tra-loi/", replies.listed, name="reception_replies"),
    path("tra-loi/<uuid:uid>/", replies.reply, name="reception_reply"),
]
