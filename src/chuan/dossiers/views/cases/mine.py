"""Hồ sơ của tôi, and the two lists that ask for a look."""

from __future__ import annotations

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from chuan.dossiers.models import Dossier
from chuan.dossiers.permissions import may_keep_cases
from chuan.dossiers.showing.mine import MOST, mine_of
from chuan.dossiers.showing.watched import after_due_page, differing_page
from chuan.dossiers.views.cases.one import crumbs_to
from chuan.people.door import Request


def mine(request: Request) -> HttpResponse:
    """What is in the viewer's hands and in those he covers for, by due date."""
    context = {
        "title": _("Hồ sơ của tôi"),
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "mine": mine_of(request.viewer, on=request.on),
        "most": MOST,
        "keeper": may_keep_cases(request.viewer),
    }
    return render(request, "dossiers/cases/mine.html", context)


def differing(request: Request) -> HttpResponse:
    """Dossiers whose promised day is not the lawful one, each with its reason in three lines."""
    page, rows = differing_page(request.viewer, request.GET.get("trang", ""), at=request.at)
    context = {
        "title": _("Ngày hẹn khác hạn theo quy định"),
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "page": page,
        "rows": rows,
    }
    return render(request, "dossiers/cases/differing.html", context)


def after_due(request: Request) -> HttpResponse:
    """Dossiers with dates changed after their due day, both values, and what was explained."""
    waiting = request.GET.get("cho") == "1"
    page, rows = after_due_page(request.viewer, request.GET.get("trang", ""), waiting=waiting)
    seen = Dossier.objects.seen_by(request.viewer).present_ones().filter(changed_after_due=True)
    context = {
        "title": _("Đã thay đổi sau hạn"),
        "demo": request.viewer.unit.example,
        "crumbs": crumbs_to(),
        "page": page,
        "rows": rows,
        "waiting": waiting,
        "counts": (seen.count(), seen.filter(explained=False).count()),
    }
    return render(request, "dossiers/cases/after_due.html", context)
