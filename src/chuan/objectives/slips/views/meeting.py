"""The sheet for the Monday meeting: on the screen, printed from it, and as PDF."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.objectives.slips import addresses
from chuan.objectives.slips.monday import figures_words, monday_sheet
from chuan.objectives.slips.papers import sheet_pdf
from chuan.objectives.slips.permissions import require_reminder
from chuan.objectives.views.downloads import attachment
from chuan.people.door import Request
from chuan.ui import formatters as say


def sheet(request: Request) -> HttpResponse:
    """What the meeting looks at, with ways to each thing."""
    require_reminder(request.viewer)
    found = monday_sheet(request.viewer, on=request.on, at=request.at)
    context = {
        "title": _("Phiếu họp giao ban, %(day)s") % {"day": say.weekday(found.on, with_year=True)},
        "crumbs": [(_("Mục tiêu"), "/muc-tieu/")],
        "found": found,
        "owing": [(one, figures_words(one)) for one in found.owing.lines],
        "behind": addresses.BEHIND,
        "demo": found.illustrative,
    }
    return render(request, "objectives/slips/meeting.html", context)


def pdf(request: Request) -> HttpResponse:
    """The same as one A4."""
    require_reminder(request.viewer)
    found = monday_sheet(request.viewer, on=request.on, at=request.at)
    data = sheet_pdf(found, request.viewer.unit)
    return attachment(data, f"hop-giao-ban-{found.on:%Y-%m-%d}.pdf", "application/pdf")
