"""Addresses of statistics and checks of dossiers, under /ho-so/so-lieu/."""

from __future__ import annotations

from django.urls import path

from chuan.dossiers.views.figures import behind, certified, reconciling, samples, surveys, table

app_name = "dossier_figures"
urlpatterns = [
    path("", table.table, name="table"),
    path("so-lieu.xlsx", table.exported, name="table_sheet"),
    path("dong/", behind.rows, name="rows"),
    path("dong.xlsx", behind.exported, name="rows_sheet"),
    path("doi-chieu/", reconciling.listed, name="reconciliations"),
    path("doi-chieu/bat-dau/", reconciling.begin, name="reconcile"),
    path("doi-chieu/<uuid:uid>/", reconciling.one, name="reconciliation"),
    path("doi-chieu/<uuid:uid>/lai/", reconciling.again, name="recheck"),
    path("doi-chieu/<uuid:uid>/doi-chieu.xlsx", reconciling.exported, name="reconciliation_sheet"),
    path("doi-chieu/ly-do/<uuid:uid>/", reconciling.reason, name="difference"),
    path("doi-chieu/chung-thuc/<uuid:uid>/", certified.one, name="certified"),
    path("kiem-tra/", samples.listed, name="samples"),
    path("kiem-tra/<uuid:uid>/", samples.sample, name="sample"),
    path("kiem-tra/ho-so/<uuid:uid>/", samples.check, name="check"),
    path("kiem-tra/ho-so/<uuid:uid>/ban-in/", samples.paper, name="check_paper"),
    path("hai-long/", surveys.listed, name="surveys"),
    path("hai-long/nhap/", surveys.enter, name="survey_enter"),
    path("hai-long/excel/", surveys.sheet, name="survey_sheet"),
    path("hai-long/mau.xlsx", surveys.blank, name="survey_blank"),
    path("hai-long/<uuid:uid>/sua/", surveys.correct, name="survey_correct"),
    path("hai-long/<uuid:uid>/tep/", surveys.paper, name="survey_paper"),
]
