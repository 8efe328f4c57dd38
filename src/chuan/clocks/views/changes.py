"""Pages that change the calendar: days, a swap, office hours."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpResponse
from django.utils.translation import gettext as _

from chuan.clocks import actions, permissions
from chuan.clocks.day_checks import DayWanted, require_year
from chuan.clocks.forms import DaysForm, HoursForm, SwapForm
from chuan.clocks.offices import calendar_of
from chuan.clocks.saying import moved_words, spans_typed
from chuan.clocks.swaps import Swap
from chuan.clocks.views.pages import done, form_page
from chuan.clocks.yearly import days_between
from chuan.people.door import Request
from chuan.people.saying import said_on
from chuan.rules.working_time import DayKind

ON_FIELD = {
    "citation_missing": "citation",
    "notice_from_tomorrow": "known_since",
    "hours_missing": "hours",
    "hours_unreadable": "hours",
    "day_without_reason": "why",
    "too_many_days": "until",
    "year_out_of_reach": "since",
    "nothing_changes": "since",
}


def days(request: Request, year: int) -> HttpResponse:
    """Say what one or several days are."""
    _require(request, year)
    form = DaysForm(request.POST or None, initial={"since": request.GET.get("ngay", "")})
    if request.method == "POST" and form.is_valid():
        with said_on(form, **ON_FIELD):
            return _set_days(request, form.cleaned_data)
    return form_page(request, form, _("Ghi ngày vào lịch"), _("Ghi vào lịch"), year)


def _set_days(request: Request, given: dict[str, Any]) -> HttpResponse:
    first, last = given["since"], given["until"] or given["since"]
    kind = DayKind(given["kind"])
    wanted = [DayWanted(day, kind, given["why"], given["hours"]) for day in days_between(first, last)]
    moved = actions.set_days(
        request.viewer.unit, wanted, citation=given["citation"], known_since=given["known_since"],
        by=request.viewer, at=request.at,
    )  # fmt: skip
    said = _("Đã ghi %(n)s ngày vào lịch.") % {"n": len(wanted)}
    return done(request, f"{said} {moved_words(moved)}", first.year)


def swap(request: Request, year: int) -> HttpResponse:
    """Take a working day off and work a rest day instead."""
    _require(request, year)
    typed = {"off": request.GET.get("nghi", ""), "worked": request.GET.get("lam", "")}
    form = SwapForm(request.POST or None, initial=typed)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data
        with said_on(form, **ON_FIELD | {"swap_too_far": "worked", "year_out_of_reach": "off"}):
            moved = actions.swap_days(
                request.viewer.unit, Swap(given["off"], given["worked"]), citation=given["citation"],
                known_since=given["known_since"], by=request.viewer, at=request.at,
            )  # fmt: skip
            said = _("Đã ghi hoán đổi ngày làm việc.")
            return done(request, f"{said} {moved_words(moved)}", given["off"].year)
    return form_page(request, form, _("Hoán đổi ngày làm việc"), _("Ghi hoán đổi"), year)


def hours(request: Request) -> HttpResponse:
    """Set the office's hours from a day on."""
    _require(request, request.on.year)
    form = HoursForm(request.POST or None, initial={"hours": _hours_now(request, request.on)})
    if request.method == "POST" and form.is_valid():
        with said_on(form, **ON_FIELD | {"year_out_of_reach": "valid_from", "nothing_changes": "hours"}):
            given = form.cleaned_data
            moved = actions.set_hours(request.viewer.unit, **given, by=request.viewer, at=request.at)
            said = _("Đã đặt giờ làm việc.")
            return done(request, f"{said} {moved_words(moved)}", given["valid_from"].year)
    return form_page(request, form, _("Giờ làm việc"), _("Đặt giờ làm việc"), request.on.year)


def _hours_now(request: Request, on: date) -> str:
    return spans_typed(calendar_of(request.viewer.unit).hours_on(on).full)


def _require(request: Request, year: int) -> None:
    require_year(year, at=request.at)
    permissions.require_keep_calendar(request.viewer, request.viewer.unit)
