"""A unit's year of titles as known at a moment: who was in post on its last day, and what each was given."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from chuan.people.models import Official, Unit
from chuan.rules.titles import (
    AdvancedShare,
    Eligibility,
    InPost,
    Met,
    PersonFacts,
    Title,
    share_of_advanced,
)
from chuan.rules.types import Period
from chuan.workforce import staff
from chuan.workforce.models import Candidate, CouncilVote, Reward, TitleRound
from chuan.workforce.titles.denominators import Base, Chosen, base_on
from chuan.workforce.titles.judged import person_outcomes
from chuan.workforce.titles.laws import LawsOfYear, laws_of_year
from chuan.workforce.titles.outcomes import Outcome, deciding
from chuan.workforce.titles.said import known_of


@dataclass(frozen=True, slots=True)
class Standing:
    """A candidate with what the council's last standing vote gave; None: no vote yet."""

    candidate: Candidate
    vote: CouncilVote | None


@dataclass(frozen=True, slots=True)
class PersonYear:
    """One official in post on the year's last day. ``rewards``: his titles of the year, by standing decisions.

    ``outcomes``: his criteria of "lao động tiên tiến" by every law of the year.
    """

    official: Official
    posts: tuple[str, ...]
    facts: PersonFacts
    outcomes: tuple[Outcome, ...]
    rewards: tuple[Reward, ...] = ()
    candidacies: tuple[Standing, ...] = ()

    @property
    def eligibility(self) -> Eligibility:
        """His criteria by the law the year is decided under."""
        return deciding(self.outcomes)

    @property
    def candidacy(self) -> Standing | None:
        """For "lao động tiên tiến"."""
        return next((one for one in self.candidacies if one.candidate.title == Title.ADVANCED_WORKER), None)

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
    """The year of one unit by its laws. ``concluded``: every result is in the register, as somebody said.

    ``given``: some decision gives "lao động tiên tiến", be it to somebody who has left.
    """

    unit: Unit
    year: int
    round: TitleRound | None
    concluded: bool
    people: tuple[PersonYear, ...]
    teams: tuple[Standing, ...]
    base: Chosen
    laws: LawsOfYear
    given: bool = False

    @property
    def registers(self) -> bool:
        """Whether anybody's registration is kept: only then is it said of somebody that he did not register."""
        return any(one.candidacies for one in self.people)

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
    """What was known at the moment (None: now); thirteen statements, whatever the size of the unit.

    Raises ``TitleLawNotHeld`` for a year before the law that is held.
    """
    period = Period.year(year)
    last = staff.last_day(period)
    round_ = TitleRound.objects.filter(unit=unit, year=year).select_related("unit").first()
    laws = laws_of_year(unit, round_, year, as_of)
    given, standing = _rewards(round_, as_of), standings(round_, as_of)
    known = known_of(unit, round_, period, as_of)
    people = []
    for one in staff.in_post(unit, period, as_of=as_of):
        if not one.on(last):
            continue
        facts = known.facts_of(one, period)
        judged = person_outcomes(laws, facts, Title.ADVANCED_WORKER)
        key = one.official.pk
        people.append(
            PersonYear(
                one.official, one.posts, facts, judged, tuple(given.get(key, ())), tuple(standing.get(key, ()))
            )
        )  # fmt: skip
    concluded = round_ is not None and _stood(round_.concluded_at, as_of)
    return YearSeen(
        unit,
        year,
        round_,
        concluded,
        tuple(people),
        tuple(standing.get(None, ())),
        base_on(unit, last),
        laws,
        any(one.title == Title.ADVANCED_WORKER for rows in given.values() for one in rows),
    )


def standings(
    round_: TitleRound | None, as_of: datetime | None = None
) -> Mapping[int | None, list[Standing]]:
    """Candidates with their last standing vote by the official's key, teams under None; two statements."""
    found: dict[int | None, list[Standing]] = defaultdict(list)
    if round_ is None:
        return found
    rows = Candidate.objects.standing().filter(round=round_).select_related("official")
    votes = CouncilVote.objects.filter(sitting__council__round=round_, sitting__voided_at=None)
    if as_of is not None:
        rows, votes = rows.filter(recorded_at__lte=as_of), votes.filter(sitting__recorded_at__lte=as_of)
    last = {one.candidate_id: one for one in votes.order_by("sitting__held_on", "pk")}
    for row in rows.order_by("title", "pk"):
        found[row.official_id].append(Standing(row, last.get(row.pk)))
    return found


def _rewards(round_: TitleRound | None, as_of: datetime | None) -> Mapping[int, list[Reward]]:
    given: dict[int, list[Reward]] = defaultdict(list)
    if round_ is not None:
        rows = Reward.objects.known_at(as_of).filter(round=round_, official__isnull=False)
        for row in rows.order_by("decided_on", "pk"):
            if row.official_id is not None:
                given[row.official_id].append(row)
    return given


def _stood(moment: datetime | None, as_of: datetime | None) -> bool:
    return moment is not None and (as_of is None or moment <= as_of)
