"""Addresses under /muc-tieu/nam-sau/."""

from __future__ import annotations

from django.urls import path

from chuan.objectives.rounds.views import home, line, round

urlpatterns = [
    path("", home.home, name="next_year"),
    path("dong/<uuid:uid>/", line.one, name="next_year_line"),
    path("dong/<uuid:uid>/quyet/", line.decide, name="next_year_decide"),
    path("<uuid:uid>/", round.one, name="next_year_round"),
    path("<uuid:uid>/giu-cua-toi/", round.keep_mine, name="next_year_keep_mine"),
    path("<uuid:uid>/giu-con-lai/", round.keep_rest, name="next_year_keep_rest"),
    path("<uuid:uid>/them/", round.add, name="next_year_add"),
    path("<uuid:uid>/han/", round.closing, name="next_year_closing"),
    path("<uuid:uid>/huy/", round.call_off, name="next_year_call_off"),
    path("<uuid:uid>/soan/", round.draft, name="next_year_draft"),
    path("<uuid:uid>/mo-lai/", round.reopen, name="next_year_reopen"),
    path("<uuid:uid>/doc/", round.read, name="next_year_read"),
]
