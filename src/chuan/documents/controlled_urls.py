"""Addresses under /tai-lieu/."""

from __future__ import annotations

from django.urls import path

from chuan.documents.views.controlled import cards, lists, requests, revisions, writing

app_name = "controlled"
urlpatterns = [
    path("", lists.listed, name="list"),
    path("danh-muc.xlsx", lists.exported, name="export"),
    path("danh-muc.pdf", lists.printed, name="print"),
    path("lap/", cards.open_, name="open"),
    path("de-nghi/", requests.listed, name="requests"),
    path("de-nghi/lap/", requests.ask, name="ask"),
    path("de-nghi/<uuid:uid>/", requests.one, name="request"),
    path("de-nghi/<uuid:uid>/<uuid:document>/", requests.settle, name="settle"),
    path("ban/<uuid:uid>/", revisions.one, name="revision"),
    path("ban/<uuid:uid>/soan/", writing.edit, name="edit"),
    path("ban/<uuid:uid>/nap-tep/", writing.upload, name="upload"),
    path("ban/<uuid:uid>/phe-duyet/", writing.approve, name="approve"),
    path("ban/<uuid:uid>/pho-bien/", writing.disseminate, name="disseminate"),
    path("ban/<uuid:uid>/tai.pdf", revisions.pdf, name="pdf"),
    path("ban/<uuid:uid>/tai.docx", revisions.word, name="word"),
    path("ban/<uuid:uid>/tep-goc/", revisions.original, name="original"),
    path("<uuid:uid>/", cards.one, name="document"),
    path("<uuid:uid>/sua/", cards.mend, name="mend"),
    path("<uuid:uid>/lap-ban-sua/", cards.begin, name="begin"),
    path("<uuid:uid>/xem-xet/", cards.look_again, name="look_again"),
    path("<uuid:uid>/ngung/", cards.retire, name="retire"),
]
