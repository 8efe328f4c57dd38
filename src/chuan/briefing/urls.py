"""Addresses of the room."""

from __future__ import annotations

from django.urls import path

from chuan.briefing.views import answering, mine, reading, setting

app_name = "briefing"
urlpatterns = [
    path("", reading.newest, name="newest"),
    path("truoc/", reading.earlier, name="earlier"),
    path("cua-toi/", mine.everything, name="mine"),
    path("cua-toi/<uuid:uid>/", mine.explain, name="explain"),
    path("viec/<uuid:uid>/", mine.work, name="work"),
    path("cai-dat/", setting.choose, name="choose"),
    path("dong/<uuid:uid>/<slug:slug>/", answering.answer, name="answer"),
    path("<uuid:uid>/", reading.one, name="one"),
    path("<uuid:uid>/ban-tin.pdf", reading.pdf, name="pdf"),
]
