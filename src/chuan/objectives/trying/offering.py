"""A trial put into the round of the next year, when a person asks: a proposal by whoever answers, else a remark."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chuan.objectives.models import Round, RoundLine, RoundSaying
from chuan.objectives.rounds import actions
from chuan.objectives.rounds.permissions import may_propose
from chuan.objectives.rounds.picture import picture_of, shown_alone
from chuan.objectives.rounds.wordings import with_level
from chuan.objectives.trying.ground import Ground
from chuan.objectives.trying.refusals import NothingTried
from chuan.objectives.trying.trial import Meant
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.rules.vietnamese import written_number

Kind = RoundSaying.Kind


@dataclass(frozen=True, slots=True)
class Door:
    """The line of the open round that the tried promise stands in, and whether the viewer proposes or remarks."""

    line: RoundLine
    proposes: bool


def door_of(ground: Ground, viewer: Viewer) -> Door | None:
    """Where a trial may be put; None without an open round of the plan, and for somebody of another unit."""
    if viewer.official is None or viewer.unit.pk != ground.plan.owner_unit_id:
        return None
    rounds = Round.objects.seen_by(viewer).filter(plan=ground.plan, status=Round.Status.OPEN)
    rows = RoundLine.objects.filter(round__in=rounds, objective=ground.line.objective)
    line = rows.select_related("round__owner_unit", "round__plan", "owner_post", "owner_official").first()
    return Door(line, may_propose(viewer, line, line.round)) if line is not None else None


def offer(ground: Ground, meant: Meant, reason: str, *, by: Viewer, at: datetime) -> RoundLine:
    """Put the tried level into the round, the sentence reworded by the reader's own rules.

    Raises ``NothingTried``, ``LevelNotPut``, ``NothingNew``, ``RoundFrozen``, ``ReasonMissing``, ``NotFound``.
    """
    door = door_of(ground, by)
    if door is None:
        raise NotFound(thing="đợt xây dựng năm sau")
    if meant.level is None or (meant.level, meant.comparator) == (_standing(ground), None):
        raise NothingTried()
    if door.proposes:
        text = _reworded(ground, door.line, meant, by)
        given = actions.Proposal(Kind.CHANGE.value, text, reason)
    else:
        given = actions.Proposal(Kind.COMMENT.value, "", reason)
    actions.say(door.line, given, by=by, at=at)
    return door.line


def _reworded(ground: Ground, line: RoundLine, meant: Meant, by: Viewer) -> str:
    text = shown_alone(picture_of(line.round, by, ground.on), line).text
    assert meant.level is not None
    comparator = str(meant.comparator or "")
    return with_level(text, ground.line.target.position - 1, comparator, written_number(meant.level))


def _standing(ground: Ground) -> object:
    rule = ground.line.rule
    return rule.k if rule.k is not None else rule.value
