"""The matrix at a glance, what posts ask for, and both on paper."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.people.door import Request
from chuan.people.models import Post
from chuan.people.sent_forms import sent
from chuan.rules.refusals import NotFound
from chuan.ui.files import attachment
from chuan.workforce.actions.competence import Named, ask, end_asking, names_of
from chuan.workforce.competence.matrix import matrix
from chuan.workforce.competence.printing import competence_book, competence_sheet
from chuan.workforce.forms_competence import AskForm, DayForm, EndAskingForm
from chuan.workforce.models import Requirement
from chuan.workforce.permissions import may_keep, may_see_competence, require_keep
from chuan.workforce.views.forms import saved

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def shown(request: Request) -> HttpResponse:
    """Posts against what they ask for; one who may see only himself is led to his own page."""
    if not may_see_competence(request.viewer):
        return redirect("workforce:my_competence")
    on, form = day_asked(request)
    told = matrix(request.viewer.unit, on)
    context = {
        "title": _("Năng lực"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "matrix": told,
        "gaps": told.gaps,
        "silent": told.silent,
        "keeper": may_keep(request.viewer),
        "on": on,
        "form": form,
        "asked": f"?ngay={on:%d/%m/%Y}" if on != request.on else "",
    }
    return render(request, "workforce/competence/matrix.html", context)


def requirements(request: Request) -> HttpResponse:
    """What each post asks for today, by which document."""
    rows = Requirement.objects.seen_by(request.viewer).on(request.on).filter(post__unit=request.viewer.unit)
    context = {
        "title": _("Yêu cầu của chức danh"),
        "where": request.viewer.unit.committee,
        "demo": request.viewer.unit.example,
        "crumbs": [(_("Cán bộ"), "/can-bo/"), (_("Năng lực"), reverse("workforce:competence"))],
        "rows": rows.select_related("post", "qualification").order_by("post__title", "qualification__name"),
        "keeper": may_keep(request.viewer),
    }
    return render(request, "workforce/competence/requirements.html", context)


def add_requirement(request: Request) -> HttpResponse:
    """A post asks for something more."""
    require_keep(request.viewer)
    posts = list(Post.objects.seen_by(request.viewer).filter(unit=request.viewer.unit).order_by("title"))
    form = AskForm(sent(request), posts=posts, initial={"since": request.on})

    def save() -> None:
        given = form.cleaned_data
        post = next(one for one in posts if str(one.uid) == given["post"])
        named = Named(given["name"], given["kind"], int(given["renew"]) if given["renew"] else None)
        ask(
            post, named, must=bool(given["must"]), since=given["since"], citation=given["citation"],
            by=request.viewer, at=request.at,
        )  # fmt: skip

    known = names_of([request.viewer.unit.pk])
    lead = _("Đã có: %s.") % "; ".join(known) if known else ""
    return saved(
        request, form, save, title=_("Ghi yêu cầu"), done=_("Đã ghi yêu cầu của chức danh."), lead=lead, **_around()
    )  # fmt: skip


def end_requirement(request: Request, uid: uuid.UUID) -> HttpResponse:
    """A post asks for it no more."""
    require_keep(request.viewer)
    row = get_object_or_404(Requirement.objects.seen_by(request.viewer).select_related("post"), uid=uid)
    form = EndAskingForm(sent(request), initial={"until": request.on})

    def save() -> None:
        given = form.cleaned_data
        end_asking(row, given["until"], given["citation"], by=request.viewer, at=request.at)

    return saved(
        request, form, save, title=_("Thôi yêu cầu"),
        done=_("Đã thôi yêu cầu; những ngày trước giữ nguyên."), **_around(),
    )  # fmt: skip


def printed(request: Request) -> HttpResponse:
    """Everything of clauses 7.2 and 7.3 in one book."""
    if not may_see_competence(request.viewer):
        raise NotFound()
    data = competence_book(request.viewer.unit, day_asked(request)[0], name=request.viewer.name)
    return attachment(data, "nang-luc.pdf", "application/pdf")


def exported(request: Request) -> HttpResponse:
    """The matrix as a worksheet: no identity numbers, for the register holds none."""
    if not may_see_competence(request.viewer):
        raise NotFound()
    return attachment(competence_sheet(request.viewer.unit, day_asked(request)[0]), "nang-luc.xlsx", XLSX)


def day_asked(request: Request) -> tuple[date, DayForm]:
    """The day that the address asks for; what is no day falls back to today and is shown with why."""
    form = DayForm(request.GET if "ngay" in request.GET else {"ngay": f"{request.on:%d/%m/%Y}"})
    return (form.cleaned_data["ngay"] if form.is_valid() else request.on), form


def _around() -> dict[str, Any]:
    back = reverse("workforce:requirements")
    return {"back": back, "crumbs": [(_("Năng lực"), reverse("workforce:competence")), (_("Yêu cầu"), back)]}
