"""Addresses of the room, part by part."""

from __future__ import annotations

from django.urls import path

from chuan.reviews.views import decisions, moving, reviews, signing, writing

app_name = "reviews"
urlpatterns = [
    path("", reviews.everything, name="all"),
    path("trieu-tap/", writing.call, name="call"),
    path("quyet-dinh/", decisions.everything, name="decisions"),
    path("quyet-dinh/tai-ve/", decisions.sheet, name="decisions_sheet"),
    path("quyet-dinh/<uuid:uid>/", decisions.one, name="decision"),
    path("quyet-dinh/<uuid:uid>/bo/", writing.withdraw, name="withdraw"),
    path("loi/<uuid:uid>/bo/", writing.unsay, name="unsay"),
    path("<uuid:uid>/", reviews.one, name="one"),
    path("<uuid:uid>/dau-vao/", reviews.inputs_page, name="inputs"),
    path("<uuid:uid>/dau-vao/<slug:letter>/", writing.say, name="say"),
    path("<uuid:uid>/doi-khac/", reviews.changed, name="changed"),
    path("<uuid:uid>/doi/", moving.move, name="move"),
    path("<uuid:uid>/huy/", writing.call_off, name="call_off"),
    path("<uuid:uid>/hop/", writing.hold, name="hold"),
    path("<uuid:uid>/ket-luan/", writing.decide, name="decide"),
    path("<uuid:uid>/khong-can/", writing.need_nothing, name="need_nothing"),
    path("<uuid:uid>/ky/", signing.sign, name="sign"),
    path("<uuid:uid>/bien-ban/", decisions.minutes, name="minutes"),
    path("<uuid:uid>/du-thao/", signing.draft, name="draft"),
]
