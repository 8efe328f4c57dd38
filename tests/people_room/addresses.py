"""Addresses for the tests of the door: views that refuse in every way, beside the real ones."""

from __future__ import annotations

from django.http import HttpResponse
from django.urls import include, path

from chuan.rules import refusals

REFUSALS = {
    "not-found": refusals.NotFound(thing="mục tiêu này"),
    "not-allowed": refusals.NotAllowed(who="Chủ tịch"),
    "not-yours": refusals.NotYours(thing="Chỉ tiêu này", owner="Tư pháp – hộ tịch"),
    "rule": refusals.ReasonMissing(act="sửa số liệu"),
}


def refuse(request, how):
    raise REFUSALS[how]


def moment(request):
    return HttpResponse(f"{request.at.isoformat()} {request.on.isoformat()} {request.viewer.name}")


urlpatterns = [
    path("", include("chuan.people.urls")),
    path("tu-choi/<slug:how>/", refuse, name="refuse"),
    path("luc-nay/", moment, name="moment"),
    path("khong-ten/", moment),
]
handler403 = "chuan.ui.errors.forbidden"
handler404 = "chuan.ui.errors.not_found"
