"""The table by months: one GROUP BY over the months in which things happened, folded into lines.

A month's line says what the whole table would say of that month alone (tested so on random dossiers):
received and solved in it, carried into it, in work at its end. Months are cut out of the dates' text, because
truncating a date is a call back into Python on one of the two databases.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Case, CharField, Count, F, Q, Value, When
from django.db.models.functions import Cast, Coalesce, Substr

from chuan.dossiers.models import Dossier
from chuan.dossiers.models.cases import IN_WORK
from chuan.dossiers.reports.asked import Asked, Rows, dossier_key
from chuan.dossiers.reports.figures import LATE_OUTSIDE, Counted, Line, concerned
from chuan.rules.types import Period
from chuan.ui import words

Status, Outcome = Dossier.Status, Dossier.Outcome
_OUTCOMES = {Outcome.EARLY: "early", Outcome.ON_TIME: "on_time", Outcome.LATE: "late", Outcome.NONE: "blind"}
_NO_DUE = "-"
_NEVER = "9999-99"
"""Stands for the month of what has not happened."""


@dataclass(frozen=True)
class Group:
    """How many dossiers share these months ("2021-03"); ``overdue`` is the month of a due day that was outlived."""

    elsewhere: bool
    status: str
    outcome: str
    received: str
    settled: str
    overdue: str
    n: int

    @property
    def gone(self) -> str:
        """The month it was gone: of its settling, else (gone without a day) of its receipt."""
        return self.received if self.settled == _NEVER and self.status not in IN_WORK else self.settled


def months_of(period: Period) -> list[Period]:
    """The calendar months of a period of whole months."""
    found, day = [], period.start
    while day < period.end:
        found.append(Period.month(day.year, day.month))
        day = found[-1].end
    return found


def month_lines(rows: Rows, asked: Asked, outside: frozenset[int]) -> tuple[tuple[Line, ...], Counted]:
    """A line for each month of a period of whole months, and the line of all of them together."""
    groups = _groups(rows, asked)
    apart = [_name(day) for day in _outside_days(rows, outside)]
    lines = [
        Line(_name(month.start), words.period(month), _counted(groups, apart, month))
        for month in months_of(asked.period)
    ]
    return tuple(lines), _counted(groups, apart, asked.period)


def _groups(rows: Rows, asked: Asked) -> list[Group]:
    outlived = Q(settled_on__gt=F(asked.due)) | Q(settled_on__isnull=True)
    overdue = Case(
        When(**{f"{asked.due}__isnull": True}, then=Value(_NO_DUE)),
        When(outlived, **{f"{asked.due}__lt": asked.cut_day}, then=_month(asked.due)),
        default=Value(_NEVER),
        output_field=CharField(),
    )
    found = (
        rows.filter(concerned(asked.period))
        .order_by()
        .annotate(received=_month("received_on"), settled=_month("settled_on"), overdue=overdue)
        .values_list("elsewhere", "status", asked.outcome, "received", "settled", "overdue")
        .annotate(n=Count("pk"))
    )
    return [Group(*row) for row in found]


def _month(column: str) -> Coalesce:
    return Coalesce(Substr(Cast(column, CharField()), 1, 7), Value(_NEVER))


def _name(day: date) -> str:
    return f"{day:%Y-%m}"


def _counted(groups: Iterable[Group], outside: Iterable[str], period: Period) -> Counted:
    """The figures of some whole months."""
    first, after = _name(period.start), _name(period.end)
    found = {LATE_OUTSIDE: sum(first <= month < after for month in outside)}
    for group in groups:
        for key in _figures_of(group, first, after):
            found[key] = found.get(key, 0) + group.n
    return Counted(found)


def _figures_of(group: Group, first: str, after: str) -> Iterable[str]:
    """Which figures of the months from ``first`` to before ``after`` the group counts in."""
    came = first <= group.received < after
    if group.elsewhere:
        return ["elsewhere"] if came else []
    found = ["received"] if came else ["carried"] if group.received < first <= group.gone else []
    if first <= group.gone < after:
        found += _leaving(group)
    elif group.received < after <= group.gone:
        found += ["running", _running(group, after)]
    return found


def _leaving(group: Group) -> list[str]:
    dated = group.settled != _NEVER
    found = (
        ["solved", _OUTCOMES[Outcome(group.outcome)]] if dated and group.status != Status.WITHDRAWN else []
    )
    if group.status in (Status.REFUSED, Status.WITHDRAWN):
        return [*found, group.status]
    return found or ["undated"]


def _running(group: Group, after: str) -> str:
    if group.status == Status.WAITING:
        return "running_within"
    if group.overdue == _NO_DUE:
        return "running_blind"
    return "running_late" if group.overdue < after else "running_within"


def _outside_days(rows: Rows, outside: frozenset[int]) -> list[date]:
    if not outside:
        return []
    found = rows.filter(**{f"{dossier_key(rows)}__in": list(outside)})
    return [day for day in found.values_list("settled_on", flat=True) if day is not None]
