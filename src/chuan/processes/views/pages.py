"""The map, one process, and the map as a sheet."""

from __future__ import annotations

import uuid

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.exchange.sheets import write_sheet
from chuan.law.processes import proposed_on
from chuan.people.door import Request
from chuan.processes import chart
from chuan.processes.models import Process
from chuan.processes.permissions import may_keep
from chuan.processes.sheet import map_table
from chuan.processes.views.forms import around, into
from chuan.ui.files import XLSX, attachment


def shown(request: Request) -> HttpResponse:
    """The map of today."""
    told = chart.lines(
        chart.standing(request.viewer.unit, request.on), viewer=request.viewer, on=request.on, at=request.at
    )
    context = {
        **around(request),
        "title": _("Quá trình"),
        "groups": chart.by_kind(told),
        "count": len(told),
        "ownerless": sum(1 for one in told if one.owner is None),
        "keeper": may_keep(request.viewer),
        "proposed": proposed_on(request.on) is not None,
    }
    return render(request, "processes/map.html", context)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One process with everything written of it, also one that ended."""
    process = get_object_or_404(Process.objects.seen_by(request.viewer), uid=uid)
    (line,) = chart.lines([process], viewer=request.viewer, on=request.on, at=request.at)
    context = {
        **around(request),
        "title": f"{process.code} {process.name}",
        "crumbs": into(_("Quá trình"), reverse("processes:map")),
        "line": line,
        "process": process,
        "over": list(process.hands.exclude(valid_to=None).select_related("post").order_by("-valid_to", "pk")),
        "keeper": may_keep(request.viewer) and process.owner_unit_id == request.viewer.unit.pk,
    }
    return render(request, "processes/one.html", context)


def exported(request: Request) -> HttpResponse:
    """The map as a worksheet."""
    told = chart.lines(
        chart.standing(request.viewer.unit, request.on), viewer=request.viewer, on=request.on, at=request.at
    )
    data = write_sheet(map_table(told, request.viewer.unit, request.on))
    return attachment(data, "qua-trinh.xlsx", XLSX)
