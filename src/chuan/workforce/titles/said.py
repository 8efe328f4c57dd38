"""What is known of officials in a year of titles: by Chuẩn's own registers, and by papers that somebody entered."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from django.db.models import Q

from chuan.clocks.offices import calendar_of
from chuan.people.models import Unit
from chuan.rules.ranking import Discipline, Level
from chuan.rules.titles import PersonFacts
from chuan.rules.types import Period
from chuan.workforce.models import Absence, Assessment, Initiative, TitleFact, TitleRound
from chuan.workforce.staff import InPost, months_of

Facts = Mapping[str, TitleFact]
_LEAVES = (Absence.Kind.LEAVE, Absence.Kind.SICK, Absence.Kind.OTHER)
"""Days of study and of posting elsewhere are no leave; maternity is counted apart."""


@dataclass(frozen=True)
class Known:
    """What Chuẩn's registers and entered papers say of a unit's year, by the official's key."""

    said: Mapping[int, Facts] = field(default_factory=dict)
    leave: Mapping[int, int] = field(default_factory=dict)
    maternity: Mapping[int, int] = field(default_factory=dict)
    levels: Mapping[int, str] = field(default_factory=dict)
    inventors: frozenset[int] = frozenset()

    def facts_of(self, one: InPost, year: Period) -> PersonFacts:
        """Of one official. A ranking decided here comes before one that was typed; nothing is guessed."""
        key, said = one.official.pk, self.said.get(one.official.pk, {})
        told = {name: fact.value for name, fact in said.items() if fact.value}
        level = self.levels.get(key) or told.get("level")
        return PersonFacts(
            months=months_held(one, year),
            leave=int(told["leave"]) if "leave" in told else self.leave.get(key),
            maternity=self.maternity.get(key, 0),
            discipline=Discipline(told["discipline"]) if "discipline" in told else None,
            level=Level(level) if level else None,
            movement=_yes(told.get("movement")),
            initiative=True if key in self.inventors else _yes(told.get("initiative")),
            research=_yes(told.get("research")),
        )


def known_of(unit: Unit, round_: TitleRound | None, year: Period, as_of: datetime | None) -> Known:
    """All of it as known at the moment (None: now); five statements."""
    leave, maternity = _days_away(unit, year, as_of)
    return Known(
        standing_facts(round_, as_of) if round_ else {}, leave, maternity, _levels(unit, year),
        _inventors(unit, year, as_of),
    )  # fmt: skip


def standing_facts(round_: TitleRound, as_of: datetime | None) -> Mapping[int, Facts]:
    """Of each official and key what was said last by the moment; one statement."""
    rows = TitleFact.objects.filter(round=round_).order_by("recorded_at", "pk")
    if as_of is not None:
        rows = rows.filter(recorded_at__lte=as_of)
    found: dict[int, dict[str, TitleFact]] = defaultdict(dict)
    for row in rows:
        found[row.official_id][row.key] = row
    return found


def months_held(one: InPost, year: Period) -> int:
    """Calendar months in which he held his post on half of the days or more; no text read says how to count."""
    months = 0
    for month in months_of(year):
        days = sum(max(0, (min(p.end, month.end) - max(p.start, month.start)).days) for p in one.held)
        months += days * 2 >= month.days
    return months


def _days_away(
    unit: Unit, year: Period, as_of: datetime | None
) -> tuple[Mapping[int, int], Mapping[int, int]]:
    """Working days of leave and of maternity leave. Somebody without a row is not known to have been there."""
    rows = Absence.objects.known_at(as_of).filter(unit=unit, valid_from__lt=year.end, valid_to__gt=year.start)
    kinds = (*_LEAVES, Absence.Kind.MATERNITY)
    found = list(rows.filter(kind__in=kinds).values_list("official_id", "kind", "valid_from", "valid_to"))
    leave: dict[int, int] = defaultdict(int)
    maternity: dict[int, int] = defaultdict(int)
    calendar = calendar_of(unit) if found else None
    for official, kind, start, end in found:
        assert calendar is not None
        first, last = max(start, year.start), min(end, year.end) - timedelta(days=1)
        days = calendar.working_days(first - timedelta(days=1), last)
        if days is not None:
            (maternity if kind == Absence.Kind.MATERNITY else leave)[official] += days
    return leave, maternity


def _levels(unit: Unit, year: Period) -> Mapping[int, str]:
    rows = Assessment.objects.filter(
        round__unit=unit, round__starts=year.start, round__ends=year.end
    ).exclude(decided_level="")
    return dict(rows.values_list("official_id", "decided_level"))


def _inventors(unit: Unit, year: Period, as_of: datetime | None) -> frozenset[int]:
    rows = Initiative.objects.filter(unit=unit, recognised_on__gte=year.start, recognised_on__lt=year.end)
    if as_of is None:
        rows = rows.filter(voided_at=None)
    else:
        rows = rows.filter(Q(voided_at=None) | Q(voided_at__gt=as_of), recorded_at__lte=as_of)
    return frozenset(rows.exclude(authors=None).values_list("authors", flat=True))


def _yes(value: str | None) -> bool | None:
    return {"yes": True, "no": False}.get(value or "")
