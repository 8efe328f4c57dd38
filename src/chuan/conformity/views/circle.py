"""Vòng cải tiến: the year's circle with what is due next."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.conformity.circle import circle_of, standing_at
from chuan.conformity.views.pages import page, year_asked, years
from chuan.people.door import Request
from chuan.rules.circle import State


def shown(request: Request) -> HttpResponse:
    """The eight stations of ``?nam=``; what waits first stands above them."""
    year = year_asked(request)
    stations = circle_of(request.viewer, year, request.on, request.at)
    words = {
        State.DONE: _("Đã xong"), State.GOING: _("Đang làm"), State.LATE: _("Quá hạn"), State.NONE: _("Chưa có"),
    }  # fmt: skip
    context = page(request, _("Vòng cải tiến năm %s") % year) | {
        "crumbs": [], "year": year, "years": years(request, year), "first": standing_at(stations),
        "stations": [(one, words[one.state]) for one in stations],
        "done": sum(1 for one in stations if one.state is State.DONE),
    }  # fmt: skip
    return render(request, "conformity/circle.html", context)
