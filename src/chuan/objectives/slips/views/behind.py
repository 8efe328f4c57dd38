"""Who is behind: a card a person or post, the text to copy, the reminders on record, one Excel for his room."""

from __future__ import annotations

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from chuan.objectives.permissions import RECORDERS
from chuan.objectives.sheet_form import Slot, figures_form
from chuan.objectives.slips import addresses
from chuan.objectives.slips.actions import note_reminder
from chuan.objectives.slips.owing import owing
from chuan.objectives.slips.permissions import require_reminder
from chuan.objectives.slips.refusals import NothingBehind
from chuan.objectives.slips.reminders import Behind, behind, text_of
from chuan.objectives.views.downloads import XLSX, attachment
from chuan.people.door import Request
from chuan.ui import formatters as say


@dataclass(frozen=True)
class Shown:
    """One who is behind, and the text to copy."""

    behind: Behind
    text: str

    @property
    def when(self) -> str:
        """The days of the reminders on record, the last first."""
        return ", ".join(say.day(one) for one in self.behind.reminded)


def missing(request: Request) -> HttpResponse:
    """Everybody who owes a figure of a period that is over; a pressed button keeps that he was reminded."""
    require_reminder(request.viewer)
    refusal = ""
    if request.method == "POST":
        try:
            one = note_reminder(request.POST.get("cho", ""), by=request.viewer, at=request.at)
        except NothingBehind as refused:
            refusal = refused.sentence
        else:
            messages.success(request, _("Đã ghi lời nhắc hôm nay gửi %(post)s.") % {"post": one.address})
            return redirect(addresses.BEHIND)
    return _page(request, refusal)


def room_sheet(request: Request) -> HttpResponse:
    """The Excel form with what one person or post still owes; filled, it comes back where every form does."""
    if not request.viewer.has(*RECORDERS):
        raise Http404
    asked = request.GET.get("cho", "")
    found = _found(request, asked)
    plan = found.figures[-1].due.plan
    wanted = {(owed.indicator.pk, owed.due.period_end) for owed in found.figures}

    def is_wanted(slot: Slot) -> bool:
        return (slot.indicator.pk, slot.period.end) in wanted and slot.standing is None

    data = figures_form(plan, request.viewer, request.on, only=is_wanted)
    return attachment(data, f"bieu-con-thieu-{plan.year}.xlsx", XLSX)


def _found(request: Request, key: str) -> Behind:
    every = owing(request.viewer.unit, on=request.on, at=request.at).figures
    found = next((one for one in behind(request.viewer.unit, every, request.on) if one.key == key), None)
    if found is None:
        raise Http404
    return found


def _page(request: Request, refusal: str) -> HttpResponse:
    unit = request.viewer.unit
    every = owing(unit, on=request.on, at=request.at)
    link = request.build_absolute_uri(addresses.SLIP)
    found = behind(unit, every.figures, request.on)
    context = {
        "title": _("Ai còn thiếu số liệu"),
        "crumbs": [(_("Mục tiêu"), "/muc-tieu/")],
        "shown": [Shown(one, text_of(one, unit, link)) for one in found],
        "total": len(every.figures),
        "late": sum(len(one.late) for one in found),
        "may_record": request.viewer.has(*RECORDERS),
        "slip": addresses.SLIP,
        "meeting": addresses.MEETING,
        "refusal": refusal,
        "demo": unit.example,
    }
    return render(request, "objectives/slips/behind.html", context, status=422 if refusal else 200)
