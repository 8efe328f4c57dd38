"""The Chairman's days: a year with its terms, planned by a rule, moved, called off, held."""

from __future__ import annotations

import uuid
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from chuan.clocks.offices import calendar_of
from chuan.people.door import Request
from chuan.people.models import Official
from chuan.petitions.actions import reception_days as actions
from chuan.petitions.actions.reception_days import Sitting
from chuan.petitions.forms_reception import HoldForm, PlanForm, ReasonForm, SittingForm, TriedForm
from chuan.petitions.lawful import bench_of
from chuan.petitions.models import ReceptionDay
from chuan.petitions.reception.days import hours_words, last_test_day, may_schedule, require_schedule
from chuan.petitions.reception.planning import Proposed, days_by_rule
from chuan.petitions.reception.printing import notice_pdf
from chuan.petitions.reception.sight import may_see
from chuan.petitions.reception.terms import around, chairman_of, terms_of, values_in
from chuan.petitions.views.reception.asking import (
    REFUSED,
    crumbs,
    officials_of,
    period_of,
    saved,
    sent,
    year_of,
)
from chuan.rules.refusals import NotAllowed, NotFound, Refused
from chuan.rules.types import Period
from chuan.ui import formatters as say
from chuan.ui.files import attachment

PDF = "application/pdf"
SHOWN_YEARS = 3


def schedule(request: Request) -> HttpResponse:
    """A year: its days, and each week or month of the law."""
    period = Period.year(_year(request))
    wide = around(period)
    rows = ReceptionDay.objects.seen_by(request.viewer).filter(day__gte=wide.start, day__lt=wide.end)
    days = list(rows.select_related("receiver").order_by("day", "starts"))
    standing = [one for one in days if one.state != ReceptionDay.State.CANCELLED]
    chairman = chairman_of(request.viewer.unit_ids)
    values = values_in(request.viewer.unit, wide)
    terms = terms_of(standing, values, wide, chairman, request.on, _since(request))
    inside = [one for one in terms if one.period.start in period]
    counted = [one for one in inside if one.state != "unknown"]
    context = {
        "title": _("Lịch tiếp công dân năm %s") % period.start.year,
        "crumbs": crumbs()[:1],
        "demo": request.viewer.unit.example,
        "days": [(one, hours_words(one), chairman.receives(one)) for one in days if one.day in period],
        "terms": counted,
        "unknown": len(inside) - len(counted),
        "laws": list(dict.fromkeys(one.value for one in inside)),
        "short": [one for one in counted if one.state == "short" and one.period.start <= request.on],
        "years": range(request.on.year - SHOWN_YEARS + 1, request.on.year + 2),
        "year": period.start.year,
        "query": f"tu={say.day(period.start)}&den={say.day(period.end - timedelta(days=1))}",
        "may_schedule": may_schedule(request.viewer),
        "may_see": may_see(request.viewer),
    }
    return render(request, "petitions/reception/schedule.html", context)


def plan(request: Request) -> HttpResponse:
    """Days by a rule: shown first, then put into the schedule."""
    require_schedule(request.viewer)
    officials = officials_of(request)
    form = PlanForm(sent(request), officials=officials, initial=_usual(request))
    proposed: list[Proposed] = []
    refusal = ""
    if request.method == "POST" and form.is_valid():
        proposed = _proposed(request, form)
        if request.POST.get("do") == "save":
            try:
                made = actions.plan(_sittings(form, proposed), by=request.viewer, at=request.at)
            except (NotAllowed, NotFound):
                raise
            except Refused as refused:
                refusal = refused.sentence
            else:
                messages.success(request, _("Đã thêm %s ngày vào lịch.") % say.number(len(made)))
                return redirect(f"{reverse('petitions:reception')}?nam={made[0].day.year}")
    context = {
        "title": _("Xếp lịch tiếp công dân"), "crumbs": crumbs(), "demo": request.viewer.unit.example, "form": form,
        "proposed": proposed, "laws": values_in(request.viewer.unit, _span(form, request.on)), "refusal": refusal,
    }  # fmt: skip
    wrong = request.method == "POST" and (refusal or form.errors)
    return render(request, "petitions/reception/plan.html", context, status=REFUSED if wrong else 200)


