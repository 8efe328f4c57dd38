"""Papers of a year: the report as PDF or Word, and the year's table in Excel."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Literal

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.exchange.sheets import write_sheet
from chuan.objectives import addresses
from chuan.objectives.actions.printing import print_year_report
from chuan.objectives.exports import year_table
from chuan.objectives.forms_papers import DayForm
from chuan.objectives.models import Objective, Plan
from chuan.objectives.reports import year_picture
from chuan.objectives.views.downloads import XLSX, attachment
from chuan.objectives.views.finding import plan_of
from chuan.objectives.year_report import heads_of
from chuan.people.door import Request
from chuan.rules.targets.types import Outcome
from chuan.rules.vietnamese import read_date
from chuan.trail.models import Entry

REFUSED = 422
ORDER = (
    Outcome.NOT_MET, Outcome.AT_RISK, Outcome.ON_TRACK, Outcome.UNMEASURED, Outcome.EXCEEDED, Outcome.MET,
)  # fmt: skip
_PRINTS_SHOWN = 5


def report(request: Request, uid: uuid.UUID) -> HttpResponse:
    """What the report will say up to the chosen day, and the two buttons that print it."""
    found = plan_of(request, uid)
    return _page(request, found, DayForm(request.GET, today=request.on))


def report_pdf(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The report as PDF/A; only a pressed button prints, because printing is put on record."""
    return _printed(request, uid, "pdf")


def report_docx(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The report as a Word file, likewise."""
    return _printed(request, uid, "docx")


def export(request: Request, uid: uuid.UUID) -> HttpResponse:
    """The rows of Mục tiêu that the same filters leave, as a sheet."""
    found = plan_of(request, uid)
    typed = request.GET.get("den", "").strip()
    picture = year_picture(found, on=read_date(typed) if typed else request.on, today=request.on)
    outcome, owner = request.GET.get("ket-luan", ""), request.GET.get("phu-trach", "")
    basis = request.GET.get("can-cu", "")
    data = write_sheet(year_table(picture, outcome=outcome, owner=owner, basis=basis))
    return attachment(data, f"muc-tieu-{found.year}.xlsx", XLSX)


def _printed(request: Request, uid: uuid.UUID, form: Literal["pdf", "docx"]) -> HttpResponse:
    found = plan_of(request, uid)
    if request.method != "POST":
        return redirect("objectives:report", uid=found.uid)
    chosen = DayForm(request.POST, today=request.on)
    if not chosen.is_valid():
        return _page(request, found, chosen)
    paper = print_year_report(found, form=form, on=chosen.day(), by=request.viewer, at=request.at)
    return attachment(paper.data, paper.name, paper.content_type)


def _page(request: Request, found: Plan, form: DayForm) -> HttpResponse:
    valid = form.is_valid()
    day = form.day()
    picture = year_picture(found, on=day, today=request.on)
    context = {
        "title": _("Báo cáo kết quả năm %(year)s") % {"year": found.year},
        "crumbs": [(_("Mục tiêu %(year)s") % {"year": found.year}, addresses.of_plan(found))],
        "demo": picture.illustrative,
        "plan": found,
        "picture": picture,
        "tally": [{"outcome": one, "count": picture.tally[one]} for one in ORDER if picture.tally.get(one)],
        "form": form,
        "day": day,
        "is_over": _is_over(found, day),
        "open_questions": found.reading.questions.filter(answered_at=None).count(),
        "open_counts": list(found.objectives.filter(roll_up=Objective.RollUp.OPEN)),
        "heads": heads_of(found, on=request.on),
        "prints": _prints(found),
        "may_print": request.viewer.unit.pk == found.owner_unit_id,
    }
    return render(request, "objectives/report.html", context, status=200 if valid else REFUSED)


def _is_over(found: Plan, day: date) -> bool:
    return day >= found.period.end


def _prints(found: Plan) -> list[Entry]:
    """When it was printed before, the last time first."""
    rows = Entry.objects.filter(subject_kind="plan", subject_uid=found.uid, verb="plan.report")
    return list(rows.order_by("-at", "-seq")[:_PRINTS_SHOWN])
