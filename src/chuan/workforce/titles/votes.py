"""What was counted for each candidate, judged by the law of the sitting's day, title by title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from chuan.law.titles import title_law
from chuan.rules.refusals.titles import VotesWrong
from chuan.rules.titles import Ballots, Title, VoteVerdict, council_vote
from chuan.workforce.models import Candidate


@dataclass(frozen=True, slots=True)
class Counted:
    """Ballots for one candidate: numbers, never whose."""

    candidate: Candidate
    agreed: int
    against: int
    spoilt: int = 0
    absent: int = 0


def judge_votes(members: int, present: int, counted: Sequence[Counted], on: date) -> list[VoteVerdict]:
    """Every verdict in the order given, or nothing at all.

    Raises ``CouncilMiscounted``, ``CouncilTooFew``, and ``VotesWrong`` with the wrong rows of all titles.
    """
    law = title_law(on).values
    found: dict[int, VoteVerdict] = {}
    wrong: list[tuple[str, str]] = []
    labels = _labels(counted)
    for title in Title:
        places = [n for n, one in enumerate(counted) if one.candidate.title == title]
        ballots = [_ballots(counted[n], labels[n]) for n in places]
        if not ballots:
            continue
        try:
            found |= dict(zip(places, council_vote(members, present, ballots, title, law), strict=True))
        except VotesWrong as refused:
            wrong += refused.rows
    if wrong:
        raise VotesWrong(rows=tuple(wrong))
    return [found[n] for n in range(len(counted))]


def _ballots(one: Counted, label: str) -> Ballots:
    return Ballots(label, one.agreed, one.against, one.spoilt, one.absent)


def _labels(counted: Sequence[Counted]) -> list[str]:
    """Names; two people of one name bear a number, for they are not one candidate written twice."""
    names = [one.candidate.whose for one in counted]
    seen: dict[tuple[str, str], list[int]] = {}
    told = []
    for one in counted:
        mates = seen.setdefault((one.candidate.title, one.candidate.whose), [])
        if one.candidate.pk not in mates:
            mates.append(one.candidate.pk)
        n = mates.index(one.candidate.pk)
        name = one.candidate.whose
        told.append(f"{name} ({n + 1})" if n and names.count(name) > 1 else name)
    return told
