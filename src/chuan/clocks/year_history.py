"""What was written into a year of the calendar: when, by whom, what, by which paper."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from chuan.clocks.models import CalendarDay, CalendarYear
from chuan.clocks.offices import HOURS
from chuan.people.models import Unit, UnitSetting


@dataclass(frozen=True, slots=True)
class Change:
    """Something that was written into the year: when, by whom, what, by which paper."""

    at: datetime
    what: str
    citation: str
    by: str


def history(unit: Unit, year: int, *, most: int = 40) -> list[Change]:
    """What was written into the year, the latest first: days, confirmations, hours."""
    days = CalendarDay.objects.filter(unit=unit, day__year=year).select_related("confirmed_by")
    years = CalendarYear.objects.filter(unit=unit, year=year).select_related("confirmed_by")
    hours = UnitSetting.objects.filter(unit=unit, key=HOURS, valid_from__year=year)
    confirmed = _("Xác nhận lịch năm %(year)s") % {"year": year}
    told = [
        *(_change(row, _told(row)) for row in days.order_by("-recorded_at", "day")[:most]),
        *(_change(row, confirmed) for row in years.order_by("-version")[:most]),
        *(Change(row.recorded_at, _told_hours(row), row.citation, "") for row in hours),
    ]
    return sorted(told, key=lambda one: one.at, reverse=True)[:most]


def _change(row: CalendarDay | CalendarYear, what: str) -> Change:
    by = row.confirmed_by.name if row.confirmed_by else ""
    return Change(row.recorded_at, what, row.citation, by)


def _told_hours(row: UnitSetting) -> str:
    facts = {"hours": row.value.replace("-", "–").replace(",", ", "), "day": f"{row.valid_from:%d/%m/%Y}"}
    return _("Giờ làm việc %(hours)s, từ %(day)s") % facts


def _told(row: CalendarDay) -> str:
    facts = {"day": f"{row.day:%d/%m/%Y}", "kind": row.get_kind_display(), "why": row.why}
    return _("%(day)s: %(kind)s (%(why)s)") % facts
