"""Criterion by criterion, whether candidates may be proposed. It gives nothing to anybody: the council decides."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from chuan.law.titles import title_law
from chuan.people.models import Official
from chuan.rules.titles import Eligibility, Title, eligible
from chuan.workforce.models import Candidate, TitleRound
from chuan.workforce.staff import in_post, last_day
from chuan.workforce.titles.said import known_of


def eligibilities(
    round_: TitleRound, candidates: Sequence[Candidate], *, as_of: datetime | None = None
) -> Mapping[int, Eligibility]:
    """Of officials among the candidates, by the candidate's key; teams are judged by the council itself."""
    law = title_law(last_day(round_.period)).values
    people = {one.official.pk: one for one in in_post(round_.unit, round_.period, as_of=as_of)}
    known = known_of(round_.unit, round_, round_.period, as_of)
    found: dict[int, Eligibility] = {}
    for one in candidates:
        title = Title(one.title)
        if one.official_id in people and not title.for_team:
            facts = known.facts_of(people[one.official_id], round_.period)
            found[one.pk] = eligible(facts, title, law)
    return found


def for_fighter(
    official: Official, round_: TitleRound, *, as_of: datetime | None = None
) -> Eligibility | None:
    """The criteria of "chiến sĩ thi đua cơ sở" of one who stands for it; None for anybody else."""
    rows = Candidate.objects.standing().filter(round=round_, official=official, title=Title.EMULATION_FIGHTER)
    found = eligibilities(round_, list(rows), as_of=as_of)
    return next(iter(found.values()), None)
