"""Each week or month of the law: were there enough days on which the Chairman received in person, will there be.

Judged whole by ``rules.petitions.reception_terms``; here are only the rows that it is fed with.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from chuan.law.petitions import petition_parameters
from chuan.people.models import RoleGrant, Unit
from chuan.people.roles import Role
from chuan.petitions.lawful import overrides_of
from chuan.petitions.models import ReceptionDay
from chuan.rules.law import Value, resolve
from chuan.rules.petitions import reception_terms
from chuan.rules.types import Period

KEY = "reception.chairman.days"


@dataclass(frozen=True, slots=True)
class Term:
    """A week or a month. ``held``: days on which the Chairman received in person; ``planned``: days still planned
    to come; ``unsaid``: planned days gone by of which nobody said who received; ``kept``: a schedule was kept here
    already when the term ended."""

    period: Period
    value: Value
    held: int
    planned: int
    unsaid: int
    over: bool
    kept: bool = True

    @property
    def state(self) -> str:
        """met, enough (with what is planned), unsaid (over, some day not told), short (too few planned), unmet;
        unknown: over before anything was written here, so nothing can be said."""
        least = self.value.whole
        if self.over and not self.kept:
            return "unknown"
        if self.held >= least:
            return "met"
        if not self.over:
            return "enough" if self.held + self.unsaid + self.planned >= least else "short"
        return "unsaid" if self.held + self.unsaid >= least else "unmet"

    @property
    def missing(self) -> int:
        """How many days have still to be planned."""
        return max(0, self.value.whole - self.held - self.unsaid - self.planned)

    @property
    def weekly(self) -> bool:
        """Whether the term is a week."""
        return self.value.unit == "day_per_week"


def values_in(unit: Unit, period: Period) -> list[Value]:
    """The law's numbers of days that were in force in a period, the unit's own in place of unverified ones."""
    parameter, own = petition_parameters()[KEY], overrides_of(unit).get(KEY, ())
    days = {max(one.valid_from, period.start) for one in (*parameter.versions, *own)}
    held = [resolve(parameter, day, own) for day in sorted(days) if _held(parameter.versions, period, day)]
    return list(dict.fromkeys(held))


def _held(versions: Sequence[Value], period: Period, day: date) -> bool:
    return day < period.end and any(one.holds_on(day) for one in versions)


def terms_of(
    days: Iterable[ReceptionDay], values: Iterable[Value], period: Period, chairman: Chairman, on: date,
    since: date | None = None,
) -> list[Term]:  # fmt: skip
    """Every whole term of a period, in order, from the days that stand.

    ``since``: the first day that was ever written here; the first of ``days`` when it is not given.
    """
    every = list(days)
    since = min((one.day for one in every), default=on) if since is None else since
    rows = [one for one in every if chairman.receives(one)]
    held = {one.day for one in rows if one.state == ReceptionDay.State.HELD}
    plain = {one.day for one in rows if one.state == ReceptionDay.State.PLANNED} - held
    return [
        Term(
            term.period,
            value,
            term.days,
            sum(day in term.period and day >= on for day in plain),
            sum(day in term.period and day < on for day in plain),
            over=term.period.end <= on,
            kept=term.period.end > since,
        )
        for value in values
        for term in reception_terms(value, period, held)
    ]


@dataclass(frozen=True)
class Chairman:
    """Who was Chairman when: what an in-person day is counted by."""

    grants: tuple[tuple[int, date, date | None], ...]

    def receives(self, one: ReceptionDay) -> bool:
        """Whether the Chairman of that day receives, in person and not on a screen."""
        return not one.online and self.is_chairman(one.receiver_id, one.day)

    def is_chairman(self, official_id: int, day: date) -> bool:
        """Whether the official held the role on the day."""
        return any(
            who == official_id and since <= day and (until is None or day < until)
            for who, since, until in self.grants
        )

    def holder(self, day: date) -> int | None:
        """Who is Chairman on the day; None when nobody is."""
        return next((who for who, _since, _until in self.grants if self.is_chairman(who, day)), None)


def chairman_of(unit_ids: Iterable[int]) -> Chairman:
    """The Chairmen of the units through time. One statement."""
    rows = RoleGrant.objects.filter(unit_id__in=list(unit_ids), role=Role.CHAIRMAN, official__isnull=False)
    return Chairman(tuple(rows.values_list("official_id", "valid_from", "valid_to")))


def around(period: Period) -> Period:
    """The period with the whole weeks at its ends, so that a week over New Year is judged whole."""
    first = period.start - timedelta(days=period.start.weekday())
    last = period.end + timedelta(days=(-period.end.weekday()) % 7)
    return Period(first, last)
