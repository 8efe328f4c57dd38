"""The days of a log's lines: with a year (ISO), or by month name only, over any number of New Years."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

_MONTHS = {
    name: number
    for number, name in enumerate(
        (b"jan", b"feb", b"mar", b"apr", b"may", b"jun", b"jul", b"aug", b"sep", b"oct", b"nov", b"dec"),
        start=1,
    )
}
_ISO = re.compile(rb"(\d{4})-(\d\d)-(\d\d)[T ](\d\d)")
_UTC = re.compile(rb"\d{4}-\d\d-\d\dT[\d:.]+(?:Z|\+00:?00)")
_PRIORITY = re.compile(rb"<\d{1,3}>(?:1 )?")
HERE = timedelta(hours=7)
"""From universal time to the clocks of Viet Nam, which are never changed."""
_ACROSS = 6
"""A step of more months than this between two lines is a New Year, forwards or backwards."""


class Stamps:
    """Reads the day of each line. ``year``: of the first line, where lines bear none.

    Lines with month names are followed in the order they come: from December to January the year goes up, and back
    from January to December (a late line, or files given from new to old) it goes down.
    """

    def __init__(self, year: int) -> None:
        self._year, self._at = year, 0
        self._named: dict[bytes, tuple[int, int] | None] = {}
        self._days: dict[bytes, date | None] = {}
        self.first: date | None = None
        self.last: date | None = None

    def month_of(self, line: bytes) -> int:
        """The line's month as year × 12 + month − 1; −1 when it bears no day."""
        day = self.day_of(line)
        if day is None:
            return -1
        if self.first is None or day < self.first:
            self.first = day
        if self.last is None or day > self.last:
            self.last = day
        return day.year * 12 + day.month - 1

    def day_of(self, line: bytes) -> date | None:
        """The line's day on the office's clock."""
        if line[:1] == b"<" and (found := _PRIORITY.match(line)):
            line = line[found.end() :]
        if line[:1].isdigit():
            key = line[:13] if not _UTC.match(line) else line[:13] + b"Z"
            if key not in self._days:
                self._days[key] = _dated(key)
            return self._days[key]
        return self._without_year(line[:6])

    def _without_year(self, key: bytes) -> date | None:
        if key not in self._named:
            self._named[key] = _named(key)
        found = self._named[key]
        if found is None:
            return None
        month, day = found
        if self._at and self._at - month > _ACROSS:
            self._year += 1
        elif self._at and month - self._at > _ACROSS:
            self._year -= 1
        self._at = month
        try:
            return date(self._year, month, day)
        except ValueError:  # 29 February of a year that has none: the year was said wrongly
            return None


def _dated(key: bytes) -> date | None:
    found = _ISO.match(key)
    if not found:
        return None
    year, month, day, hour = (int(part) for part in found.groups())
    try:
        at = datetime(year, month, day, hour)  # noqa: DTZ001 - the log's own clock
    except ValueError:
        return None
    return (at + HERE).date() if key.endswith(b"Z") else at.date()


def _named(key: bytes) -> tuple[int, int] | None:
    """ "Jan  5", "Jan 05", "Jan 15"."""
    month, day = _MONTHS.get(key[:3].lower()), key[4:6].strip()
    if month is None or not day.isdigit() or not 1 <= int(day) <= 31:
        return None
    return month, int(day)
