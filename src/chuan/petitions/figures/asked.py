"""What a table of figures is asked for: which days, as known when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cached_property

from chuan.offers.measures import Scope
from chuan.people.models import Unit
from chuan.petitions.lawful import Bench, bench_of
from chuan.petitions.measures.classifying import Grounds, grounds_of
from chuan.rules.types import Period
from chuan.ui import formatters as say


@dataclass(frozen=True)
class Asked:
    """One table: ``as_of`` None is what is known now; ``on`` is today, ``at`` this moment.

    What the whole of it rests on (``grounds``, ``bench``) is read once.
    """

    unit: Unit
    period: Period
    on: date
    at: datetime
    as_of: datetime | None = None

    @property
    def last_known(self) -> date:
        """The last day of which anything is known."""
        return say.local(self.as_of).date() if self.as_of else self.on

    @property
    def cut_day(self) -> date:
        """What is in work is late when its due day lies before this day: today is not over, a past day is."""
        known = say.local(self.as_of).date() + timedelta(days=1) if self.as_of else self.on
        return min(self.period.end, known)

    @property
    def last_day(self) -> date:
        """The day the table stands at: the period's last, or the last that is known."""
        return min(self.period.end - timedelta(days=1), self.last_known)

    @property
    def begun(self) -> bool:
        """Whether any day of the period is known."""
        return self.last_day >= self.period.start

    @property
    def scope(self) -> Scope:
        """The same question as measures are asked it."""
        return Scope(self.unit.uid, self.period, self.as_of or self.at)

    @cached_property
    def grounds(self) -> Grounds:
        """What petitions are classified on. Two statements, once."""
        return grounds_of(self.unit, self.scope)

    @cached_property
    def bench(self) -> Bench:
        """The law and the calendar that petitions are judged with. Two statements, once."""
        return bench_of(self.unit)
