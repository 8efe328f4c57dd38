"""Biểu 07a/BTP as it came in, beside our certifications: what may be compared and what may not."""

from __future__ import annotations

import uuid
from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.dossiers.reports import certified as forms
from chuan.dossiers.views.figures.asking import crumbs, figures_crumb, rows_address
from chuan.intake.models import Import
from chuan.people.door import Request


@dataclass(frozen=True)
class Shown:
    """A figure, and where the requests of each of its procedures are listed."""

    told: forms.Certified
    procedures: tuple[tuple[forms.Procedure, str], ...]


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The figures of one form of certifications."""
    seen = Import.objects.seen_by(request.viewer).standing().filter(register=forms.REGISTER)
    imported = get_object_or_404(seen.select_related("unit", "layout"), uid=uid)
    told = forms.certified(request.viewer, imported, on=request.on)
    context = {
        "title": _("Biểu chứng thực: %(file)s") % {"file": imported.file_name},
        "crumbs": crumbs(figures_crumb(), (_("Đối chiếu"), reverse("dossier_figures:reconciliations"))),
        "demo": request.viewer.unit.example,
        "imported": imported,
        "shown": [_shown(request, imported, each) for each in told],
    }
    return render(request, "dossiers/figures/certified.html", context)


def _shown(request: Request, imported: Import, told: forms.Certified) -> Shown:
    if imported.covers is None:
        return Shown(told, ())
    asked = forms.asked_of(imported.covers, on=request.on)
    return Shown(told, tuple((each, rows_address(asked, "solved", each.key)) for each in told.procedures))
