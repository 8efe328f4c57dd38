"""Proposing and remarking: every word stays, the later one beside the earlier."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from chuan.clocks import actions as clocks
from chuan.objectives.models import Round, RoundAsked, RoundLine, RoundSaying
from chuan.objectives.rounds import refusals
from chuan.objectives.rounds.actions.holding import ASKED, held_line, held_open, refuse_under_dropped
from chuan.objectives.rounds.permissions import is_mine, require_proposer, require_speaker, was_asked
from chuan.objectives.rounds.wordings import sentence_read
from chuan.offers.subjects import Subject
from chuan.people.models import Official, Post
from chuan.people.viewer import Viewer
from chuan.rules.next_year import tidy
from chuan.rules.refusals import ReasonMissing
from chuan.trail.actions import act

Kind = RoundSaying.Kind
_ANSWERS = (Kind.KEEP, Kind.CHANGE, Kind.DROP)


@dataclass(frozen=True, slots=True)
class Proposal:
    """What somebody says of a line; ``owner_post`` None leaves who answers as it is."""

    kind: str
    text: str = ""
    reason: str = ""
    owner_post: Post | None = None


def say(
    line: RoundLine, given: Proposal, *, by: Viewer, at: datetime, seen: int | None = None
) -> RoundSaying:
    """Propose to keep, change or drop a line, or remark on it; ``seen``: how many sayings the page showed.

    Raises ``LineOfOthers``, ``LineNotRead``, ``NothingNew``, ``ReasonMissing``, ``LineChangedMeanwhile``,
    ``RoundFrozen``, ``NotFound``.
    """
    if given.kind == Kind.COMMENT:
        require_speaker(by, line.round)
    else:
        require_proposer(by, line, line.round)
    text = _checked(line, given)
    with act(
        "next_year.say", Subject("next_year_line", line.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as doing:
        round_ = held_open(line.round)
        held = held_line(line, seen)
        row = write(
            held, given.kind, by.official, at, text=text, reason=given.reason, owner_post=given.owner_post
        )
        settle_answered(round_, on=by.on)
        doing.detail = {"kind": given.kind, "text": text, "reason": given.reason.strip()}
    return row


def add_line(
    round_: Round, text: str, above: RoundLine | None, reason: str, *, by: Viewer, at: datetime,
    owner_post: Post | None = None,
) -> RoundLine:  # fmt: skip
    """Propose a new line, under an objective or as one of its own. Raises ``LineNotRead``, ``RoundFrozen``,
    ``LineAboveDropped``.
    """
    require_speaker(by, round_)
    words = sentence_read(text)
    post = owner_post or (Post.objects.filter(pk__in=by.post_ids).order_by("pk").first())
    line = RoundLine(round=round_, parent=above, text=words, owner_post=post, position=0)
    subject = Subject("next_year_line", line.uid)
    with act("next_year.add", subject, by=by, unit_uid=by.unit.uid, at=at) as doing:
        held = held_open(round_)
        refuse_under_dropped(above)
        last = held.lines.order_by("-position").values_list("position", flat=True).first() or 0
        line.round, line.position = held, last + 1
        line.save()
        write(line, Kind.ADD, by.official, at, text=words, reason=reason, owner_post=post)
        doing.detail = {"text": words, "reason": reason.strip()}
    return line


def keep_all_mine(round_: Round, *, by: Viewer, at: datetime) -> int:
    """Say "keep" of every line of the viewer's that he has not answered yet; returns how many."""
    require_speaker(by, round_)
    with act(
        "next_year.keep_mine", Subject("next_year", round_.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as doing:
        held = held_open(round_)
        asked = [one for one in held.asked.filter(answered_on=None) if was_asked(by, one)]
        mine = [one for one in unanswered(held) if is_mine(by, one) or _of_asked(one, asked)]
        for line in mine:
            write(line, Kind.KEEP, by.official, at)
        settle_answered(held, on=by.on)
        doing.detail = {"lines": len(mine)}
    return len(mine)


def write(
    line: RoundLine, kind: str, who: Official | None, at: datetime, *, text: str = "", reason: str = "",
    outcome: str = "", owner_post: Post | None = None,
) -> RoundSaying:  # fmt: skip
    """One more saying of a held line. Inside an act."""
    line.said += 1
    line.save(update_fields=["said"])
    return RoundSaying.objects.create(
        line=line, seq=line.said, kind=kind, outcome=outcome, text=text, reason=reason.strip(),
        owner_post=owner_post, by=who, recorded_at=at,
    )  # fmt: skip


def unanswered(round_: Round) -> list[RoundLine]:
    """Lines of the plan that nobody has proposed to keep, change or drop, and that are not decided."""
    answered = RoundSaying.objects.filter(line__round=round_, kind__in=_ANSWERS).values("line")
    rows = RoundLine.objects.filter(round=round_, objective__isnull=False, decided="").exclude(
        pk__in=answered
    )
    return list(rows.order_by("position"))


def settle_answered(round_: Round, *, on: date) -> None:
    """End the clock of everybody none of whose lines waits for an answer."""
    waiting = {(one.owner_post_id, one.owner_official_id) for one in unanswered(round_)}
    done = [
        one for one in round_.asked.filter(answered_on=None) if (one.post_id, one.official_id) not in waiting
    ]
    _end(done, on)


def _end(done: Iterable[RoundAsked], on: date) -> None:
    found = list(done)
    RoundAsked.objects.filter(pk__in=[one.pk for one in found]).update(answered_on=on)
    clocks.settle_all(ASKED, [one.uid for one in found], on=on)


def _of_asked(line: RoundLine, asked: Iterable[RoundAsked]) -> bool:
    return (line.owner_post_id, line.owner_official_id) in {(one.post_id, one.official_id) for one in asked}


def _checked(line: RoundLine, given: Proposal) -> str:
    """The sentence as it is kept; refuses what says nothing."""
    if given.kind == Kind.DROP and not given.reason.strip():
        raise ReasonMissing(act="đề nghị bỏ dòng này")
    if given.kind == Kind.COMMENT and not given.reason.strip():
        raise ReasonMissing(act="góp ý")
    if given.kind != Kind.CHANGE:
        return ""
    words = sentence_read(given.text)
    same_owner = given.owner_post is None or given.owner_post.pk == line.owner_post_id
    if words == tidy(line.text) and same_owner:
        raise refusals.NothingNew()
    return words
