"""The calendar of a year."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.people.door import Request


def now(request: Request) -> HttpResponse:
    """This year's calendar."""
    return redirect("calendar:year", year=request.on.year)


def one(request: Request, year: int) -> HttpResponse:
    """One year at a glance."""
    return render(request, "clocks/year.html", {"title": _("Lịch làm việc năm %(year)s") % {"year": year}})
