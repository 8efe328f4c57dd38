"""What somebody says of a team that stands for a title, by a paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.rules.titles import Title
from chuan.trail.actions import act
from chuan.workforce import refusals
from chuan.workforce import refusals_titles as no
from chuan.workforce.actions.titles import require_own
from chuan.workforce.models import Candidate, TeamSaid
from chuan.workforce.titles.laws import laws_of
from chuan.workforce.titles.teams import facts_of, team_outcomes


@dataclass(frozen=True, slots=True)
class TeamCounted:
    """Who belongs to the team and what was counted; None and "" for what is not known."""

    people: Sequence[Official]
    document: str
    completed: int | None = None
    advanced: int | None = None
    fighters: int | None = None
    discipline: str = ""
    level: str = ""
    movement: str = ""
    unity: str = ""


def say_team(candidate: Candidate, told: TeamCounted, *, by: Viewer, at: datetime) -> TeamSaid:
    """Keep it as a whole; an earlier saying stays as it was. The trail keeps how many the team is, no more.

    Raises ``NotAllowed``, ``NotFound``, ``PaperMissing``, ``NothingChosen``, ``VoidAlready``, ``TitleOfOthers`` for a
    candidate who is no team, ``PeopleMiscounted`` for a part larger than the team.
    """
    require_own(by, candidate.round)
    if any(one.unit_id != by.unit.pk for one in told.people):
        raise NotFound(thing=_("cán bộ này"))
    if not told.document.strip():
        raise refusals.PaperMissing()
    if not told.people:
        raise no.NothingChosen()
    row = _row(candidate, told, by, at)
    team_outcomes(laws_of(candidate.round), facts_of(row, len(told.people)), Title(candidate.title))
    subject = Subject("candidate", candidate.uid)
    with act("titles.team", subject, by=by, unit_uid=by.unit_uid, at=at, count=len(told.people)):
        if Candidate.objects.select_for_update().get(pk=candidate.pk).voided_at is not None:
            raise refusals.VoidAlready()
        row.save()
        row.people.set(told.people)
    return row


def _row(candidate: Candidate, told: TeamCounted, by: Viewer, at: datetime) -> TeamSaid:
    return TeamSaid(
        candidate=candidate, completed=told.completed, advanced=told.advanced, fighters=told.fighters,
        discipline=told.discipline, level=told.level, movement=told.movement, unity=told.unity,
        document=told.document.strip(), by=by.official, recorded_at=at,
    )  # fmt: skip
