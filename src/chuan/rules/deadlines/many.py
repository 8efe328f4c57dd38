"""Due days of very many cases at once, from one table of a calendar's days.

The table numbers the days that count; a due day is then one look-up. Equal to `read_clock` for periods in
working and calendar days without prolongation or cutoff (tests compare them on random cases).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from chuan.rules.working_time import Calendar


@dataclass(frozen=True, slots=True)
class DueTable:
    """Days as ordinals, from ``first`` on. ``position[i]``: how many days that count lie up to day i.

    ``nth[k]`` is the ordinal of the k-th day that counts, 0 beyond the days that are held.
    ``rolled[i]`` is the first day that counts at or after day i, 0 when none is held.
    """

    first: int
    position: list[int]
    nth: list[int]
    rolled: list[int]

    def working(self, starts: Sequence[int], totals: Sequence[int]) -> list[int]:
        """Due ordinals of periods in working days (each at least 1); 0 where the calendar ends.

        Raises IndexError for a start or a period outside the table.
        """
        self._hold(starts)
        position, nth, first = self.position, self.nth, self.first
        return [nth[position[start - first] + total] for start, total in zip(starts, totals, strict=True)]

    def calendar(self, starts: Sequence[int], totals: Sequence[int]) -> list[int]:
        """Due ordinals of periods in calendar days (each at least 1), rolled on to a day that counts."""
        self._hold(starts)
        rolled, first = self.rolled, self.first
        return [rolled[start - first + total] for start, total in zip(starts, totals, strict=True)]

    def supplemented(
        self, starts: Sequence[int], totals: Sequence[int], asked: Sequence[int], supplied: Sequence[int],
        *, restart: bool,
    ) -> list[int]:  # fmt: skip
        """Due ordinals of periods in working days with one supplement; 0 also while papers are awaited.

        ``asked`` and ``supplied`` are ordinals, 0 for "not": the citizen holds the case at the close of the
        day asked, the office at the close of the day supplied. A request after the due day moves nothing.
        """
        due = self.working(starts, totals)
        late = [row for row, day in enumerate(asked) if day and not 0 < due[row] < day]
        self._hold([asked[row] for row in late])
        self._hold([supplied[row] for row in late if supplied[row]])
        again = self._restarted if restart else self._resumed
        for row, day in zip(late, again(starts, totals, asked, supplied, late), strict=True):
            due[row] = day
        return due

    def _restarted(
        self, starts: Sequence[int], totals: Sequence[int], asked: Sequence[int], supplied: Sequence[int],
        rows: Sequence[int],
    ) -> list[int]:  # fmt: skip
        """The whole period again from the day supplied."""
        position, nth, first = self.position, self.nth, self.first
        return [nth[position[supplied[row] - first] + totals[row]] if supplied[row] else 0 for row in rows]

    def _resumed(
        self, starts: Sequence[int], totals: Sequence[int], asked: Sequence[int], supplied: Sequence[int],
        rows: Sequence[int],
    ) -> list[int]:  # fmt: skip
        """What was left: the period moved on by the days that count from the request up to the supply.

        The day of receipt is no loss when papers were asked for on it: it would not have been counted.
        """
        position, nth, first = self.position, self.nth, self.first
        found = []
        for row in rows:
            begun, request, supply = starts[row] - first, asked[row] - first, supplied[row] - first
            lost = position[supply - 1] - position[max(request - 1, begun)] if supply > request else 0
            found.append(nth[position[begun] + totals[row] + lost] if supplied[row] else 0)
        return found

    def _hold(self, starts: Sequence[int]) -> None:
        if starts and not self.first <= min(starts) <= max(starts) < self.first + len(self.position):
            raise IndexError("a start lies outside the table")


def due_table(calendar: Calendar, first: date, last: date, *, longest: int = 400) -> DueTable:
    """The table of the days from ``first`` to ``last``, for periods of up to ``longest`` days.

    Days of a year that is not held end it: a due day there reads 0, "not known".
    """
    begin = first.toordinal()
    days = [calendar.day(date.fromordinal(one)) for one in range(begin, last.toordinal() + 1)]
    held = [
        day
        for day in days[: next((n for n, day in enumerate(days) if not day.known), len(days))]
        if day.counts
    ]
    position = list(accumulate(int(day.counts) for day in days))
    nth = [0, *(day.day.toordinal() for day in held), *[0] * (len(days) + longest)]
    following = {day.day.toordinal(): day.day.toordinal() for day in held}
    rolled = [0] * (len(days) + longest + 1)
    upcoming = 0
    for index in range(len(days) - 1, -1, -1):
        upcoming = following.get(begin + index, upcoming if days[index].known else 0)
        rolled[index] = upcoming
    return DueTable(begin, position, nth, rolled)
