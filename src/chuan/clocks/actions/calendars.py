"""The office's calendar: years confirmed, days and hours set, each by a document. Rows are only added."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.db.models import Max

from chuan.clocks import permissions, refusals
from chuan.clocks.actions.settings import add_setting, locked
from chuan.clocks.day_checks import DayWanted, check_days, require_days_off, require_year
from chuan.clocks.models import CalendarDay, CalendarYear
from chuan.clocks.offices import HOURS, calendar_of
from chuan.clocks.saying import kind_words
from chuan.clocks.swaps import Swap
from chuan.law.calendars import office_hours, proposal_digest
from chuan.offers import calendars
from chuan.offers.subjects import Subject
from chuan.people.actions.holding import cited
from chuan.people.models import Unit
from chuan.people.viewer import Viewer
from chuan.rules.types import Citation
from chuan.rules.wording import said
from chuan.trail.actions import act


def confirm_year(unit: Unit, year: int, *, citation: str, by: Viewer, at: datetime) -> int:
    """Confirm a year's calendar by naming the notice; how many due dates moved.

    Raises ``CitationMissing`` without a notice, ``YearWithoutDays`` for a year that is not a calendar yet.
    """
    permissions.require_keep_calendar(by, unit)
    require_year(year, at=at)
    notice = cited(citation)
    require_days_off(calendar_of(unit), year)
    with act(
        "calendar.confirm",
        Subject("unit", unit.uid),
        by=by,
        unit_uid=unit.uid,
        at=at,
        year=year,
        citation=notice,
    ) as doing:
        last = locked(unit).calendar_years.filter(year=year).order_by("-version").first()
        if last and (last.citation, last.proposal) == (notice, proposal_digest(year)):
            raise refusals.YearConfirmed(year=str(year), citation=notice)
        CalendarYear.objects.create(
            unit=unit, year=year, version=(last.version if last else 0) + 1, citation=notice,
            proposal=proposal_digest(year), confirmed_by=by.official, recorded_at=at,
        )  # fmt: skip
        doing.detail["moved"] = moved = calendars.changed(unit, at)
    return moved


def set_day(
    unit: Unit, wanted: DayWanted, *, citation: str, known_since: date | None, by: Viewer, at: datetime
) -> int:
    """Say what one day is; how many due dates moved. Raises as ``set_days`` does."""
    return set_days(unit, [wanted], citation=citation, known_since=known_since, by=by, at=at)


def set_days(
    unit: Unit, wanted: Sequence[DayWanted], *, citation: str, known_since: date | None, by: Viewer,
    at: datetime,
) -> int:  # fmt: skip
    """Say what some days are, by one document; how many due dates moved.

    ``known_since``: the day the office had the notice; None: known from the start. Each row is a new version.
    Raises ``NoDays``, ``TooManyDays``, ``DayTwice``, ``DayWithoutReason``, ``HoursMissing``,
    ``HoursUnreadable``, ``NoticeFromTomorrow``, ``NothingChanges``, ``CitationMissing``, ``YearOutOfReach``.
    """
    permissions.require_keep_calendar(by, unit)
    notice = cited(citation)
    check_days(wanted, calendar_of(unit), known_since, at=at)
    shown = "; ".join(f"{said(one.day)} {kind_words(one.kind)}: {one.why}" for one in wanted)
    detail = {"days": shown, "citation": notice, "known_since": known_since}
    with act(
        "calendar.set_days", Subject("unit", unit.uid), by=by, unit_uid=unit.uid, at=at, **detail
    ) as doing:
        locked(unit)
        versions = _last_versions(unit, [one.day for one in wanted])
        CalendarDay.objects.bulk_create(
            CalendarDay(
                unit=unit, day=one.day, version=versions.get(one.day, 0) + 1, kind=one.kind.value,
                counts=one.counts, spans=one.spans.replace(" ", ""), why=" ".join(one.why.split()),
                citation=notice, known_since=known_since, confirmed_by=by.official, recorded_at=at,
            )
            for one in wanted
        )  # fmt: skip
        doing.detail["moved"] = moved = calendars.changed(unit, at)
    return moved


def swap_days(
    unit: Unit, swap: Swap, *, citation: str, known_since: date | None, by: Viewer, at: datetime
) -> int:
    """Take a working day off and work a rest day instead; how many due dates moved.

    Raises ``SwapOfWorkingDays``, ``SwapTooFar``, and as ``set_days`` does.
    """
    permissions.require_keep_calendar(by, unit)
    swap.check(calendar_of(unit))
    wanted = [DayWanted(row.day, row.kind, row.why) for row in swap.rows(Citation(number=citation))]
    return set_days(unit, wanted, citation=citation, known_since=known_since, by=by, at=at)


def set_hours(unit: Unit, hours: str, *, valid_from: date, citation: str, by: Viewer, at: datetime) -> int:
    """Set the office's hours from a day on, as "07:30-11:30,13:30-17:00"; how many due dates moved.

    Raises ``HoursUnreadable``, ``CitationMissing``, ``NothingChanges``.
    """
    permissions.require_keep_calendar(by, unit)
    require_year(valid_from.year, at=at)
    notice, typed = cited(citation), hours.replace(" ", "")
    office_hours(typed, valid_from, Citation(number=notice))
    detail = {"hours": typed, "since": valid_from, "citation": notice}
    with act(
        "calendar.set_hours", Subject("unit", unit.uid), by=by, unit_uid=unit.uid, at=at, **detail
    ) as doing:
        add_setting(unit, HOURS, typed, valid_from=valid_from, citation=notice)
        doing.detail["moved"] = moved = calendars.changed(unit, at)
    return moved


def _last_versions(unit: Unit, days: Sequence[date]) -> dict[date, int]:
    rows = CalendarDay.objects.filter(unit=unit, day__in=days).values("day").annotate(last=Max("version"))
    return {row["day"]: row["last"] for row in rows}
