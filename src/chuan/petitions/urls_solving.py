"""Addresses of solving a petition: one page for each act, files of the work, tasks of the result."""

from __future__ import annotations

from django.urls import path

from chuan.petitions.solving.deeds import DEEDS
from chuan.petitions.views.solving import acts, files, tasks

urlpatterns = [
    *(path(f"<uuid:uid>/{one.slug}/", acts.act, {"name": one.name}, name=one.name) for one in DEEDS),
    path("<uuid:uid>/tep/<uuid:which>/", files.file, name="work_file"),
    path("thuc-hien/", tasks.everything, name="tasks"),
    path("thuc-hien/<uuid:uid>/", tasks.task, name="task"),
]
