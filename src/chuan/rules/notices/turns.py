"""When somebody may be told: never in his quiet hours, never on a day off unless he chose so; bundles at their hour."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from chuan.rules.notices.facts import Choice, Way
from chuan.rules.working_time import VIETNAM, Calendar

REACH = 40
"""Days looked back and ahead for a turn: longer than any row of days off."""


def disturbs(choice: Choice, calendar: Calendar, at: datetime) -> bool:
    """Whether this is a moment he wants to be left alone."""
    local = at.astimezone(VIETNAM)
    return _quiet(choice, local) or not _worked(choice, calendar, local.date())


def turn(way: Way, choice: Choice, calendar: Calendar, at: datetime) -> datetime | None:
    """The last moment, not after ``at``, at which a bundle of this way was due; None: none within reach."""
    today = at.astimezone(VIETNAM).date()
    days = (today - timedelta(days=back) for back in range(REACH))
    return next((one for one in _turns(way, choice, calendar, days) if one <= at), None)


def next_turn(way: Way, choice: Choice, calendar: Calendar, at: datetime) -> datetime | None:
    """The first moment after ``at`` at which a bundle of this way is due; None: none within reach."""
    today = at.astimezone(VIETNAM).date()
    days = (today + timedelta(days=ahead) for ahead in range(REACH))
    return next((one for one in _turns(way, choice, calendar, days) if one > at), None)


def opens(
    way: Way, choice: Choice, calendar: Calendar, *, last: datetime | None, at: datetime, gap: timedelta
) -> bool:
    """Whether a bundle may be told now. ``last``: the last one, or the moment the choice was made.

    A turn that was missed stays open until the next moment that disturbs nobody.
    """
    if way is Way.NONE or disturbs(choice, calendar, at):
        return False
    if way is Way.AT_ONCE:
        return last is None or at - last >= gap
    due = turn(way, choice, calendar, at)
    return due is not None and (last is None or last < due)


def _turns(way: Way, choice: Choice, calendar: Calendar, days: Iterable[date]) -> Iterable[datetime]:
    for day in days:
        if _worked(choice, calendar, day) and (way is Way.DAILY or _first_of_week(choice, calendar, day)):
            yield datetime.combine(day, choice.hour, VIETNAM)


def _first_of_week(choice: Choice, calendar: Calendar, day: date) -> bool:
    earlier = (day - timedelta(days=back) for back in range(1, day.weekday() + 1))
    return not any(_worked(choice, calendar, one) for one in earlier)


def _worked(choice: Choice, calendar: Calendar, day: date) -> bool:
    return choice.days_off or calendar.day(day).counts


def _quiet(choice: Choice, local: datetime) -> bool:
    now, start, end = local.time(), choice.quiet_from, choice.quiet_to
    return start <= now < end if start <= end else now >= start or now < end
