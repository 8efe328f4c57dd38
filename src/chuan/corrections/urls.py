"""Addresses of the room, under /khac-phuc/."""

from __future__ import annotations

from django.urls import path

from chuan.corrections.views import (
    acting,
    analysing,
    causes,
    documents,
    judging,
    lists,
    pages,
    proposals,
    raising,
)

app_name = "corrections"
urlpatterns = [
    path("", lists.everything, name="list"),
    path("tai-excel/", lists.exported, name="export"),
    path("neu/", raising.raise_one, name="raise"),
    path("de-nghi/", proposals.everything, name="proposals"),
    path("de-nghi/bo-qua/", proposals.aside, name="aside"),
    path("hanh-dong/<uuid:uid>/", acting.one, name="action"),
    path("hanh-dong/<uuid:uid>/bo/", acting.drop, name="action_drop"),
    path("hanh-dong/<uuid:uid>/tep/<int:number>/", acting.file, name="action_file"),
    path("tai-lieu/<uuid:uid>/", documents.settle, name="document"),
    path("nguyen-nhan/", causes.shown, name="causes"),
    path("nguyen-nhan/dat/", causes.put, name="causes_set"),
    path("<uuid:uid>/", pages.one, name="one"),
    path("<uuid:uid>/ban-in/", pages.pdf, name="pdf"),
    path("<uuid:uid>/khac-phuc-ngay/", analysing.correct, name="correct"),
    path("<uuid:uid>/nguyen-nhan/", analysing.analyse, name="analyse"),
    path("<uuid:uid>/ke-hoach/", acting.plan, name="plan"),
    path("<uuid:uid>/tai-lieu/", documents.add, name="document_add"),
    path("<uuid:uid>/hieu-luc/", judging.judge, name="judge"),
    path("<uuid:uid>/hieu-luc/ky-<int:number>/", judging.rows, name="rows"),
    path("<uuid:uid>/ket-thuc/", judging.close, name="close"),
    path("<uuid:uid>/khong-phai/", judging.put_aside, name="put_aside"),
]
