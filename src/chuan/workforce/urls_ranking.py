"""Addresses of ranking."""

from __future__ import annotations

from django.urls import path

from chuan.workforce.views.ranking import assessments, filling, papers, rounds, together

urlpatterns = [
    path("", rounds.everything, name="ranking"),
    path("cua-toi/", assessments.mine, name="my_ranking"),
    path("mo/", rounds.begin, name="ranking_open"),
    path("ky/<uuid:uid>/", rounds.one, name="ranking_round"),
    path("ky/<uuid:uid>/them/", rounds.add, name="ranking_add"),
    path("ky/<uuid:uid>/don-vi/", rounds.unit_level, name="ranking_unit"),
    path("ky/<uuid:uid>/hop/", together.meeting, name="ranking_meeting"),
    path("ky/<uuid:uid>/quyet-dinh/", together.decision, name="ranking_decide"),
    path("ky/<uuid:uid>/tu-tep/", together.files, name="ranking_files"),
    path("ky/<uuid:uid>/ket-thuc/", rounds.close, name="ranking_close"),
    path("ky/<uuid:uid>/du-thao/", papers.draft, name="ranking_draft"),
    path("ky/<uuid:uid>/quyet-dinh.pdf", papers.printed, name="ranking_pdf"),
    path("ky/<uuid:uid>/xep-loai.xlsx", papers.sheet, name="ranking_sheet"),
    path("<uuid:uid>/", assessments.one, name="assessment"),
    path("<uuid:uid>/tu-danh-gia/", filling.himself, name="assessment_self"),
    path("<uuid:uid>/danh-gia/", filling.head, name="assessment_head"),
    path("<uuid:uid>/khong-tu-danh-gia/", assessments.skip, name="assessment_skip"),
    path("<uuid:uid>/tra-lai/", assessments.give_back, name="assessment_return"),
    path("<uuid:uid>/xem-lai/", assessments.look_again, name="assessment_reconsider"),
    path("<uuid:uid>/khong-xep-loai/", assessments.omit, name="assessment_leave_out"),
    path("<uuid:uid>/nhom/", assessments.group, name="assessment_group"),
    path("<uuid:uid>/ket-qua/", assessments.result, name="assessment_result"),
    path("<uuid:uid>/kien-nghi/", assessments.disagree, name="assessment_appeal"),
    path("<uuid:uid>/tra-loi/", assessments.reply, name="assessment_answer"),
    path("<uuid:uid>/bo-buoc/", assessments.void, name="assessment_void"),
]
