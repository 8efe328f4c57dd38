"""Addresses of tools used."""

from __future__ import annotations

from django.urls import path

from chuan.workforce.views.tools import accounts, logs, own_use, rules, seen

urlpatterns = [
    path("", seen.everybody, name="tools"),
    path("cua-toi/", seen.mine, name="tool_mine"),
    path("nguoi/<uuid:uid>/", seen.person, name="tool_person"),
    path("tai-khoan/", accounts.everything, name="tool_accounts"),
    path("tai-khoan/<uuid:uid>/bo/", accounts.end, name="tool_account_end"),
    path("quy-dinh/", rules.both, name="tool_rules"),
    path("quy-dinh/<slug:slug>/", rules.write, name="tool_rule"),
    path("nhat-ky-thu/", logs.count, name="tool_log"),
    path("nhat-ky-thu/nhap/", logs.hand_on, name="tool_log_hand_on"),
    path("chuan/", own_use.count, name="tool_own"),
]
