"""Who a document on its way out waits for, and until when: its clock, settled and started again with each step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from chuan.clocks import actions as clocks
from chuan.clocks.offices import calendar_of
from chuan.documents.models import Document
from chuan.documents.outgoing.heads import signer_named
from chuan.law.documents import document_value
from chuan.offers.subjects import Subject
from chuan.people.models import Official, RoleGrant, Unit
from chuan.people.practice import days_of_practice
from chuan.people.roles import Role
from chuan.rules.lifecycles import OUTGOING

REVIEW_DAYS = "draft.review_days"
KIND = "draft"
"""The kind of subject: the same uid as the document, but its page is that of the draft."""

_REGISTRY = ("handed_over", "signed", "numbered", "sealed")


@dataclass(frozen=True, slots=True)
class Waiting:
    """Whom a stage waits for: a role, or one official."""

    role: str = ""
    official: Official | None = None


def waits_for(document: Document, on: date) -> Waiting | None:
    """Whom the document waits for at its stage; None when nobody has to do anything."""
    unit, stage = document.owner_unit, document.stage
    if stage == "draft":
        return Waiting(official=document.drafted_by) if document.drafted_by else None
    if stage == "content_review":
        return Waiting(role=_content_reviewer(document, on))
    if stage == "form_review":
        return Waiting(role=_registry(unit, on))
    if stage == "to_sign":
        signer = signer_named(unit, document.signer_name, on)
        return Waiting(official=signer) if signer else Waiting(role=Role.CHAIRMAN.value)
    return Waiting(role=_registry(unit, on)) if stage in _REGISTRY else None


def keep_clock(document: Document, before: str, *, on: date) -> None:
    """End the clock of the stage ``before`` and start that of the stage now. Inside the act of the step.

    A signed document is due by law; everything before that by the office's own practice.
    """
    subject, unit = Subject(KIND, document.uid), document.owner_unit
    if before != document.stage:
        clocks.settle(subject, on=on, kind=before)
    waiting, due_on = waits_for(document, on), due_of(document, on)
    if waiting is None or due_on is None:
        return
    held = {"role": waiting.role, "official": waiting.official}
    if document.signed_on is not None and document.stage in _REGISTRY:
        reckoned = clocks.Reckoned(subject, opened_on=document.signed_on, due_on=due_on, **held)  # type: ignore[arg-type]
        clocks.keep_all([reckoned], unit=unit, kind=document.stage)
    else:
        clocks.start(subject, unit=unit, opened_on=on, due_on=due_on, kind=document.stage, **held)  # type: ignore[arg-type]


def due_of(document: Document, on: date) -> date | None:
    """The day by which the step now open is done: by law once signed, else by practice and the draft's own deadline.

    A draft in its drafter's hands is due only when somebody set a deadline.
    """
    if document.signed_on is not None and document.stage in _REGISTRY:
        return issue_by(document)
    if document.stage == "draft":
        return document.due_on
    days = 0 if is_urgent(document) else days_of_practice(REVIEW_DAYS, document.owner_unit, on)
    practice = on + timedelta(days=days)
    return min(practice, document.due_on) if document.due_on and document.due_on >= on else practice


def issue_by(document: Document) -> date | None:
    """The last day to issue a signed document: that day, or the next working day; urgent ones the same day.

    NĐ 30/2020/NĐ-CP art 18.1. None where the calendar of that year is not held, or nothing is signed yet.
    """
    if document.signed_on is None:
        return None
    key = "document.issue_urgent_within" if is_urgent(document) else "document.issue_within"
    within = document_value(key, document.signed_on).whole
    day = document.signed_on
    calendar = calendar_of(document.owner_unit)
    for _each in range(within):
        following = calendar.next_working(day)
        if following is None:
            return None
        day = following.day
    return day


def late_by(document: Document, on: date) -> bool:
    """Whether issuing on this day is later than the law allows."""
    last = issue_by(document)
    return last is not None and on > last


def is_urgent(document: Document) -> bool:
    """Whether it bears a degree of urgency."""
    return document.urgency != Document.Urgency.NORMAL


def holder_words(document: Document) -> str:
    """The role that the stage belongs to, for lists: by the table, or the drafter's name."""
    if document.stage == "draft" and document.drafted_by:
        return document.drafted_by.name
    owner = OUTGOING.statuses[document.stage].owner if document.stage in OUTGOING.statuses else ""
    return str(Role(owner).label) if owner else ""


def _content_reviewer(document: Document, on: date) -> str:
    """The office clerk reviews; what the office clerk drafted, the Chairman."""
    drafter = document.drafted_by
    own = drafter is not None and _holds(document.owner_unit, Role.OFFICE_CLERK, on, drafter)
    return Role.CHAIRMAN.value if own else Role.OFFICE_CLERK.value


def _registry(unit: Unit, on: date) -> str:
    """Văn thư where the ward has one, else the office clerk."""
    return (Role.REGISTRY_CLERK if _holds(unit, Role.REGISTRY_CLERK, on) else Role.OFFICE_CLERK).value


def _holds(unit: Unit, role: Role, on: date, official: Official | None = None) -> bool:
    held = RoleGrant.objects.on(on).filter(unit=unit, role=role)
    return (held.filter(official=official) if official else held).exists()
