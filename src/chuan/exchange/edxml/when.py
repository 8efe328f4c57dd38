"""Days and moments as packets write them; what is no day is None and stays as text."""

from __future__ import annotations

import re
from datetime import date, datetime

from chuan.rules.working_time import VIETNAM

_DAY = re.compile(r"([0-9]{4})/([0-9]{2})/([0-9]{2})")
_MOMENT = re.compile(r"([0-9]{4})/([0-9]{2})/([0-9]{2}) ([0-9]{2}):([0-9]{2}):([0-9]{2})")


def day_of(text: str) -> date | None:
    """ "2018/09/28" as a day; None for another form and for a day that no calendar has."""
    found = _DAY.fullmatch(text.strip())
    try:
        return date(*map(int, found.groups())) if found else None
    except ValueError:
        return None


def moment_of(text: str) -> datetime | None:
    """ "2018/09/28 08:05:00" as a moment in Vietnam's time; None as for ``day_of``."""
    found = _MOMENT.fullmatch(text.strip())
    if found is None:
        return None
    year, month, day, hour, minute, second = map(int, found.groups())
    try:
        return datetime(year, month, day, hour, minute, second, tzinfo=VIETNAM)
    except ValueError:
        return None


def written_day(day: date) -> str:
    """As a packet writes a day."""
    return f"{day.year:04}/{day.month:02}/{day.day:02}"


def written_moment(at: datetime) -> str:
    """As a packet writes a moment: to the second, in Vietnam's time."""
    local = at.astimezone(VIETNAM)
    return f"{written_day(local.date())} {local:%H:%M:%S}"
