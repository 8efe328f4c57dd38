"""Giving a case to whoever verifies it, or to somebody else: never to anybody it is about."""

from __future__ import annotations

from datetime import date, datetime

from chuan.documents.knowing import serving
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions import permissions
from chuan.petitions.actions.recording import Paper, step, trailed
from chuan.petitions.actions.solving.stepping import named, require_possible, require_signs, said
from chuan.petitions.events import add_event
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.refusals import NamesNoDocument
from chuan.petitions.refusals_solving import HandlerAlready, HandlerNotHere
from chuan.petitions.solving.cases import case_of
from chuan.petitions.steps import status_after
from chuan.rules.petitions import Kind


def assign(
    petition: Petition, official: Official, text: str, *, on: date, paper: Paper | None, by: Viewer, at: datetime
) -> PetitionEvent:  # fmt: skip
    """Give the case to an official, whose clock it is from now on; again, to somebody else.

    A leader gives it; who keeps the register writes it down by naming the signed paper. Feedback that is in work is
    passed on by the same step as it was taken on. Raises ``AboutHimself``, ``HandlerNotHere``, ``HandlerNoWork``,
    ``HandlerAlready``, ``WordsMissing``, ``NamesNoDocument``, ``WrongMove``, ``StepToCome``, ``StepBeforeLast``,
    ``NotAllowed``.
    """
    require_signs(by, petition)
    verb, words, rests_on = verb_of(petition), said(text, "việc phải làm rõ"), named(paper)
    if rests_on is None and not permissions.may_lead(by):
        raise NamesNoDocument()
    _require_may_have(petition, official, by)
    require_possible(case_of(petition, at=at), verb, on, at=at)
    with step(petition, verb, by=by, at=at) as doing:
        status_after(doing.petition.kind, doing.petition.status, verb)
        permissions.require_no_conflict(doing.petition, official)
        event = add_event(
            doing.petition, verb, on=on, by=by, at=at, document=rests_on.number if rests_on else "",
            document_on=rests_on.on if rests_on else None, official=official, text=words,
        )  # fmt: skip
        doing.petition.handler = official
        doing.petition.save(update_fields=["handler"])
        doing.detail = trailed(event)
    return event


def verb_of(petition: Petition) -> str:
    """What giving the case is called in its lifecycle."""
    return "accept" if petition.kind in (Kind.FEEDBACK, Kind.SUGGESTION) else "assign"


def _require_may_have(petition: Petition, official: Official, by: Viewer) -> None:
    permissions.require_no_conflict(petition, official)
    here = serving(petition.owner_unit, by.on).filter(pk=official.pk, account__is_active=True)
    if not here.exists():
        raise HandlerNotHere(name=official.name)
    permissions.require_works(petition.owner_unit, official, by.on)
    if petition.handler_id == official.pk:
        raise HandlerAlready(name=official.name)
