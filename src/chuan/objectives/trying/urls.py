"""Addresses under /muc-tieu/thu/."""

from __future__ import annotations

from django.urls import path

from chuan.objectives.trying.views import kept, trying

urlpatterns = [
    path("", trying.choose, name="try"),
    path("<uuid:uid>/", trying.one, name="try_one"),
    path("<uuid:uid>/de-nghi/", trying.propose, name="try_propose"),
    path("<uuid:uid>/giu/", kept.keep, name="try_keep"),
    path("da-giu/<uuid:uid>/", kept.kept, name="kept_trial"),
    path("da-giu/<uuid:uid>/cat/", kept.away, name="kept_trial_away"),
    path("da-giu/<uuid:uid>/lay-lai/", kept.back, name="kept_trial_back"),
    path("da-giu/<uuid:uid>/dua-vao-dot/", kept.carry, name="kept_trial_carry"),
]
