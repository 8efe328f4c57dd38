"""Whose business a petition is, and what becomes of it: each outcome one act of whoever works on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from chuan.documents.knowing import serving
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions import refusals
from chuan.petitions import refusals_sorting as refusals_here
from chuan.petitions.actions.recording import Doing, Paper, check_day, step, trailed
from chuan.petitions.events import add_event
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.permissions import require_no_conflict, require_record, require_works
from chuan.petitions.sorting import deciding
from chuan.petitions.sorting.forwarded import require_forwardable
from chuan.petitions.sorting.outcomes import Act, Need, act_of
from chuan.petitions.steps import status_after
from chuan.rules.petitions import Decided, Outcome


@dataclass(frozen=True, slots=True)
class Said:
    """What was said with an outcome. ``where`` names a body, ``reason`` a why: neither tells of a denouncer."""

    on: date
    paper: Paper | None = None
    reason: str = ""
    where: str = ""
    official: Official | None = None
    both: bool = False
    several_places: bool = False


def keep_way(
    petition: Petition, given: Mapping[str, str], *, on: date, by: Viewer, at: datetime
) -> PetitionEvent:
    """Keep how competence was decided: answers, articles, whether it is ours. The clocks of a stranger's start.

    ``on``: the day whose law the questions are of. Raises ``WayUnfinished``, ``AgainstLeaders``, ``StepToCome``,
    ``BeforeReceipt``, ``SortedAlready``, `CompetenceAnswerUnknown`, `MixedNotSplit`.
    """
    require_record(by, petition)
    deciding.require_sortable(petition)
    _check_days(petition, on, at)
    decided = deciding.guided(petition.kind, given, on).decided
    if decided is None:
        raise refusals_here.WayUnfinished()
    if decided.outcome is Outcome.NOT_TAKEN:
        raise refusals_here.AgainstLeaders(where=deciding.where_words(decided.because.where))
    with step(petition, "sort", by=by, at=at) as doing:
        event = add_event(doing.petition, "sort", on=on, by=by, at=at, data=_data(decided))
        doing.petition.way = deciding.way_as_json(decided, on, event.seq)
        doing.petition.save(update_fields=["way"])
        doing.detail = trailed(event)
    return event


def record_outcome(petition: Petition, verb: str, said: Said, *, by: Viewer, at: datetime) -> PetitionEvent:
    """Write what became of the letter. Raises what `outcomes.Act` asks for and is not there.

    ``NamesNoDocument``, ``WordsMissing``, ``BodyMissing``, ``HandlerMissing``, ``HandlerElsewhere``,
    ``AboutHimself``, ``NotBothTold``, ``ForwardedAlready``, ``StepToCome``, ``BeforeReceipt``,
    ``PaperAfterStep``, `WrongMove`.
    """
    require_record(by, petition)
    asked = act_of(petition.kind, verb)
    _check_days(petition, said.on, at)
    _check_said(petition, asked, said)
    with step(petition, verb, by=by, at=at) as doing:
        status_after(doing.petition.kind, doing.petition.status, verb)
        if verb == "forward":
            require_forwardable(doing.petition, said.on)
        _keep_facts(doing, asked, said)
        event = _write(doing, verb, said, by=by, at=at)
        doing.detail = trailed(event)
    return event


def _write(doing: Doing, verb: str, said: Said, *, by: Viewer, at: datetime) -> PetitionEvent:
    paper = said.paper
    return add_event(
        doing.petition, verb, on=said.on, by=by, at=at, document=paper.number if paper else "",
        document_on=(paper.on or said.on) if paper else None, official=said.official, text=_text(said),
        data={"where": True} if said.where else None,
    )  # fmt: skip


def _keep_facts(doing: Doing, asked: Act, said: Said) -> None:
    """Who has it now, and whether identity is checked in several places."""
    petition = doing.petition
    if asked.official is Need.MUST:
        petition.handler = said.official
    if asked.several:
        petition.several_places = said.several_places
    petition.save(update_fields=["handler", "several_places"])


def _check_days(petition: Petition, on: date, at: datetime) -> None:
    check_day(on, at)
    if petition.received_on is not None and on < petition.received_on:
        raise refusals_here.BeforeReceipt(day=on, received=petition.received_on)


def _check_said(petition: Petition, asked: Act, said: Said) -> None:
    if asked.paper is Need.MUST and said.paper is None:
        raise refusals.NamesNoDocument()
    if said.paper and said.paper.on and said.paper.on > said.on:
        raise refusals_here.PaperAfterStep(signed=said.paper.on, day=said.on)
    if asked.reason is Need.MUST and not said.reason.strip():
        raise refusals.WordsMissing(thing="lý do")
    if asked.where is Need.MUST and not said.where.strip():
        raise refusals_here.BodyMissing()
    if asked.both and not said.both:
        raise refusals_here.NotBothTold()
    if asked.official is Need.MUST:
        require_can_take(petition, said.official, said.on)


def require_can_take(petition: Petition, official: Official | None, on: date) -> None:
    """Refuse nobody, somebody who does not serve here or does not work on cases, and whom the petition is about.

    Raises ``HandlerMissing``, ``HandlerElsewhere``, ``HandlerNoWork``, ``AboutHimself``.
    """
    if official is None:
        raise refusals_here.HandlerMissing()
    if not serving(petition.owner_unit, on).filter(pk=official.pk).exists():
        raise refusals_here.HandlerElsewhere(name=official.name)
    require_works(petition.owner_unit, official, on)
    require_no_conflict(petition, official)


def _text(said: Said) -> str:
    """The body on a line of its own, then why."""
    parts = (" ".join(said.where.split()), said.reason.strip())
    return "\n".join(part for part in parts if part)


def _data(decided: Decided) -> dict[str, object]:
    found = deciding.competent_of(decided)
    competent = {True: "yes", False: "no", None: ""}[found]
    way = {question.key: answer.key for question, answer in decided.way}
    return {"competent": competent, "outcome": decided.outcome.value, "way": way}
