"""The draft made of a decided round, made again, and the round opened again for it."""

from __future__ import annotations

from datetime import datetime
from typing import NamedTuple

from chuan.clocks import actions as clocks
from chuan.documents.actions import outgoing
from chuan.documents.models import Document
from chuan.documents.outgoing.versions import latest_version
from chuan.objectives.models import Round
from chuan.objectives.rounds import refusals
from chuan.objectives.rounds.actions.holding import ASKED, held_open
from chuan.objectives.rounds.drafting import Drafted, drafted
from chuan.objectives.rounds.making import lines_of
from chuan.objectives.rounds.permissions import require_runner
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.refusals import ReasonMissing
from chuan.trail.actions import act

GIVEN_UP = ("dropped", "cancelled")
"""Stages after which a new draft is begun."""


class Made(NamedTuple):
    """The draft, and what was done about legal bases that ended."""

    document: Document
    notes: tuple[str, ...]


def draft(round_: Round, *, by: Viewer, at: datetime) -> Made:
    """Make the Decision's draft of the decided lines, or a further version of it; the round is frozen.

    Two acts, the draft first. Raises ``LinesUndecided``, ``NothingPromised``, ``AnnexNotRead``, ``DraftGone``,
    ``RoundFrozen``, and what the room of documents refuses.
    """
    require_runner(by, round_.owner_unit_id)
    if not round_.is_open:
        raise refusals.RoundFrozen()
    made = drafted(round_, lines_of(round_), by.on)
    document = _written(round_, made, by=by, at=at)
    with act(
        "next_year.draft", Subject("next_year", round_.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as doing:
        held = held_open(round_)
        held.document, held.drafted_at, held.status = document, at, Round.Status.DRAFTED
        held.save(update_fields=["document", "drafted_at", "status"])
        clocks.settle_all(ASKED, held.asked.values_list("uid", flat=True), on=by.on)
        doing.detail = {"year": held.year, "draft": str(document.uid), "version": latest_version(document)}
    round_.refresh_from_db()
    return Made(document, made.notes)


def reopen(round_: Round, reason: str, *, by: Viewer, at: datetime) -> None:
    """Open a drafted round again while its draft is still in its drafter's hands.

    Raises ``ReasonMissing``, ``DraftGone``, ``RoundOver``, ``NotAllowed``.
    """
    require_runner(by, round_.owner_unit_id)
    if not reason.strip():
        raise ReasonMissing(act="mở lại đợt")
    with act(
        "next_year.reopen", Subject("next_year", round_.uid), by=by, unit_uid=by.unit.uid, at=at
    ) as doing:
        held = Round.objects.select_for_update(of=("self",)).select_related("document").get(pk=round_.pk)
        if held.status == Round.Status.CALLED_OFF:
            raise refusals.RoundOver()
        _refuse_gone(held)
        held.status, held.reason = Round.Status.OPEN, reason.strip()
        held.save(update_fields=["status", "reason"])
        doing.detail = {"year": held.year, "reason": held.reason}


def _written(round_: Round, made: Drafted, *, by: Viewer, at: datetime) -> Document:
    before = round_.document
    if before is None or before.stage in GIVEN_UP:
        return outgoing.create(made.content, links=made.links, by=by, at=at)
    _refuse_gone(round_)
    outgoing.save(before, made.content, based_on=latest_version(before), by=by, at=at)
    return before


def _refuse_gone(round_: Round) -> None:
    document = round_.document
    if document is not None and document.stage not in ("draft", *GIVEN_UP):
        raise refusals.DraftGone()
