"""A case as its solving needs it: lines, clocks, law of the day it was accepted, and what a further step would mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property

from django.utils import timezone

from chuan.petitions.events import data_of, standing_events
from chuan.petitions.judging import NOON, Line, Told, clocks_at, happenings
from chuan.petitions.lawful import Bench, bench_of
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.refusals_solving import StepBeforeLast
from chuan.petitions.steps import LIFECYCLES, SOLVING_CLOCK, STEP_OF, status_after, verb_words
from chuan.petitions.stories import told_of
from chuan.rules.law import Value
from chuan.rules.petitions import Channel, ClockDates, Complexity, Facts, Kind, clock_named
from chuan.rules.petitions.steps import in_order
from chuan.rules.refusals.petitions import PetitionStepTooEarly

FREE = ("prolong", "withdraw", "withdraw_part")
"""Moves that may be written after others of a later day: they change no status, their own rules check the day."""

BESIDE = (*FREE, "execute", "rate", "notify")
"""Moves that nothing waits for: what follows may bear an earlier day."""


@dataclass(frozen=True)
class Case:
    """One petition read once, with everything that decides what may follow."""

    petition: Petition
    bench: Bench
    lines: tuple[PetitionEvent, ...]
    told: Told
    today: date
    dates: tuple[ClockDates, ...]

    @cached_property
    def solving(self) -> ClockDates | None:
        """The clock lateness is judged by; None before it starts."""
        return clock_named(self.dates, SOLVING_CLOCK.get(self.petition.kind, ""))

    @cached_property
    def facts(self) -> Facts:
        """What the choice of clocks depends on."""
        told = self.told
        return Facts(
            Kind(told.kind), Channel(told.channel), told.competent, told.remote, told.several_places,
            Complexity(told.complexity),
        )  # fmt: skip

    @cached_property
    def values(self) -> Mapping[str, Value]:
        """The law of the case: of the day its solving began, with what an act in force today also governs."""
        start = (self.solving.reading.started_on if self.solving else None) or self.petition.received_on
        return self.bench.law(self.today, self.told.kept)(start or self.today)

    @property
    def due_on(self) -> date | None:
        """The lawful due day of solving it, while it runs."""
        return self.solving.reading.lawful_due_on if self.solving else None

    def of(self, *verbs: str) -> list[PetitionEvent]:
        """The standing lines of some verbs, in the order they were written."""
        return [one for one in self.lines if one.verb in verbs]

    def last(self, *verbs: str) -> PetitionEvent | None:
        """The last standing line of some verbs."""
        return next(reversed(self.of(*verbs)), None)


def case_of(petition: Petition, *, at: datetime, bench: Bench | None = None) -> Case:
    """Read a case: its lines and, unless given, what its unit is judged with."""
    found = bench or bench_of(petition.owner_unit)
    lines = tuple(standing_events(petition).select_related("official", "by"))
    told = told_of(petition, lines)
    dates, _odd = clocks_at(told, found, at=at)
    return Case(petition, found, lines, told, timezone.localtime(at).date(), dates)


def require_follows(case: Case, verb: str, on: date, *, days: int = 0) -> None:
    """Refuse a step that its lifecycle does not allow now, or whose day cannot be.

    Raises ``WrongMove``, ``PetitionStepTooEarly``, ``StepBeforeLast``, and what ``rules.petitions`` says of a story
    that cannot be.
    """
    kind, received = case.petition.kind, case.petition.received_on
    status_after(kind, case.petition.status, verb)
    if received and on < received:
        raise PetitionStepTooEarly(step=verb_words(kind, verb), on=on, received=received)
    _after_last_move(case, verb, on)
    if verb in STEP_OF and not case.petition.odd:
        lines = [*case.told.lines, Line(verb, on, _next_seq(case), days)]
        in_order(Kind(kind), happenings(lines))


def _after_last_move(case: Case, verb: str, on: date) -> None:
    """A move that takes the case on is not earlier than the one before; what only notes may be."""
    moves = LIFECYCLES[case.petition.kind].verbs
    if verb not in moves or verb in FREE:
        return
    counted = (one for one in case.told.lines if one.verb in moves and one.verb not in BESIDE)
    last = max(counted, key=lambda one: one.on, default=None)
    if last and on < last.on:
        raise StepBeforeLast(on=on, step=verb_words(case.petition.kind, last.verb), last=last.on)


def _next_seq(case: Case) -> int:
    return max((one.seq for one in case.lines), default=0) + 1


def noon_of(day: date) -> datetime:
    """Steps are kept by day."""
    return datetime.combine(day, NOON)


__all__ = ["Case", "case_of", "data_of", "noon_of", "require_follows"]
