"""The secretary decides line by line; what was proposed stays beside."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from chuan.objectives.models import Round, RoundLine, RoundSaying
from chuan.objectives.rounds import refusals
from chuan.objectives.rounds.actions.holding import held_line, held_open, refuse_under_dropped
from chuan.objectives.rounds.actions.saying import settle_answered, write
from chuan.objectives.rounds.permissions import require_runner
from chuan.objectives.rounds.wordings import sentence_read
from chuan.offers.subjects import Subject
from chuan.people.models import Post
from chuan.people.viewer import Viewer
from chuan.rules.next_year import tidy
from chuan.rules.refusals import ReasonMissing
from chuan.trail.actions import act

Decided = RoundLine.Decided
_ASKS_FOR_MORE = (RoundSaying.Kind.CHANGE, RoundSaying.Kind.DROP)


@dataclass(frozen=True, slots=True)
class Decision:
    """What is decided: kept, changed (with ``text``), dropped (with ``reason``); who answers from then on."""

    outcome: str
    text: str = ""
    reason: str = ""
    owner_post: Post | None = None


def decide(line: RoundLine, given: Decision, *, by: Viewer, at: datetime, seen: int | None = None) -> None:
    """Decide one line; a later decision takes the place of an earlier one while the round is open.

    Raises ``ReasonMissing``, ``LineNotRead``, ``LinesBelow``, ``LineAboveDropped``, ``LineChangedMeanwhile``,
    ``RoundFrozen``, ``NotAllowed``, ``NotFound``.
    """
    require_runner(by, line.round.owner_unit_id)
    final = _final(line, given)
    subject = Subject("next_year_line", line.uid)
    with act("next_year.decide", subject, by=by, unit_uid=by.unit.uid, at=at) as doing:
        round_ = held_open(line.round)
        held = held_line(line, seen)
        _refuse_standing_below(held, given)
        if given.outcome != Decided.DROPPED:
            refuse_under_dropped(held.parent)
        _put(held, given, final, by=by, at=at)
        settle_answered(round_, on=by.on)
        doing.detail = {"decided": held.decided, "text": final, "reason": given.reason.strip()}


def keep_the_rest(round_: Round, *, by: Viewer, at: datetime) -> int:
    """Keep every line of the plan that nobody proposes to change or drop; returns how many. Others stay to decide."""
    require_runner(by, round_.owner_unit_id)
    with act(
        "next_year.keep_rest", Subject("next_year", round_.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as doing:
        held = held_open(round_)
        asked_for = RoundSaying.objects.filter(line__round=held, kind__in=_ASKS_FOR_MORE).values("line")
        rows = held.lines.filter(decided="", objective__isnull=False).exclude(pk__in=asked_for)
        lines = list(rows.order_by("position"))
        for line in lines:
            _put(line, Decision(Decided.KEPT), tidy(line.text), by=by, at=at)
        settle_answered(held, on=by.on)
        doing.detail = {"lines": len(lines)}
    return len(lines)


def _final(line: RoundLine, given: Decision) -> str:
    if given.outcome == Decided.DROPPED:
        if not given.reason.strip():
            raise ReasonMissing(act="bỏ dòng này")
        return ""
    return sentence_read(given.text or line.text)


def _put(line: RoundLine, given: Decision, final: str, *, by: Viewer, at: datetime) -> None:
    line.decided, line.final = given.outcome, final
    if final and final != tidy(line.text):
        line.decided = Decided.CHANGED
    fields = ["decided", "final"]
    if given.owner_post is not None and given.owner_post.pk != line.owner_post_id:
        line.owner_post, line.owner_official = given.owner_post, None
        fields += ["owner_post", "owner_official"]
    line.save(update_fields=fields)
    write(
        line, RoundSaying.Kind.DECIDE, by.official, at, text=final, reason=given.reason, outcome=line.decided,
        owner_post=given.owner_post,
    )  # fmt: skip


def _refuse_standing_below(line: RoundLine, given: Decision) -> None:
    if given.outcome == Decided.DROPPED and (n := line.children.exclude(decided=Decided.DROPPED).count()):
        raise refusals.LinesBelow(n=n)
