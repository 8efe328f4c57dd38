"""Addresses of competence and training."""

from __future__ import annotations

from django.urls import path

from chuan.workforce.views.competence import matrix, person, training

urlpatterns = [
    path("nang-luc/", matrix.shown, name="competence"),
    path("nang-luc/nang-luc.pdf", matrix.printed, name="competence_pdf"),
    path("nang-luc/nang-luc.xlsx", matrix.exported, name="competence_sheet"),
    path("nang-luc/yeu-cau/", matrix.requirements, name="requirements"),
    path("nang-luc/yeu-cau/ghi/", matrix.add_requirement, name="requirement_add"),
    path("nang-luc/yeu-cau/<uuid:uid>/thoi/", matrix.end_requirement, name="requirement_end"),
    path("nang-luc/cua-toi/", person.mine, name="my_competence"),
    path("nang-luc/nguoi/<uuid:uid>/", person.one, name="person"),
    path("nang-luc/nguoi/<uuid:uid>/ghi/", person.add_evidence, name="evidence_add"),
    path("nang-luc/minh-chung/<uuid:uid>/bo/", person.drop_evidence, name="evidence_void"),
    path("nang-luc/dao-tao/", training.plans, name="training"),
    path("nang-luc/dao-tao/lap/", training.add_plan, name="training_plan_add"),
    path("nang-luc/dao-tao/<uuid:uid>/", training.plan, name="training_plan"),
    path("nang-luc/dao-tao/<uuid:uid>/phe-duyet/", training.approve, name="training_approve"),
    path("nang-luc/dao-tao/<uuid:uid>/them/", training.add_course, name="course_add"),
    path("nang-luc/khoa/<uuid:uid>/", training.course, name="course"),
    path("nang-luc/khoa/<uuid:uid>/bo/", training.cancel, name="course_cancel"),
    path("nang-luc/khoa/<uuid:uid>/ghi-buoi/", training.hold, name="course_hold"),
    path("nang-luc/khoa/<uuid:uid>/danh-gia/", training.evaluate, name="course_evaluate"),
    path("nang-luc/buoi/<uuid:uid>/bo/", training.void, name="session_void"),
]
