"""Việc của tôi: the first screen after sign-in."""

from __future__ import annotations

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.clocks.reports import my_work, running_of, tasks_of
from chuan.people.door import Request


def mine(request: Request) -> HttpResponse:
    """What is due now, today and in the next days."""
    work = my_work(request.viewer, on=request.on)
    headings = {"overdue": _("Quá hạn"), "today": _("Hôm nay"), "soon": _("Ba ngày tới")}
    context = {"title": _("Việc của tôi"), "work": work, "headings": headings, "demo": _example(request)}
    return render(request, "clocks/mine.html", context)


def everything(request: Request) -> HttpResponse:
    """Every running clock of the viewer, the most urgent first, in pages."""
    page = Paginator(running_of(request.viewer), 50).get_page(request.GET.get("trang"))
    rows = tasks_of(list(page.object_list), request.viewer, on=request.on)
    context = {"title": _("Mọi việc của tôi"), "page": page, "rows": rows, "demo": _example(request)}
    return render(request, "clocks/everything.html", context)


def _example(request: Request) -> bool:
    return request.viewer.unit.example
