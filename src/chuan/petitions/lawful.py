"""The law of petitions for one unit: dated values, its own in place of unverified ones, kept as a case began."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from itertools import groupby

from chuan.clocks.offices import calendar_of
from chuan.law.petitions import Overrides, law_as_of, petition_law, petition_parameters
from chuan.people.models import Unit, UnitSetting
from chuan.petitions import keeping
from chuan.petitions.models import Standing
from chuan.rules.deadlines import ClockUnit
from chuan.rules.law import Value
from chuan.rules.petitions import Step
from chuan.rules.petitions.clocks import CLOCKS
from chuan.rules.refusals.petitions import PetitionLawNotHeld
from chuan.rules.types import Citation, Sure
from chuan.rules.working_time import Calendar


@dataclass(frozen=True)
class Bench:
    """What petitions of one unit are judged with, read once: its calendar and its own values."""

    unit: Unit
    calendar: Calendar
    overrides: Overrides
    _laws: dict[tuple[date, frozenset[tuple[str, str]]], Callable[[date], Mapping[str, Value]]] = field(
        default_factory=dict, init=False, compare=False, repr=False
    )

    def law(self, on: date, kept: Mapping[str, str] | None = None) -> Callable[[date], Mapping[str, Value]]:
        """The law of clocks by the day they start on, as it stands on ``on``. Raises `PetitionLawNotHeld`.

        ``kept``: what a petition took with it (``petitions.keeping``): name of the law → digest of its values.
        """
        asked = (on, frozenset((kept or {}).items()))
        if asked not in self._laws:
            self._laws[asked] = law_as_of(on, self.overrides, keeping.kept_values(kept or {}))
        return self._laws[asked]

    def values(self, on: date) -> Mapping[str, Value]:
        """The values in force on a day. Raises `PetitionLawNotHeld`."""
        return petition_law(on, self.overrides).values


CLOCK_BY_KEY = {one.key: one for one in CLOCKS}

_STARTS: Mapping[Step, str] = {
    Step.RECEIVED: "received_on",
    Step.ACCEPTED: "accepted_on",
    Step.SETTLED: "settled_on",
}
"""The column that holds the day a clock starts on; another step's is not among them."""


def counts_every_day(petition: Standing, key: str) -> bool:
    """Whether the law counts this clock of the petition in calendar days, and not in working days.

    By the version of the day the clock starts on: complaints were accepted within 10 days, since 01/07/2026 within 7
    working days (``law/petitions_*.toml``). False for "" and for what no law held sets.
    """
    clock, known = CLOCK_BY_KEY.get(key), petition_parameters().get(key)
    if clock is None or known is None:
        return False
    days = (getattr(petition, _STARTS[step]) for step in clock.starts if step in _STARTS)
    start = next((day for day in days if day), petition.received_on)
    held = [one for one in known.versions if start and one.holds_on(start)]
    return any(one.unit == ClockUnit.CALENDAR_DAY for one in held or known.versions[-1:])


def bench_of(unit: Unit, calendar: Calendar | None = None) -> Bench:
    """Read what a unit's petitions are judged with; ``calendar`` may be another one, to try it out."""
    return Bench(unit, calendar or calendar_of(unit), overrides_of(unit))


def overrides_of(unit: Unit) -> dict[str, tuple[Value, ...]]:
    """The unit's own values by key, each with the document it named. One statement."""
    rows = UnitSetting.objects.standing(unit, *petition_parameters())
    return {key: tuple(_own(row) for row in group) for key, group in groupby(rows, key=lambda row: row.key)}


def _own(row: UnitSetting) -> Value:
    """A unit's number counts in the unit of time that the law's own value has."""
    stands = next(
        (one for one in petition_parameters()[row.key].versions if one.holds_on(row.valid_from)),
        petition_parameters()[row.key].versions[-1],
    )
    return Value(row.value, stands.unit, row.valid_from, None, Citation(number=row.citation), Sure.READ)


__all__ = ["Bench", "PetitionLawNotHeld", "bench_of", "overrides_of"]
