"""Whom each step of a revision waits for, and the clock of the periodic review. All of it the office's practice."""

from __future__ import annotations

from datetime import date, timedelta

from chuan.clocks import actions as clocks
from chuan.documents.controlled.periods import next_review, practice_of
from chuan.documents.controlled.permissions import other_reviewers
from chuan.documents.models import ControlledDocument, Revision
from chuan.offers.subjects import Subject
from chuan.people.models import RoleGrant
from chuan.people.practice import days_of_practice
from chuan.people.roles import Role

_DAYS = "draft.review_days"
REVIEW = "review"


def keep_clock(revision: Revision, before: str, *, on: date) -> None:
    """End the clock of the status ``before`` and start that of the status now. Inside the act of the step."""
    subject, unit = Subject("revision", revision.uid), revision.controlled.unit
    if before != revision.status:
        clocks.settle(subject, on=on, kind=before)
    days = on + timedelta(days=days_of_practice(_DAYS, unit, on))
    kind = revision.status
    if kind == "draft" and revision.note and revision.drafted_by:
        clocks.start(subject, unit=unit, opened_on=on, due_on=days, kind=kind, official=revision.drafted_by)
    elif kind == "review":
        clocks.start(subject, unit=unit, opened_on=on, due_on=days, kind=kind, role=_reviewer(revision, on))
    elif kind == "approval":
        clocks.start(subject, unit=unit, opened_on=on, due_on=days, kind=kind, role=Role.CHAIRMAN.value)
    elif kind == "approved" and revision.effective_from:
        due = max(revision.effective_from, on)
        clocks.start(subject, unit=unit, opened_on=on, due_on=due, kind=kind, role=Role.ISO_SECRETARY.value)


def keep_review_clock(document: ControlledDocument, revision: Revision, *, on: date) -> None:
    """Start or move the clock of the next periodic review, for the owning post or the ISO secretary."""
    due = next_review(document, revision, practice_of(document.unit, on).whole)
    if due is None:
        return
    role = "" if document.owner_post else Role.ISO_SECRETARY.value
    subject = Subject("controlled", document.uid)
    clocks.start(
        subject, unit=document.unit, opened_on=on, due_on=max(due, on), kind=REVIEW, post=document.owner_post,
        role=role,
    )  # fmt: skip


def end_review_clock(document: ControlledDocument, *, on: date) -> None:
    """Nothing to be looked at any more."""
    clocks.settle(Subject("controlled", document.uid), on=on, kind=REVIEW)


def _reviewer(revision: Revision, on: date) -> str:
    """The ISO secretary reviews; what he wrote, the office clerk, where the ward has another."""
    others = {one.pk for one in other_reviewers(revision, on)}
    held = RoleGrant.objects.on(on).filter(unit=revision.controlled.unit, official__in=others)
    roles = set(held.values_list("role", flat=True))
    return (
        Role.OFFICE_CLERK
        if Role.ISO_SECRETARY not in roles and Role.OFFICE_CLERK in roles
        else Role.ISO_SECRETARY
    ).value
