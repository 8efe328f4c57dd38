"""Addresses under /muc-tieu/; those that other rooms link to are also in ``addresses``."""

from __future__ import annotations

from django.urls import include, path

from chuan.objectives.views import (
    figures,
    papers,
    planning,
    recount,
    reported,
    rows,
    set_papers,
    sets,
    sheets,
    target,
    year,
)

app_name = "objectives"
urlpatterns = [
    path("", year.year, name="year"),
    path("nam-sau/", include("chuan.objectives.rounds.urls")),
    path("thu/", include("chuan.objectives.trying.urls")),
    path("can-cu/", include("chuan.objectives.bases.urls")),
    path("giua-nam/", include("chuan.objectives.midyear.urls")),
    path("", include("chuan.objectives.slips.urls")),
    path("ke-hoach/<uuid:uid>/", planning.plan, name="plan"),
    path("ke-hoach/muc/<uuid:uid>/", planning.objective, name="objective"),
    path("chi-tieu/<uuid:uid>/", planning.indicator, name="indicator"),
    path("nhap/ke-hoach/<uuid:uid>/", figures.enter, name="enter"),
    path("nhap/<uuid:uid>/", figures.due, name="due"),
    path("so-lieu/<uuid:uid>/", figures.measurement, name="measurement"),
    path("so-lieu/<uuid:uid>/sua/", figures.correct, name="correct"),
    path("so-lieu/<uuid:uid>/minh-chung/", figures.evidence, name="evidence"),
    path("so-lieu/<uuid:uid>/dong.xlsx", figures.rows, name="rows"),
    path("tu-bao-cao/", reported.reports, name="reports_read"),
    path("tu-bao-cao/da-quen/", reported.bindings, name="report_bindings"),
    path("tu-bao-cao/da-quen/<uuid:uid>/quen/", reported.forget, name="report_forget"),
    path("tu-bao-cao/dong/<uuid:uid>/", reported.line, name="report_line"),
    path("tu-bao-cao/<uuid:uid>/", reported.report, name="reported"),
    path("tu-bao-cao/<uuid:uid>/tep/", reported.original, name="report_file"),
    path("do-tu-so/", recount.recount, name="recount"),
    path("do-tu-so/<uuid:uid>/giu/", recount.keep, name="keep"),
    path("bao-cao/<uuid:uid>/", papers.report, name="report"),
    path("bao-cao/<uuid:uid>/bao-cao.pdf", papers.report_pdf, name="report_pdf"),
    path("bao-cao/<uuid:uid>/bao-cao.docx", papers.report_docx, name="report_docx"),
    path("xuat/<uuid:uid>/muc-tieu.xlsx", papers.export, name="export"),
    path("bieu-mau/<uuid:uid>/", sheets.sheet, name="sheet"),
    path("bieu-mau/<uuid:uid>/bieu-mau.xlsx", sheets.sheet_form, name="sheet_form"),
    path("chot/", sets.sets, name="sets"),
    path("chot/kiem-bao-cao/", set_papers.set_check, name="set_check"),
    path("chot/bang/<uuid:uid>/", set_papers.year_table, name="year_table"),
    path("chot/<uuid:uid>/", sets.one_set, name="set"),
    path("chot/<uuid:uid>/khac/", sets.set_differences, name="set_differences"),
    path("chot/<uuid:uid>/bang/", set_papers.set_table, name="set_table"),
    path("chot/<uuid:uid>/bao-cao.pdf", set_papers.set_pdf, name="set_pdf"),
    path("chot/<uuid:uid>/bao-cao.docx", set_papers.set_docx, name="set_docx"),
    path("chot/<uuid:uid>/so-lieu.json", set_papers.set_export, name="set_export"),
    path("<uuid:uid>/dong/", rows.live_page_of, name="live_rows"),
    path("<uuid:uid>/dong/dong.xlsx", rows.live_sheet, name="live_rows_sheet"),
    path("<uuid:uid>/", target.target, name="target"),
]
