"""Reviewing, returning and approving a revision; the day it takes effect; who is to know it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime

from chuan.documents.actions.controlled.stepping import catch_up, said, stepping
from chuan.documents.actions.knowing import Put, end_inside, put_before, put_inside
from chuan.documents.controlled.permissions import (
    check_approves,
    check_keeps,
    may_approve,
    may_keep,
    other_reviewers,
    wrote,
)
from chuan.documents.controlled.shown import digest_of
from chuan.documents.controlled.standing import IN_FORCE, state_on
from chuan.documents.controlled.subjects import title_of
from chuan.documents.controlled.waiting import keep_review_clock
from chuan.documents.models import Document, Revision
from chuan.documents.refusals_controlled import EffectInPast, NothingInForce, NotItsDayYet, OwnWorkReviewed
from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import REVISION
from chuan.rules.refusals import NotAllowed


def review(revision: Revision, note: str, *, by: Viewer, at: datetime) -> None:
    """Find it fit and send it to be approved.

    Nobody reviews what he wrote where another of the unit may (docs/decisions/controlled-revisions.md).
    Raises ``OwnWorkReviewed``, ``WrongMove``, ``NotAllowed``.
    """
    check_keeps(by)
    with stepping(revision, "revision.review", by=by, at=at) as held:
        alone = wrote(by, held.revision)
        if alone and (others := other_reviewers(held.revision, by.on)):
            raise OwnWorkReviewed(who=", ".join(one.name for one in others[:3]))
        held.take("review", reviewed_by=by.official, reviewed_on=by.on, note=note.strip())
        held.doing.detail = {"note": note.strip(), "alone": alone}


def return_to_drafter(revision: Revision, opinion: str, *, by: Viewer, at: datetime) -> None:
    """Send it back with an opinion: the reviewer or the approver.

    Raises ``OpinionMissing``, ``WrongMove``, ``NotAllowed``.
    """
    words = said(opinion)
    if not (may_keep(by) or may_approve(by)):
        check_keeps(by)
    with stepping(revision, "revision.return", by=by, at=at) as held:
        held.take("return", note=words, reviewed_by=None, reviewed_on=None)
        held.doing.detail = {"note": words}


def approve(
    revision: Revision, effective_from: date, *, by: Viewer, at: datetime, decision: Document | None = None,
    note: str = "",
) -> None:  # fmt: skip
    """Approve it, from which day it is in force and by which decision; the one before it ends on that very day.

    Raises ``EffectInPast``, ``WrongMove``, ``NotAllowed``.
    """
    check_approves(by)
    if effective_from < by.on:
        raise EffectInPast(day=effective_from, today=by.on)
    with stepping(revision, "revision.approve", by=by, at=at) as held:
        document = held.revision.controlled
        held.take(
            "approve", approved_by=by.official, approved_on=by.on, effective_from=effective_from,
            decided_by=decision, note=note.strip(),
        )  # fmt: skip
        earlier = document.revisions.filter(status="in_force", obsolete_on=None).exclude(pk=held.revision.pk)
        if effective_from <= by.on:
            for one in earlier:
                end_inside(Subject("revision", one.uid), "Đã có lần ban hành mới", on=by.on, at=at)
        earlier.update(obsolete_on=effective_from)
        keep_review_clock(document, held.revision, on=by.on)
        held.doing.detail = {
            "effective_from": effective_from.isoformat(),
            "decision": str(decision.uid) if decision else "",
        }


def take_effect(
    revision: Revision, officials: Iterable[Official], *, by: Viewer, at: datetime, due_on: date | None = None
) -> None:
    """On its day or later: written down as in force, and put before those who are to know it (it may be nobody).

    Its day makes it the one in force with or without this. Raises ``NotItsDayYet``, ``WrongMove``, ``NotAllowed``.
    """
    if not (may_keep(by) or may_approve(by)):
        raise NotAllowed(who="thư ký ISO, công chức văn phòng hoặc lãnh đạo")
    people = list(officials)
    with stepping(revision, "revision.take_effect", by=by, at=at) as held:
        one = held.revision
        if one.status == "approved" and one.effective_from is not None and one.effective_from > by.on:
            raise NotItsDayYet(day=one.effective_from)
        REVISION.next(one.status, "take_effect")
        catch_up(one.controlled, by=by, at=at)
        one.refresh_from_db(fields=["status"])
        if people:
            put_inside(put_of(one), people, by=by, at=at, due_on=due_on)
        held.doing.detail = {"people": len(people)}


def disseminate(
    revision: Revision, officials: Iterable[Official], *, by: Viewer, at: datetime, due_on: date | None = None
) -> None:
    """Put the revision in force before officials; on the day it takes effect this writes that down too.

    Raises ``NothingInForce``, ``NobodyChosen``, ``DayBehind``, ``NotAllowed``.
    """
    if state_on(revision, by.on) != IN_FORCE:
        raise NothingInForce()
    if revision.status == "approved":
        take_effect(revision, officials, by=by, at=at, due_on=due_on)
    else:
        put_before(put_of(revision), officials, by=by, at=at, due_on=due_on)


def put_of(revision: Revision) -> Put:
    """What is put before officials: this very version."""
    return Put(Subject("revision", revision.uid), title_of(revision), digest_of(revision))