def one(request: Request, uid: uuid.UUID) -> HttpResponse:
    """One day: what is to be done with it now, and what was done."""
    return _one(request, _day(request, uid))


def hold(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Say that it was held."""
    row = _day(request, uid)
    require_schedule(request.viewer)
    form = HoldForm(sent(request), officials=officials_of(request), initial={"receiver": row.receiver.uid})

    def save() -> None:
        actions.hold(row, form.cleaned_data["receiver"], by=request.viewer, at=request.at)

    context = _context(row, _("Ghi nhận đã tiếp"), _("Ghi nhận đã tiếp"))
    return saved(request, form, save, done=_("Đã ghi nhận buổi tiếp."), to=_back(row), context=context)


def tried(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Say when the line of an online sitting was tried."""
    row = _day(request, uid)
    require_schedule(request.viewer)
    form = TriedForm(sent(request), initial={"on": min(request.on, row.day)})

    def save() -> None:
        actions.try_line(row, form.cleaned_data["on"], by=request.viewer, at=request.at)

    context = _context(row, _("Thử đường truyền"), _("Ghi đã thử"))
    return saved(request, form, save, done=_("Đã ghi việc thử đường truyền."), to=_back(row), context=context)


def move(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Put it elsewhere, with the reason."""
    row = _day(request, uid)
    require_schedule(request.viewer)
    form = SittingForm(sent(request), officials=officials_of(request), moving=True, initial=_initial(row))

    def save() -> None:
        given = dict(form.cleaned_data)
        reason = given.pop("reason")
        actions.move(row, Sitting(**given), reason, by=request.viewer, at=request.at)

    context = _context(row, _("Đổi buổi tiếp"), _("Lưu thay đổi"))
    return saved(
        request,
        form,
        save,
        done=_("Đã đổi buổi tiếp; lịch cũ vẫn giữ bên cạnh."),
        to=_back(row),
        context=context,
    )


def call_off(request: Request, uid: uuid.UUID) -> HttpResponse:
    """Take it out of the schedule, with the reason."""
    row = _day(request, uid)
    require_schedule(request.viewer)
    form = ReasonForm(sent(request), label=_("Lý do hoãn"))

    def save() -> None:
        actions.call_off(row, form.cleaned_data["reason"], by=request.viewer, at=request.at)

    context = _context(row, _("Hoãn buổi tiếp"), _("Hoãn buổi tiếp"))
    return saved(request, form, save, done=_("Đã hoãn buổi tiếp."), to=_back(row), context=context)


def notice(request: Request) -> HttpResponse:
    """The schedule of a period as a notice to be numbered, signed and hung up."""
    require_schedule(request.viewer)
    period, _form = period_of(request, year_of(request.on))
    rows = ReceptionDay.objects.seen_by(request.viewer).standing().filter(unit=request.viewer.unit)
    found = rows.filter(day__gte=period.start, day__lt=period.end).select_related("receiver")
    data = notice_pdf(list(found.order_by("day", "starts")), period, request.viewer.unit, on=request.on)
    return attachment(data, f"lich-tiep-cong-dan-{period.start.year}.pdf", PDF)


def _since(request: Request) -> date:
    """The first day that was ever written here; today when none was."""
    rows = ReceptionDay.objects.seen_by(request.viewer).order_by("day")
    return rows.values_list("day", flat=True).first() or request.on


def _one(request: Request, row: ReceptionDay) -> HttpResponse:
    open_ = row.state == ReceptionDay.State.PLANNED
    may = may_schedule(request.viewer) and open_
    bench = bench_of(request.viewer.unit)
    context = {
        "title": _("Tiếp công dân %s") % say.weekday(row.day, with_year=True),
        "crumbs": crumbs(),
        "demo": request.viewer.unit.example,
        "row": row,
        "hours": hours_words(row),
        "counts": chairman_of(request.viewer.unit_ids).receives(row),
        "changes": row.changes.select_related("by").order_by("-seq"),
        "may_change": may,
        "may_hold": may and row.day <= request.on,
        "may_try": may and row.online and row.tested_on is None,
        "test_by": last_test_day(row, bench) if row.online else None,
        "entries": row.entries.count() if may_see(request.viewer) else None,
        "off": "" if bench.calendar.day(row.day).counts else bench.calendar.day(row.day).why,
    }
    return render(request, "petitions/reception/day.html", context)


def _context(row: ReceptionDay, title: str, button: str) -> dict[str, Any]:
    day = say.weekday(row.day, with_year=True)
    lead = f"{day[0].upper()}{day[1:]}, {hours_words(row)}, {row.place}."
    here = (_("Buổi tiếp %s") % say.day(row.day), _back(row))
    return {"title": title, "crumbs": crumbs(here), "lead": lead, "button": button, "back": _back(row)}


def _back(row: ReceptionDay) -> str:
    return reverse("petitions:reception_day", args=[row.uid])


def _day(request: Request, uid: uuid.UUID) -> ReceptionDay:
    seen = ReceptionDay.objects.seen_by(request.viewer).select_related("receiver", "unit")
    return get_object_or_404(seen, uid=uid)


def _year(request: Request) -> int:
    asked = request.GET.get("nam", "")
    good = asked.isascii() and asked.isdigit() and 2019 <= int(asked[:5]) <= request.on.year + 5
    return int(asked) if good else request.on.year


def _usual(request: Request) -> dict[str, Any]:
    """What was planned last, for the month after this one; the Chairman receives."""
    last = (
        ReceptionDay.objects.seen_by(request.viewer).filter(unit=request.viewer.unit).order_by("-pk").first()
    )
    month = Period.month(request.on.year, request.on.month)
    following = Period.month(month.end.year, month.end.month)
    usual: dict[str, Any] = {
        "first": following.start, "last": following.end - timedelta(days=1), "receiver": _chairman(request),
        "place": _("Phòng tiếp công dân, trụ sở %s") % request.viewer.unit.committee,
    }  # fmt: skip
    if last is None:
        return usual
    return usual | {
        "starts": last.starts,
        "ends": last.ends,
        "place": last.place,
        "weekday": last.day.weekday(),
    }


def _chairman(request: Request) -> uuid.UUID | None:
    held = chairman_of([request.viewer.unit.pk]).holder(request.on)
    found = Official.objects.seen_by(request.viewer).filter(pk=held).first() if held else None
    return found.uid if found else None


def _initial(row: ReceptionDay) -> dict[str, Any]:
    return {
        "day": row.day, "starts": row.starts, "ends": row.ends, "place": row.place, "online": row.online,
        "receiver": row.receiver.uid,
    }  # fmt: skip


def _proposed(request: Request, form: PlanForm) -> list[Proposed]:
    given = form.cleaned_data
    period = Period(given["first"], given["last"] + timedelta(days=1))
    return days_by_rule(calendar_of(request.viewer.unit), period, given["weekday"], given["weeks"])


def _sittings(form: PlanForm, proposed: list[Proposed]) -> list[Sitting]:
    given = form.cleaned_data
    return [
        Sitting(day, given["starts"], given["ends"], given["place"], given["online"], given["receiver"])
        for day in sorted({one.day for one in proposed if one.day})
    ]


def _span(form: PlanForm, on: date) -> Period:
    given = getattr(form, "cleaned_data", {})
    first, last = given.get("first"), given.get("last")
    if first and last and first <= last:
        return Period(first, last + timedelta(days=1))
    return Period.month(on.year, on.month)
