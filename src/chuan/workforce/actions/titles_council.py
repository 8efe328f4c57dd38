"""The council set up, a sitting with its secret vote written and taken back, the decision begun as a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from chuan.documents.actions import outgoing
from chuan.documents.models import Document
from chuan.law.titles import title_digest
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.rules.titles import VoteVerdict
from chuan.trail.actions import act
from chuan.workforce import refusals
from chuan.workforce import refusals_titles as no
from chuan.workforce.actions.titles import require_own
from chuan.workforce.models import Candidate, Council, CouncilVote, Sitting, TitleRound
from chuan.workforce.titles.papers import decision_content
from chuan.workforce.titles.votes import Counted, Meeting, judge_votes, law_of_sitting

_LEAST = 3


@dataclass(frozen=True, slots=True)
class Held:
    """A sitting: its day, and which members were there."""

    on: date
    present: Sequence[Official]


def set_council(
    round_: TitleRound, members: Sequence[Official], *, chair: Official, secretary: Official, citation: str,
    by: Viewer, at: datetime,
) -> Council:  # fmt: skip
    """Keep who the council is. A later one stands in place of this.

    Raises ``NotAllowed``, ``NotFound``, ``PaperMissing``, ``CouncilTooSmall``.
    """
    require_own(by, round_)
    everybody = {one.pk: one for one in members}
    if any(one.unit_id != by.unit.pk for one in everybody.values()):
        raise NotFound(thing=_("cán bộ này"))
    if not citation.strip():
        raise refusals.PaperMissing()
    apart = chair.pk in everybody and secretary.pk in everybody and chair.pk != secretary.pk
    if len(everybody) < _LEAST or not apart:
        raise no.CouncilTooSmall()
    row = Council(round=round_, chair=chair, secretary=secretary, citation=citation.strip(), recorded_at=at)
    with act(
        "titles.council", Subject("title_round", round_.uid), by=by, unit_uid=by.unit_uid, at=at
    ) as doing:
        row.save()
        row.members.set(everybody.values())
        doing.detail = {"members": len(everybody), "citation": row.citation}
    return row


def write_sitting(
    council: Council, held: Held, counted: Sequence[Counted], *, by: Viewer, at: datetime
) -> Sitting:
    """Keep a sitting with what was counted for each candidate: every row or none.

    A member who is a candidate has no ballot on himself: his row counts one fewer (``titles.votes``).

    Raises ``NotAllowed``, ``NotFound``, ``DayLater``, ``NoMember``, ``NobodyProposed``, ``CouncilMiscounted``,
    ``CouncilTooFew``, ``VotesWrong``.
    """
    round_ = council.round
    require_own(by, round_)
    if not round_.period.start <= held.on <= timezone.localtime(at).date():
        raise no.DayLater(on=held.on, year=str(round_.year))
    members = set(council.members.all())
    if strangers := [one.name for one in held.present if one not in members]:
        raise no.NoMember(names=", ".join(strangers))
    if not counted or not all(_stands(one.candidate, round_) for one in counted):
        raise no.NobodyProposed()
    meeting = Meeting(
        {one.pk for one in members}, {one.pk for one in held.present}, law_of_sitting(round_.unit, held.on)
    )
    verdicts = judge_votes(meeting, counted)
    row = Sitting(council=council, held_on=held.on, law_digest=title_digest(), recorded_at=at)
    with act("titles.vote", Subject("sitting", row.uid), by=by, unit_uid=by.unit_uid, at=at) as doing:
        row.save()
        row.present.set(held.present)
        votes = [
            _vote(row, one, verdict, sum(meeting.without(one.candidate)))
            for one, verdict in zip(counted, verdicts, strict=True)
        ]
        CouncilVote.objects.bulk_create(votes, batch_size=500)
        doing.detail = {"on": held.on.isoformat(), "present": len({*held.present}), "candidates": len(votes)}
    return row


def void_sitting(row: Sitting, reason: str, *, by: Viewer, at: datetime) -> Sitting:
    """Take back what was written wrong. Raises ``NotAllowed``, ``NotFound``, ``ReasonMissing``, ``VoidAlready``."""
    require_own(by, row.council.round)
    if not reason.strip():
        raise refusals.ReasonMissing()
    with act("titles.unvote", Subject("sitting", row.uid), by=by, unit_uid=by.unit_uid, at=at):
        held = Sitting.objects.select_for_update().get(pk=row.pk)
        if held.voided_at is not None:
            raise refusals.VoidAlready()
        held.voided_at, held.why_void = at, reason.strip()
        held.save(update_fields=["voided_at", "why_void"])
    return held


def begin_decision(round_: TitleRound, *, by: Viewer, at: datetime) -> Document:
    """Make the draft of the decision for whoever passed, and a line of the year that names it.

    Two acts, the draft first: a draft without its line is only a draft. Raises ``NotAllowed``, ``NotFound``,
    ``NobodyPassed``.
    """
    require_own(by, round_)
    content = decision_content(round_, timezone.localtime(at).date())
    document = outgoing.create(content, by=by, at=at)
    subject = Subject("title_round", round_.uid)
    with act("titles.draft", subject, by=by, unit_uid=by.unit_uid, at=at, document=str(document.uid)):
        return document


def _stands(candidate: Candidate, round_: TitleRound) -> bool:
    proposed = candidate.proposed_on is not None and candidate.voided_at is None
    return proposed and candidate.round_id == round_.pk


def _vote(row: Sitting, one: Counted, verdict: VoteVerdict, recused: int) -> CouncilVote:
    return CouncilVote(
        sitting=row, candidate=one.candidate, agreed=one.agreed, against=one.against, spoilt=one.spoilt,
        absent=one.absent, recused=recused, passed=verdict.passed, sentence=verdict.sentence[:300],
    )  # fmt: skip
