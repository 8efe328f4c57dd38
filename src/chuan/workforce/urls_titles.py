"""Addresses of titles."""

from __future__ import annotations

from django.urls import path

from chuan.workforce.views.titles import rewards, year

urlpatterns = [
    path("", year.everybody, name="titles"),
    path("cua-toi/", year.mine, name="title_mine"),
    path("nguoi/<uuid:uid>/", year.person, name="title_person"),
    path("mo-nam/", rewards.begin, name="titles_open"),
    path("mau-so/", rewards.base, name="titles_base"),
    path("nam/<uuid:uid>/quyet-dinh/", rewards.write, name="title_decision"),
    path("nam/<uuid:uid>/du-ket-qua/", rewards.conclude_year, name="titles_conclude"),
    path("dong/<uuid:uid>/bo/", rewards.void, name="reward_void"),
]
