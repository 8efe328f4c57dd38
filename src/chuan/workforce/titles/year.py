"""A unit's year of titles as known at a moment: who was in post on its last day, and what each was given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from chuan.law.titles import title_law
from chuan.people.models import Official, Unit
from chuan.rules.titles import (
    AdvancedShare,
    Eligibility,
    InPost,
    Met,
    PersonFacts,
    Title,
    eligible,
    share_of_advanced,
)
from chuan.rules.types import Period
from chuan.workforce import staff
from chuan.workforce.models import Reward, TitleRound
from chuan.workforce.titles.denominators import Base, Chosen, base_on

_MOST_DAYS = 2
"""A month counts where the post was held on at least one day in two."""


@dataclass(frozen=True, slots=True)
class PersonYear:
    """One official in post on the year's last day. ``rewards``: his titles of the year, by standing decisions."""

    official: Official
    posts: tuple[str, ...]
    facts: PersonFacts
    eligibility: Eligibility
    rewards: tuple[Reward, ...] = ()

    @property
    def advanced(self) -> bool:
        """Whether a decision gives him "lao động tiên tiến"."""
        return any(one.title == Title.ADVANCED_WORKER for one in self.rewards)

    @property
    def newcomer(self) -> bool:
        """Whether his time in post is too short to be considered."""
        months = next(one for one in self.eligibility.criteria if one.key == "considered.months")
        return months.met is Met.NOT_MET


@dataclass(frozen=True)
class YearSeen:
    """The year of one unit. ``concluded``: every result is in the register, as somebody said."""

    unit: Unit
    year: int
    round: TitleRound | None
    concluded: bool
    people: tuple[PersonYear, ...]
    teams: tuple[Reward, ...]
    base: Chosen

    @cached_property
    def share(self) -> AdvancedShare:
        """Both shares with their denominators."""
        told = [
            InPost(one.official.name, one.eligibility, one.advanced or (False if self.concluded else None))
            for one in self.people
        ]
        return share_of_advanced(told)

    @property
    def decided(self) -> bool:
        """Whether any decision of the year gives "lao động tiên tiến" to somebody in post."""
        return any(one.advanced for one in self.people)

    @property
    def unclear(self) -> tuple[PersonYear, ...]:
        """Without the title, and it is not known whether they may be considered at all."""
        return tuple(
            one for one in self.people if not one.advanced and one.eligibility.considered is Met.NOT_KNOWN
        )

    @property
    def measured(self) -> bool:
        """Whether the chosen share can be told."""
        known = self.base.base is Base.IN_POST or not self.unclear
        return self.concluded and self.decided and known


def see(unit: Unit, year: int, *, as_of: datetime | None = None) -> YearSeen:
    """What was known at the moment (None: now); six statements, whatever the size of the unit.

    Raises ``TitleLawNotHeld`` for a year before the law that is held.
    """
    period = Period.year(year)
    last = staff.last_day(period)
    law = title_law(last).values
    round_ = TitleRound.objects.filter(unit=unit, year=year).first()
    given, teams = _rewards(round_, as_of)
    people = []
    for one in staff.in_post(unit, period, as_of=as_of):
        if not one.on(last):
            continue
        facts = facts_of(one, period)
        judged = eligible(facts, Title.ADVANCED_WORKER, law)
        people.append(
            PersonYear(one.official, one.posts, facts, judged, tuple(given.get(one.official.pk, ())))
        )
    concluded = round_ is not None and _stood(round_.concluded_at, as_of)
    return YearSeen(unit, year, round_, concluded, tuple(people), teams, base_on(unit, last))


def facts_of(one: staff.InPost, year: Period) -> PersonFacts:
    """What Chuẩn itself knows of somebody: the months in which he held his post on half of the days or more."""
    months = 0
    for month in staff.months_of(year):
        days = sum(max(0, (min(p.end, month.end) - max(p.start, month.start)).days) for p in one.held)
        months += days * _MOST_DAYS >= month.days
    return PersonFacts(months=months)


def _rewards(
    round_: TitleRound | None, as_of: datetime | None
) -> tuple[Mapping[int, list[Reward]], tuple[Reward, ...]]:
    if round_ is None:
        return {}, ()
    given: dict[int, list[Reward]] = defaultdict(list)
    teams = []
    for row in Reward.objects.known_at(as_of).filter(round=round_).order_by("decided_on", "pk"):
        if row.official_id is None:
            teams.append(row)
        else:
            given[row.official_id].append(row)
    return given, tuple(teams)


def _stood(moment: datetime | None, as_of: datetime | None) -> bool:
    return moment is not None and (as_of is None or moment <= as_of)
