"""The address that citizens open without signing in; mounted only where the machine was chosen for it."""

from __future__ import annotations

from django.urls import path

from chuan.satisfaction.views import answering

app_name = "survey"
urlpatterns = [path("<slug:code>/", answering.answer, name="answer")]
