"""Addresses under /van-ban/can-cu/."""

from __future__ import annotations

from django.urls import path

from chuan.documents.views import bases

urlpatterns = [
    path("can-cu/", bases.listed, name="acts"),
    path("can-cu/them/", bases.put, name="act_put"),
    path("can-cu/<uuid:uid>/", bases.one, name="act"),
    path("can-cu/<uuid:uid>/sua/", bases.mend, name="act_mend"),
    path("can-cu/<uuid:uid>/het-hieu-luc/", bases.end, name="act_end"),
    path("can-cu/<uuid:uid>/bo-het-hieu-luc/", bases.revive, name="act_revive"),
    path("can-cu/cap-nhat/<uuid:uid>/<uuid:document>/", bases.settle, name="basis_settle"),
]
