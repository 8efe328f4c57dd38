"""The clock strip of a dossier: the days of its ledger as cells, its dates as lines."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.translation import gettext as _

from chuan.dossiers.showing.ledger import CountedDay, counted_days
from chuan.law.dossier_clock import DossierDates
from chuan.rules.deadlines import AGENCY, CITIZEN, COUNTER, Step
from chuan.rules.working_time import VIETNAM
from chuan.ui import formatters as say
from chuan.ui.charts.clock_strip import ClockStrip, DayCell, Label

MOST_DAYS = 240
_BEYOND = 60
"""So many days after the ledger's last are drawn at most, to reach today or a promised day."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The days of a dossier that are drawn as lines: promised first, promised anew, settled."""

    promised: date | None = None
    appointed: date | None = None
    settled: date | None = None


def strip_of(dates: DossierDates, marks: Marks, *, on: date) -> ClockStrip:
    """The strip from the day of receipt to the last of its dates."""
    days = counted_days(dates, on=on)
    cells = [*_cells(days, dates)]
    cells += _beyond(cells, dates, marks, on)
    return ClockStrip(
        days=cells[:MOST_DAYS],
        title=_title(days, dates, on),
        labels=tuple(_labels(dates, marks, on)),
        today=on,
    )


def _cells(days: Sequence[CountedDay], dates: DossierDates) -> Iterator[DayCell]:
    """One cell a day: where a day has several lines (hours), the one in which something was counted."""
    by_day: dict[date, CountedDay] = {}
    for one in days:
        if one.line.counted or one.line.day not in by_day:
            by_day[one.line.day] = one
    taken = {one.at.astimezone(VIETNAM).date() for one in dates.story.happenings if one.step in _TAKING}
    rounds = max((one.line.round for one in days), default=0)
    for day, one in by_day.items():
        yield DayCell(
            day,
            one.kind,
            _late(day, dates) if one.kind == "over" else _text(one, received=day in taken),
            brace=_brace(one, days, rounds),
            strong=one.kind in ("counted", "to_come"),
        )


_TAKING = (Step.RECEIVED, Step.SUPPLIED, Step.CAME_BACK)


def _late(day: date, dates: DossierDates) -> str:
    """ "+2" on the second working day after the due day; nothing on a day off."""
    due = dates.reading.lawful_due_on
    late = dates.calendar.working_days(due, day) if due else None
    return f"+{late}" if late and dates.calendar.day(day).counts else ""


def _text(one: CountedDay, *, received: bool) -> str:
    if one.kind == "wait":
        return _("chờ")
    if one.kind == "event":
        return _("nhận") if received else ""
    return one.number


def _brace(one: CountedDay, days: Sequence[CountedDay], rounds: int) -> str:
    """What the run of days is called: the round and what became of it, or who is waited for."""
    line = one.line
    if line.holder in (CITIZEN, AGENCY, COUNTER) and one.kind in ("wait", "off"):
        return {
            CITIZEN: _("chờ người dân bổ sung"),
            AGENCY: _("ở cơ quan khác"),
            COUNTER: _("ở bộ phận tiếp nhận"),
        }[line.holder]
    if one.kind == "over":
        return _("quá hạn")
    counted = sum(other.line.counted and other.line.round == line.round for other in days)
    if line.round < rounds:
        return _("vòng %(round)s: %(n)s ngày, bỏ") % {"round": line.round, "n": counted}
    if rounds > 1:
        return _("vòng %(round)s: đếm lại đủ %(n)s ngày") % {"round": line.round, "n": counted}
    return ""


def _beyond(cells: Sequence[DayCell], dates: DossierDates, marks: Marks, on: date) -> Iterator[DayCell]:
    """Days after the ledger's last, as far as today (while it runs) or a promised day lies."""
    if not cells:
        return
    last = cells[-1].day
    wanted = [marks.promised, marks.appointed, marks.settled, None if marks.settled else on]
    until = min(max(filter(None, [*wanted, last])), last + timedelta(days=_BEYOND))
    due, n = dates.reading.lawful_due_on, 0
    day = last + timedelta(days=1)
    while day <= until:
        info = dates.calendar.day(day)
        late = due is not None and day > due and (day <= (marks.settled or on))
        n += info.counts and late
        if not info.counts:
            yield DayCell(day, "off", brace=_("quá hạn") if late else "")
        else:
            yield DayCell(day, "over", f"+{n}" if late else "", brace=_("quá hạn") if late else "")
        day += timedelta(days=1)


def _labels(dates: DossierDates, marks: Marks, on: date) -> Iterator[Label]:
    due = dates.reading.lawful_due
    if due is not None:
        same = marks.promised == due.date()
        words = _("Hạn %(day)s, %(hour)s, đúng ngày hẹn") if same else _("Hạn %(day)s, %(hour)s")
        yield Label(due.date(), words % {"day": say.short_day(due.date()), "hour": say.clock(due)}, "due")
    if marks.promised is not None and (due is None or marks.promised != due.date()):
        yield Label(marks.promised, _("hẹn đầu tiên %s") % say.short_day(marks.promised), "was", strong=False)
    if marks.appointed is not None:
        yield Label(marks.appointed, _("hẹn lại %s") % say.short_day(marks.appointed), "was", strong=False)
    if marks.settled is not None:
        yield Label(marks.settled, _("xong %s") % say.short_day(marks.settled))
    if marks.settled != on:
        yield Label(on, _("hôm nay"))


def _title(days: Sequence[CountedDay], dates: DossierDates, on: date) -> str:
    """The finding in one sentence; day by day it stands in the table below."""
    if not days:
        return _("Đồng hồ của hồ sơ: chưa có ngày nào")
    facts = {
        "first": say.short_day(days[0].line.day),
        "last": say.day(days[-1].line.day),
        "n": sum(one.kind in ("counted", "to_come") for one in days),
        "due": say.day(dates.reading.lawful_due_on),
    }
    said = _(
        "Đồng hồ của hồ sơ từ %(first)s đến %(last)s: tính %(n)s ngày, hạn %(due)s. Từng ngày ở bảng dưới."
    )
    return said % facts
