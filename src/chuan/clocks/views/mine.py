"""Việc của tôi: the first screen after sign-in."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.clocks.notices.showing import unread_of
from chuan.clocks.offices import calendar_of
from chuan.clocks.reports import my_work, running_of, tasks_of
from chuan.clocks.rows import unconfirmed_years
from chuan.clocks.views.starting import open_steps
from chuan.intake.showing.listing import way_in
from chuan.offers.alarms import alarms_for
from chuan.people.door import Request


def mine(request: Request) -> HttpResponse:
    """What is due now, today and in the next days."""
    work = my_work(request.viewer, on=request.on)
    headings = {
        "overdue": _("Quá hạn"),
        "today": _("Hôm nay"),
        "soon": _("Ba ngày làm việc tới"),
        "waiting": _("Đang chờ, chưa có hạn"),
    }
    context = {"title": _("Việc của tôi"), "work": work, "headings": headings, "demo": _example(request)}
    context |= {"first_steps": open_steps(request.viewer, request.on), "alarms": alarms_for(request.viewer)}
    context |= {"unread": unread_of(request.viewer).count}
    return render(request, "clocks/mine.html", context | way_in(request.viewer))


def everything(request: Request) -> HttpResponse:
    """Every running clock of the viewer, the most urgent first, in pages."""
    page = Paginator(running_of(request.viewer), 50).get_page(request.GET.get("trang"))
    clocks = list(page.object_list)
    context = {
        "title": _("Mọi việc của tôi"),
        "page": page,
        "rows": tasks_of(clocks, request.viewer, on=request.on),
        "unconfirmed": unconfirmed_years(clocks, calendar_of(request.viewer.unit)),
        "demo": _example(request),
    }
    return render(request, "clocks/everything.html", context)


def _example(request: Request) -> bool:
    return request.viewer.unit.example
