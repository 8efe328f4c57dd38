"""Bắt đầu: what a new unit has still to do before daily work can rest on it."""

from __future__ import annotations

from datetime import date

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.offers.first_steps import Taken, left, taken
from chuan.people.door import Request
from chuan.people.viewer import Viewer


def first(request: Request) -> HttpResponse:
    """Every first step with its state, read from the facts; whoever may not take one sees that it is open."""
    steps = taken(request.viewer.unit, request.viewer, request.on)
    context = {
        "title": _("Bắt đầu"),
        "steps": steps,
        "done": sum(one.done for one in steps),
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Việc của tôi"), "/viec-cua-toi/")],
    }
    return render(request, "clocks/starting.html", context)


def open_steps(viewer: Viewer, on: date) -> list[Taken]:
    """The first steps while this viewer has one to take; a unit of invented data needs none."""
    return [] if viewer.unit.example else left(viewer.unit, viewer, on)
