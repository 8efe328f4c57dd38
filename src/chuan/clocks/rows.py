"""One clock as a task: what is left, in whose days, what was promised first, what the day rests on."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from chuan.clocks.models import Clock
from chuan.offers.subjects import Described
from chuan.rules.deadlines import AGENCY, CITIZEN, COUNTER
from chuan.rules.working_time import Calendar
from chuan.ui import formatters, words
from chuan.ui.parts import Task

_SAME_YEAR = 150
"""Days beyond which a due day is written with its year."""

_WAITING: dict[str, str | Promise] = {
    CITIZEN: gettext_lazy("chờ công dân bổ sung"),
    AGENCY: gettext_lazy("chờ cơ quan khác"),
    COUNTER: gettext_lazy("còn ở nơi tiếp nhận"),
}


def task_of(described: Described, clock: Clock, calendar: Calendar, on: date) -> Task:
    """The clock as a row. A clock that waits says for whom, one without a day says why."""
    due = clock.lawful_due_on
    dated = clock.state != Clock.State.WAITING and due is not None
    overdue = dated and due is not None and due < on
    left = days_left(clock, due, calendar, on, every_day=described.every_day) if dated and due else None
    return Task(
        icon=described.icon,
        what=described.label,
        url=described.address,
        why=described.note,
        due=_left(*left) if left else _standing(clock),
        state=_state(left[0]) if left else "paused",
        when=_("; ").join(_when(clock, calendar, on)),
        button=described.verb,
        primary=overdue,
    )


def days_left(
    clock: Clock, due: date, calendar: Calendar, on: date, *, every_day: bool = False
) -> tuple[int, bool]:
    """Days to the due day (below 0: past it), and whether they are working days.

    By law the office's working days count, unless the law counts ``every_day``; a practice, and a day beyond the
    calendar held, counts calendar days. Past the due day is late by at least one day.
    """
    plain = (due - on).days
    if not clock.legal or every_day or plain == 0:
        return plain, False
    days = calendar.working_days(min(on, due), max(on, due))
    if days is None or (days == 0 and plain > 0):
        return plain, False
    return (days if plain > 0 else -max(days, 1)), True


def unconfirmed_years(clocks: Iterable[Clock], calendar: Calendar) -> list[int]:
    """Years on which the lawful due days rest and that nobody in the office confirmed."""
    years = {year for clock in clocks for year in _years(clock) if not calendar.years.get(year)}
    return sorted(years)


def _years(clock: Clock) -> range:
    if not clock.legal or clock.lawful_due_on is None or clock.state == Clock.State.WAITING:
        return range(0)
    return range(clock.opened_on.year, clock.lawful_due_on.year + 1)


def _left(left: int, working: bool) -> str:
    return _("Hôm nay") if left == 0 else words.days_left(left, calendar=not working, working=working)


def _state(left: int) -> str:
    if left < 0:
        return "overdue"
    return "due_soon" if left <= 1 else ""


def _standing(clock: Clock) -> str:
    return _("Đang chờ") if clock.state == Clock.State.WAITING else _("Chưa có hạn")


def _when(clock: Clock, calendar: Calendar, on: date) -> Iterable[str]:
    """The grey words beneath: the due day or for whom it waits, other promises, a calendar not confirmed."""
    if clock.state == Clock.State.WAITING:
        yield str(_WAITING.get(clock.holder, _("chờ nơi khác")))
    elif clock.lawful_due_on is None:
        yield _("chưa có lịch nghỉ của năm đến hạn")
    else:
        yield _("hạn %(day)s") % {"day": _day(clock.lawful_due_on, on)}
    if clock.first_promise_on and clock.first_promise_on != clock.lawful_due_on:
        yield _("hẹn đầu %(day)s") % {"day": _day(clock.first_promise_on, on)}
    if clock.appointment_on:
        yield _("hẹn lại %(day)s") % {"day": _day(clock.appointment_on, on)}
    for year in unconfirmed_years([clock], calendar):
        yield _("lịch %(year)s chưa xác nhận") % {"year": year}


def _day(day: date, on: date) -> str:
    return formatters.weekday(day, with_year=abs((day - on).days) > _SAME_YEAR)
