"""Addresses of context, parties, risks and opportunities."""

from __future__ import annotations

from django.urls import path

from chuan.risks.views import context, parties, register, risk, scale, working

app_name = "risks"
urlpatterns = [
    path("", register.shown, name="register"),
    path("rui-ro.xlsx", register.exported, name="sheet"),
    path("rui-ro.pdf", register.printed, name="pdf"),
    path("neu/", risk.note, name="note"),
    path("thang-diem/", scale.shown, name="scale"),
    path("thang-diem/dat/", scale.put, name="scale_set"),
    path("boi-canh/", context.shown, name="context"),
    path("boi-canh/them/", context.write, name="issue_write"),
    path("boi-canh/ra-soat/", context.review, name="context_review"),
    path("boi-canh/khi-hau/", context.climate, name="climate"),
    path("boi-canh/<uuid:uid>/sua/", context.change, name="issue_change"),
    path("boi-canh/<uuid:uid>/thoi/", context.end, name="issue_end"),
    path("cac-ben/", parties.shown, name="parties"),
    path("cac-ben/them/", parties.write, name="party_write"),
    path("cac-ben/ra-soat/", parties.review, name="parties_review"),
    path("cac-ben/<uuid:uid>/thoi/", parties.end, name="party_end"),
    path("cac-ben/<uuid:uid>/yeu-cau/", parties.add, name="requirement_write"),
    path("yeu-cau/<uuid:uid>/sua/", parties.change, name="requirement_change"),
    path("yeu-cau/<uuid:uid>/thoi/", parties.end_requirement, name="requirement_end"),
    path("hanh-dong/<uuid:uid>/xong/", working.done, name="action_done"),
    path("hanh-dong/<uuid:uid>/thoi/", working.drop, name="action_drop"),
    path("<uuid:uid>/", risk.one, name="risk"),
    path("<uuid:uid>/sua/", risk.change, name="change"),
    path("<uuid:uid>/cham/", working.score, name="score"),
    path("<uuid:uid>/xu-ly/", working.treat, name="treat"),
    path("<uuid:uid>/hanh-dong/", working.plan, name="plan"),
    path("<uuid:uid>/xong/", working.finish, name="finish"),
    path("<uuid:uid>/ra-soat/", working.review, name="review"),
    path("<uuid:uid>/doi-ngay/", working.move, name="move"),
    path("<uuid:uid>/dong/", working.close, name="close"),
    path("<uuid:uid>/mo-lai/", working.reopen, name="reopen"),
]
