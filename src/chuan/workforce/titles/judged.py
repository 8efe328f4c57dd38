"""Criterion by criterion, whether candidates may be proposed. It gives nothing to anybody: the council decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from chuan.people.models import Official
from chuan.rules.titles import Eligibility, PersonFacts, Title, eligible
from chuan.rules.titles.persons import Law
from chuan.workforce.models import Candidate, TitleRound
from chuan.workforce.staff import in_post
from chuan.workforce.titles.laws import LawsOfYear, laws_of
from chuan.workforce.titles.outcomes import Outcome, deciding, outcomes_of
from chuan.workforce.titles.said import known_of


def eligibilities(
    round_: TitleRound, candidates: Sequence[Candidate], *, as_of: datetime | None = None
) -> Mapping[int, Eligibility]:
    """Of officials among the candidates, by the candidate's key, by the law the year is decided under."""
    laws = laws_of(round_, as_of)
    return {pk: deciding(one) for pk, one in outcomes(round_, candidates, laws, as_of=as_of).items()}


def outcomes(
    round_: TitleRound, candidates: Sequence[Candidate], laws: LawsOfYear, *, as_of: datetime | None = None
) -> Mapping[int, tuple[Outcome, ...]]:
    """The same by every law of the year; teams are judged on a page of their own."""
    people = {one.official.pk: one for one in in_post(round_.unit, round_.period, as_of=as_of)}
    known = known_of(round_.unit, round_, round_.period, as_of)
    found: dict[int, tuple[Outcome, ...]] = {}
    for one in candidates:
        title = Title(one.title)
        if one.official_id in people and not title.for_team:
            facts = known.facts_of(people[one.official_id], round_.period)
            found[one.pk] = person_outcomes(laws, facts, title)
    return found


def person_outcomes(laws: LawsOfYear, facts: PersonFacts, title: Title) -> tuple[Outcome, ...]:
    """What is known of one person, by every law of the year."""

    def judge(law: Law) -> Eligibility:
        return eligible(facts, title, law)

    return outcomes_of(laws, judge)


def for_fighter(
    official: Official, round_: TitleRound, laws: LawsOfYear, *, as_of: datetime | None = None
) -> tuple[Outcome, ...]:
    """The criteria of "chiến sĩ thi đua cơ sở" of one who stands for it; () for anybody else."""
    rows = Candidate.objects.standing().filter(round=round_, official=official, title=Title.EMULATION_FIGHTER)
    found = outcomes(round_, list(rows), laws, as_of=as_of)
    return next(iter(found.values()), ())
