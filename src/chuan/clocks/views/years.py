"""The calendar of a year: at a glance, as a sheet, and confirmed by the notice received."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.clocks import actions, permissions
from chuan.clocks.day_checks import require_year
from chuan.clocks.exports import year_table
from chuan.clocks.forms import ConfirmForm
from chuan.clocks.offices import calendar_of
from chuan.clocks.saying import moved_words
from chuan.clocks.views.pages import crumbs_to, done, form_page, sheet
from chuan.clocks.year_history import history
from chuan.clocks.yearly import YearPicture, picture, shown_years
from chuan.people.door import Request
from chuan.people.saying import said_on


def now(request: Request) -> HttpResponse:
    """This year's calendar."""
    return one(request, request.on.year)


def one(request: Request, year: int) -> HttpResponse:
    """One year at a glance: months, the days that differ and why, hours, history."""
    shown = _picture(request, year)
    context = {
        "title": _title(year),
        "picture": shown,
        "years": shown_years(calendar_of(request.viewer.unit), request.on),
        "history": history(request.viewer.unit, year),
        "keeper": permissions.may_keep_calendar(request.viewer),
        "demo": request.viewer.unit.example,
    }
    return render(request, "clocks/year.html", context)


def export(request: Request, year: int) -> HttpResponse:
    """The days of the year that differ, as a sheet."""
    table = year_table(_picture(request, year), request.viewer.unit)
    return sheet(table, f"lich-{year}.xlsx")


def confirm(request: Request, year: int) -> HttpResponse:
    """Confirm the year: the list beside the form, to be compared with the office's paper."""
    shown = _picture(request, year)
    permissions.require_keep_calendar(request.viewer, request.viewer.unit)
    form = ConfirmForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        with said_on(form, citation_missing="citation", year_confirmed="citation"):
            moved = actions.confirm_year(
                request.viewer.unit, year, **form.cleaned_data, by=request.viewer, at=request.at
            )
            said = _("Đã xác nhận lịch năm %(year)s.") % {"year": year}
            return done(request, f"{said} {moved_words(moved)}", year)
    title = _("Xác nhận lịch năm %(year)s") % {"year": year}
    more = {"picture": shown, "crumbs": crumbs_to(year)}
    return form_page(request, form, title, _("Xác nhận lịch"), year, "clocks/confirm.html", **more)


def _picture(request: Request, year: int) -> YearPicture:
    require_year(year, at=request.at)
    unit = request.viewer.unit
    return picture(unit, calendar_of(unit), year, on=request.on)


def _title(year: int) -> str:
    return _("Lịch làm việc năm %(year)s") % {"year": year}
