"""Addresses of internal audits."""

from __future__ import annotations

from django.urls import path

from chuan.audits.views import findings, papers, planning, reporting, samples, sheets, teams, year

app_name = "audits"
urlpatterns = [
    path("", year.shown, name="year"),
    path("lap/", year.add, name="programme_add"),
    path("chuong-trinh/<uuid:uid>/phe-duyet/", year.approve, name="programme_approve"),
    path("chuong-trinh/<uuid:uid>/them/", planning.add, name="audit_add"),
    path("cuoc/<uuid:uid>/", planning.shown, name="audit"),
    path("cuoc/<uuid:uid>/sua/", planning.edit, name="audit_edit"),
    path("cuoc/<uuid:uid>/bao-truoc/", planning.announce, name="announce"),
    path("cuoc/<uuid:uid>/bat-dau/", planning.begin, name="begin"),
    path("cuoc/<uuid:uid>/hoan/", planning.call_off, name="call_off"),
    path("cuoc/<uuid:uid>/doan/", teams.shown, name="team"),
    path("cuoc/<uuid:uid>/doan/them/", teams.add, name="team_add"),
    path("cuoc/<uuid:uid>/doan/moi/", teams.invite, name="team_invite"),
    path("doan/<uuid:uid>/truong/", teams.lead, name="team_lead"),
    path("doan/<uuid:uid>/rut/", teams.leave, name="team_leave"),
    path("cuoc/<uuid:uid>/phieu/", sheets.shown, name="sheet"),
    path("cuoc/<uuid:uid>/phieu/lap/", sheets.draw_up, name="draw_up"),
    path("cuoc/<uuid:uid>/phieu/them/", sheets.add, name="item_add"),
    path("cuoc/<uuid:uid>/phieu.pdf", papers.work, name="sheet_pdf"),
    path("cau/<uuid:uid>/ghi/", sheets.save, name="item_save"),
    path("cau/<uuid:uid>/bo/", sheets.drop, name="item_drop"),
    path("cuoc/<uuid:uid>/mau/lay/", samples.draw, name="sample_draw"),
    path("cuoc/<uuid:uid>/tep-da-nhap/", samples.imports, name="imports"),
    path("mau/<uuid:uid>/", samples.shown, name="sample"),
    path("cuoc/<uuid:uid>/phat-hien/ghi/", findings.add, name="finding_add"),
    path("phat-hien/<uuid:uid>/", findings.shown, name="finding"),
    path("phat-hien/<uuid:uid>/rut/", findings.take_back, name="finding_take_back"),
    path("phat-hien/<uuid:uid>/anh/", findings.photo, name="finding_photo"),
    path("phat-hien/<uuid:uid>/anh/<uuid:which>/", findings.photo_file, name="finding_photo_file"),
    path("cau/<uuid:uid>/xem-lai/", findings.look_again, name="finding_look"),
    path("cuoc/<uuid:uid>/bao-cao/", reporting.report, name="report"),
    path("cuoc/<uuid:uid>/bao-cao/soan/", reporting.draft, name="report_draft"),
    path("cuoc/<uuid:uid>/mo-lai/", reporting.reopen, name="reopen"),
    path("cuoc/<uuid:uid>/ket-thuc/", reporting.close, name="close"),
    path("cuoc/<uuid:uid>/bao-cao.pdf", papers.report_pdf, name="report_pdf"),
    path("cuoc/<uuid:uid>/bao-cao.docx", papers.report_word, name="report_docx"),
]
