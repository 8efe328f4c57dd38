"""The table by months, folded from a few GROUP BY statements: as many for a year as for a month.

A month's line says what the whole table would say of that month alone (tested so on random dossiers):
received and solved in it, carried into it, in work at its end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date

from django.db.models import Count, F, Q

from chuan.dossiers.models import Dossier
from chuan.dossiers.reports.asked import Asked, Rows, dossier_key
from chuan.dossiers.reports.figures import LATE_OUTSIDE, Counted, Line, concerned, in_work_at
from chuan.rules.types import Period
from chuan.ui import words

Status, Outcome = Dossier.Status, Dossier.Outcome
_GONE = (Status.REFUSED, Status.WITHDRAWN)
_OUTCOMES = {Outcome.EARLY: "early", Outcome.ON_TIME: "on_time", Outcome.LATE: "late", Outcome.NONE: "blind"}


def months_of(period: Period) -> list[Period]:
    """The calendar months of a period of whole months."""
    found, day = [], period.start
    while day < period.end:
        month = Period.month(day.year, day.month)
        found.append(Period(max(month.start, period.start), min(month.end, period.end)))
        day = month.end
    return found


def month_lines(rows: Rows, asked: Asked, outside: frozenset[int]) -> tuple[tuple[Line, ...], Counted]:
    """A line for each month, and the line of all of them together."""
    here = rows.filter(concerned(asked.period), elsewhere=False).order_by()
    tally = Tally(rows, here, asked, outside)
    lines = [
        Line(f"{month.start:%Y-%m}", words.period(month), tally.of(month))
        for month in months_of(asked.period)
    ]
    return tuple(lines), tally.of(asked.period)


class Tally:
    """What the statements found, ready to be asked about any part of the period."""

    def __init__(self, rows: Rows, here: Rows, asked: Asked, outside: frozenset[int]) -> None:
        self._asked = asked
        period = asked.period
        self._carried = here.filter(in_work_at(period.start)).count()
        self._in = _by_day(here.filter(received_on__gte=period.start), "received_on")
        self._out = list(
            here.filter(settled_on__gte=period.start, settled_on__lt=period.end)
            .values_list("settled_on", "status", asked.outcome)
            .annotate(n=Count("pk"))
        )
        undated = here.filter(settled_on__isnull=True, status__in=_GONE, received_on__gte=period.start)
        self._undated = list(undated.values_list("received_on", "status").annotate(n=Count("pk")))
        outlived = Q(settled_on__gt=F(asked.due)) | Q(
            settled_on__isnull=True, **{f"{asked.due}__lt": asked.cut_day}
        )
        self._overdue = self._ever(here, outlived, asked.due)
        self._blind = self._ever(here, Q(**{f"{asked.due}__isnull": True}), asked.due)
        elsewhere = rows.filter(elsewhere=True, received_on__gte=period.start, received_on__lt=period.end)
        self._elsewhere = _by_day(elsewhere.order_by(), "received_on")
        self._outside = _outside_days(rows, outside)

    def of(self, month: Period) -> Counted:
        """The figures of some days of the period."""
        found: Counter[str] = Counter(self._gone_in(month))
        before = (
            Period(self._asked.period.start, month.start) if month.start > self._asked.period.start else None
        )
        found["received"] = self._count(self._in, month)
        found["carried"] = self._carried + (self._change(before) if before else 0)
        found["running"] = found["carried"] + self._change(month)
        found["elsewhere"] = self._count(self._elsewhere, month)
        found[LATE_OUTSIDE] = sum(day in month for day in self._outside)
        cut = min(month.end, self._asked.cut_day)
        found["running_late"] = self._at_end(self._overdue, month, lambda due: due is not None and due < cut)
        found["running_blind"] = self._at_end(self._blind, month, lambda due: due is None)
        found["running_within"] = found["running"] - found["running_late"] - found["running_blind"]
        return Counted(dict(found))

    def _gone_in(self, month: Period) -> Counter[str]:
        found: Counter[str] = Counter()
        for day, status, outcome, n in self._out:
            if day in month and status != Status.WITHDRAWN:
                found["solved"] += n
                found[_OUTCOMES[outcome]] += n
            if day in month and status in _GONE:
                found[status] += n
        for day, status, n in self._undated:
            found[status] += n if day in month else 0
        return found

    def _change(self, days: Period) -> int:
        """How many more were in work at the end of the days than at their start."""
        gone = sum(n for day, _status, _outcome, n in self._out if day in days)
        undated = sum(n for day, _status, n in self._undated if day in days)
        return self._count(self._in, days) - gone - undated

    def _ever(self, here: Rows, when: Q, due: str) -> list[tuple[date, date | None, date | None, int]]:
        """Dossiers that may be in work past their due day (or without one) at some month's end."""
        undated = Q(settled_on__isnull=True, status__in=_GONE)
        grouped = (
            here.filter(when).exclude(undated).exclude(status=Status.WAITING)
            .values_list("received_on", "settled_on", due)
        )  # fmt: skip
        return list(grouped.annotate(n=Count("pk")))

    @staticmethod
    def _at_end(
        found: Iterable[tuple[date, date | None, date | None, int]],
        month: Period,
        holds: Callable[[date | None], bool],
    ) -> int:
        return sum(
            n
            for received, settled, due, n in found
            if received < month.end and (settled is None or settled >= month.end) and holds(due)
        )

    @staticmethod
    def _count(found: Sequence[tuple[date, int]], days: Period) -> int:
        return sum(n for day, n in found if day in days)


def _by_day(rows: Rows, column: str) -> list[tuple[date, int]]:
    return list(rows.values_list(column).annotate(n=Count("pk")))


def _outside_days(rows: Rows, outside: frozenset[int]) -> list[date]:
    if not outside:
        return []
    found = rows.filter(**{f"{dossier_key(rows)}__in": list(outside)})
    return [day for day in found.values_list("settled_on", flat=True) if day is not None]
