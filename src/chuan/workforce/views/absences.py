"""Days away from work: a year of them, one written, one taken back."""

from __future__ import annotations

import uuid
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Official
from chuan.people.sent_forms import sent
from chuan.workforce.actions.absences import void_absence, write_absence
from chuan.workforce.forms_absences import AbsenceForm, ReasonForm
from chuan.workforce.models import Absence
from chuan.workforce.permissions import may_keep, require_keep
from chuan.workforce.views.forms import saved

PAGE = 50


def everything(request: Request) -> HttpResponse:
    """Absences the viewer may see, the latest first, also those taken back."""
    rows = Absence.objects.seen_by(request.viewer).select_related("official").order_by("-valid_from", "-pk")
    page = Paginator(rows, PAGE).get_page(request.GET.get("trang"))
    context = {
        "title": _("Ngày vắng"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "page": page,
        "keeper": may_keep(request.viewer),
    }
    return render(request, "workforce/absences/list.html", context)


def write(request: Request) -> HttpResponse:
    """Keep that somebody was away."""
    require_keep(request.viewer)
    people = list(Official.objects.seen_by(request.viewer).filter(unit=request.viewer.unit).order_by("name"))
    form = AbsenceForm(sent(request), officials=people)

    def save() -> None:
        given = form.cleaned_data
        official = next(one for one in people if str(one.uid) == given["official"])
        write_absence(
            official, kind=given["kind"], first=given["first"], last=given["last"],
            citation=given["citation"], by=request.viewer, at=request.at,
        )  # fmt: skip

    return saved(request, form, save, title=_("Ghi ngày vắng"), done=_("Đã ghi ngày vắng."), **_around())


def void(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take a row back with the reason."""
    require_keep(request.viewer)
    row = get_object_or_404(Absence.objects.seen_by(request.viewer), uid=uid)
    form = ReasonForm(sent(request))

    def save() -> None:
        void_absence(row, form.cleaned_data["reason"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Bỏ dòng ghi nhầm"), done=_("Đã bỏ dòng ghi nhầm."), **_around()
    )


def _around() -> dict[str, Any]:
    back = reverse("workforce:absences")
    return {"back": back, "crumbs": [(_("Ngày vắng"), back)]}
