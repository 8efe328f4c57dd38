"""Asking for a change of controlled documents, answering, and what is done about each of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from chuan.clocks import actions as clocks
from chuan.documents.actions.controlled.stepping import said
from chuan.documents.controlled.permissions import check_answers, check_asks, check_keeps, check_own
from chuan.documents.models import AffectedDocument, ChangeRequest, ControlledDocument, Document, Revision
from chuan.documents.refusals_controlled import (
    AffectedSettled,
    AffectedUnanswered,
    DueBehind,
    NothingAffected,
)
from chuan.offers.subjects import Subject
from chuan.people.roles import Role
from chuan.people.viewer import Viewer
from chuan.rules.lifecycles import CHANGE_REQUEST
from chuan.trail.actions import act

_Outcome = AffectedDocument.Outcome


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody asks: why, what asks for it, which documents it touches, until when."""

    reason: str
    affected: Sequence[ControlledDocument]
    due_on: date
    source: str = ""
    act: Document | None = None


def ask(asked: Asked, *, by: Viewer, at: datetime) -> ChangeRequest:
    """A request by any official of the unit.

    Raises ``OpinionMissing``, ``NothingAffected``, ``DueBehind``, ``NotAllowed``.
    """
    check_asks(by)
    if not asked.affected:
        raise NothingAffected()
    if asked.due_on < by.on:
        raise DueBehind(day=asked.due_on, today=by.on)
    made = ChangeRequest(
        unit=by.unit, reason=said(asked.reason), source=asked.source.strip()[:300], act=asked.act,
        asked_by=by.official, asked_on=by.on, due_on=asked.due_on, recorded_at=at,
    )  # fmt: skip
    subject = Subject("change_request", made.uid)
    with act("change_request.ask", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        made.save()
        AffectedDocument.objects.bulk_create(
            AffectedDocument(request=made, controlled=one) for one in asked.affected
        )
        clocks.start(
            subject, unit=by.unit, opened_on=by.on, due_on=asked.due_on, role=Role.ISO_SECRETARY.value
        )
        doing.detail = {"reason": made.reason, "documents": [one.code for one in asked.affected]}
    return made


def accept(request: ChangeRequest, answer: str, *, by: Viewer, at: datetime) -> None:
    """Take it on: the documents are to be revised. Raises ``WrongMove``, ``NotAllowed``."""
    _decide(request, "change_request.accept", answer.strip(), by=by, at=at)


def decline(request: ChangeRequest, reason: str, *, by: Viewer, at: datetime) -> None:
    """Refuse it, with the reason. Raises ``OpinionMissing``, ``WrongMove``, ``NotAllowed``."""
    _decide(request, "change_request.decline", said(reason), by=by, at=at)


def settle(
    affected: AffectedDocument, *, revision: Revision | None, reason: str, by: Viewer, at: datetime
) -> None:
    """Say of one document which revision changed it, or why it needs no change; the last one ends the request.

    Raises ``AffectedUnanswered``, ``AffectedSettled``, ``WrongMove`` before it was accepted, ``NotAllowed``.
    """
    check_keeps(by)
    if revision is None and not reason.strip():
        raise AffectedUnanswered()
    subject = Subject("change_request", affected.request.uid)
    check_own(by, affected.request.unit)
    with act("change_request.settle", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        request = _locked(affected.request)
        CHANGE_REQUEST.next(request.status, "finish")
        held = AffectedDocument.objects.select_for_update().get(pk=affected.pk)
        if held.outcome != _Outcome.OPEN:
            raise AffectedSettled(outcome=str(held.get_outcome_display()))
        held.outcome = _Outcome.REVISED if revision else _Outcome.WAIVED
        held.revision, held.reason = revision, reason.strip()
        held.settled_on, held.settled_by = by.on, by.official
        held.save()
        if not request.affected.filter(outcome=_Outcome.OPEN).exists():
            request.status = CHANGE_REQUEST.next(request.status, "finish")
            request.save(update_fields=["status"])
            clocks.settle(subject, on=by.on)
        doing.detail = {"document": held.controlled.code, "outcome": held.outcome, "reason": held.reason}


def revisions_for(affected: AffectedDocument) -> list[Revision]:
    """Revisions approved since the request was made: offered as the answer, the newest first."""
    approved = affected.controlled.revisions.filter(approved_on__gte=affected.request.asked_on)
    return list(approved.exclude(status="dropped").order_by("-number"))


def _decide(request: ChangeRequest, verb: str, answer: str, *, by: Viewer, at: datetime) -> None:
    check_answers(by)
    check_own(by, request.unit)
    subject = Subject("change_request", request.uid)
    with act(verb, subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        held = _locked(request)
        held.status = CHANGE_REQUEST.next(held.status, verb.partition(".")[2])
        held.decided_by, held.decided_on, held.answer = by.official, by.on, answer
        held.save(update_fields=["status", "decided_by", "decided_on", "answer"])
        if held.status == "declined":
            clocks.settle(subject, on=by.on)
        doing.detail = {"reason": answer}


def _locked(request: ChangeRequest) -> ChangeRequest:
    return ChangeRequest.objects.select_for_update(of=("self",)).get(pk=request.pk)
