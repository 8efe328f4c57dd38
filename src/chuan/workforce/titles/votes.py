"""What was counted for each candidate, judged by the law of the sitting's day, title by title.

A member who is a candidate has no ballot on himself, unless the unit's own document says so: his row is counted of one
fewer member. No text read says either (``council.own_ballot``, unverified).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from chuan.law.titles import title_law
from chuan.people.models import Official, Unit
from chuan.rules.law import Value
from chuan.rules.refusals.titles import VotesWrong
from chuan.rules.titles import TITLE_NAMES, Ballots, Title, VoteVerdict, council_vote, has_own_ballot
from chuan.workforce.models import Candidate
from chuan.workforce.own_law.books import TITLES
from chuan.workforce.own_law.kept import own_values


@dataclass(frozen=True, slots=True)
class Counted:
    """Ballots for one candidate: numbers, never whose."""

    candidate: Candidate
    agreed: int
    against: int
    spoilt: int = 0
    absent: int = 0


@dataclass(frozen=True, slots=True)
class Meeting:
    """Who the council is and who of it was there, by key; the law of the day with the unit's own values."""

    members: Collection[int]
    present: Collection[int]
    law: Mapping[str, Value]

    def without(self, candidate: Candidate) -> tuple[int, int]:
        """How many members there, and missing, have no ballot on a candidate: himself or nobody."""
        own = candidate.official_id
        if own not in self.members or has_own_ballot(self.law):
            return 0, 0
        return (1, 0) if own in self.present else (0, 1)


def law_of_sitting(unit: Unit, on: date) -> Mapping[str, Value]:
    """The law of a sitting's day with the unit's own values; one statement. Raises ``TitleLawNotHeld``."""
    return title_law(on, own_values(unit, TITLES)).values


def without_ballot(
    members: Collection[Official], candidates: Sequence[Candidate], law: Mapping[str, Value]
) -> list[str]:
    """Names of members who stand for a title and have no ballot on themselves, each once."""
    if has_own_ballot(law):
        return []
    there = {one.pk for one in members}
    return sorted({one.whose for one in candidates if one.official_id in there})


def judge_votes(meeting: Meeting, counted: Sequence[Counted]) -> list[VoteVerdict]:
    """Every verdict in the order given, or nothing at all.

    Raises ``CouncilMiscounted``, ``CouncilTooFew``, and ``VotesWrong`` with the wrong rows of all titles.
    """
    members, present = len(meeting.members), len(meeting.present)
    found: dict[int, VoteVerdict] = {}
    wrong: list[tuple[str, str]] = []
    labels = _labels(counted)
    for title in Title:
        places = [n for n, one in enumerate(counted) if one.candidate.title == title]
        ballots = [_ballots(meeting, counted[n], labels[n]) for n in places]
        if not ballots:
            continue
        try:
            found |= dict(
                zip(places, council_vote(members, present, ballots, title, meeting.law), strict=True)
            )
        except VotesWrong as refused:
            wrong += refused.rows
    if wrong:
        raise VotesWrong(rows=tuple(wrong))
    return [found[n] for n in range(len(counted))]


def _ballots(meeting: Meeting, one: Counted, label: str) -> Ballots:
    return Ballots(label, one.agreed, one.against, one.spoilt, one.absent, *meeting.without(one.candidate))


def _labels(counted: Sequence[Counted]) -> list[str]:
    """Names; two people of one name bear a number, for they are not one candidate written twice.

    Who stands for two titles is named with each.
    """
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
    titles = {name: {one.candidate.title for one in counted if one.candidate.whose == name} for name in names}
    return [
        f"{label}, {TITLE_NAMES[Title(one.candidate.title)].lower()}" if len(titles[name]) > 1 else label
        for label, name, one in zip(told, names, counted, strict=True)
    ]
