"""What the room is for, how the year stands, the next thing to open."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.conformity.models import CheckRun
from chuan.conformity.permissions import may_read_checks
from chuan.conformity.proofs import proofs_of
from chuan.conformity.views.pages import page, year_asked
from chuan.people.door import Request
from chuan.rules.conformity import whole


def everything(request: Request) -> HttpResponse:
    """The doors of the room and the proofs of the year."""
    year = year_asked(request)
    proofs = proofs_of(request.viewer.unit, year, request.at)
    context = page(request, _("Phù hợp")) | {
        "crumbs": [], "year": year, "proofs": proofs, "reader": may_read_checks(request.viewer),
        "there": sum(1 for one in proofs if one.proof.is_there), "whole": whole([one.proof for one in proofs]),
        "last": CheckRun.objects.seen_by(request.viewer).order_by("-recorded_at").first(),
    }  # fmt: skip
    return render(request, "conformity/home.html", context)
