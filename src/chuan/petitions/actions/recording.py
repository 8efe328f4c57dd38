"""One step of a petition as an act: locked, checked against its lifecycle, written, judged again, trailed.

The line of the trail says the verb, the day, the paper it rests on: never what a letter says, never who wrote it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions import refusals
from chuan.petitions.events import add_event, lock, standing_events
from chuan.petitions.models import Petition, PetitionEvent
from chuan.petitions.permissions import require_own
from chuan.petitions.projecting import KIND, project
from chuan.petitions.refusals_sealed import TellsDenouncer
from chuan.petitions.sealed.typed import count_refused, require_nameless
from chuan.petitions.solving.after import settle
from chuan.petitions.steps import NOTES, status_after
from chuan.rules.refusals import WrongMove
from chuan.trail.actions import act


@dataclass
class Doing:
    """A step being recorded: the locked petition and what the trail's line will say."""

    petition: Petition
    detail: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Paper:
    """The signed paper a step rests on: number and symbol ("12/QĐ-UBND"), day."""

    number: str
    on: date | None = None


@contextmanager
def step(petition: Petition, verb: str, *, by: Viewer, at: datetime) -> Iterator[Doing]:
    """Run one act of a petition: ``petition.<verb>`` in the trail, the petition locked, judged again at its end.

    Raises ``NotFound`` for a petition that stayed with a ward of before (``permissions.require_own``), and
    ``TellsDenouncer`` where words of a line or of the petition tell of a denouncer under seal; that somebody
    typed them is written down apart, once the act is undone.
    """
    try:
        with _acting(petition, verb, by=by, at=at) as told:
            yield told
    except TellsDenouncer:
        count_refused(petition, by=by, at=at)
        raise
    petition.refresh_from_db()


@contextmanager
def _acting(petition: Petition, verb: str, *, by: Viewer, at: datetime) -> Iterator[Doing]:
    require_own(by, petition)
    subject = Subject(KIND, petition.uid)
    with act(f"petition.{verb}", subject, by=by, unit_uid=by.unit_uid, at=at) as doing:
        told = Doing(lock(petition))
        yield told
        require_nameless(told.petition, told.petition.text, told.petition.place, told.petition.envelope)
        settle(told.petition, verb, at=at)
        project(told.petition, at=at, why=verb)
        doing.detail = told.detail


def record(
    petition: Petition, verb: str, *, on: date, by: Viewer, at: datetime, days: int = 0, paper: Paper | None = None,
    official: Official | None = None, text: str = "", data: Mapping[str, Any] | None = None,
) -> PetitionEvent:  # fmt: skip
    """Write one step and judge the petition again, as one act. Who may is asked before.

    Raises ``StepToCome`` for a day after the one of ``at``, ``WrongMove`` where the lifecycle does not allow it.
    """
    check_day(on, at)
    with step(petition, verb, by=by, at=at) as doing:
        status_after(doing.petition.kind, doing.petition.status, verb)
        event = add_event(
            doing.petition, verb, on=on, by=by, at=at, days=days, document=paper.number if paper else "",
            document_on=paper.on if paper else None, official=official, text=text, data=data,
        )  # fmt: skip
        doing.detail = trailed(event)
    return event


def check_day(on: date, at: datetime) -> None:
    """Raises ``StepToCome`` for a day after the local one of ``at``."""
    today = timezone.localtime(at).date()
    if on > today:
        raise refusals.StepToCome(day=on, today=today)


def trailed(event: PetitionEvent) -> dict[str, Any]:
    """What the trail says of a line: day, paper, days; no text."""
    told = {
        "number": event.seq,
        "on": event.occurred_on.isoformat(),
        "document": event.document,
        "days": event.days,
        "official": str(event.official.uid) if event.official else "",
    }
    return {name: value for name, value in told.items() if value}


def void(event: PetitionEvent, reason: str, *, by: Viewer, at: datetime) -> PetitionEvent:
    """Void a line written by mistake; both stay. The petition is judged as if it had not been.

    Raises ``WordsMissing``, ``StepVoided`` for the receipt, for what does not stand, and where later lines of the
    lifecycle rest on it.
    """
    said = " ".join(reason.split())
    if not said:
        raise refusals.WordsMissing(thing="lý do bỏ dòng ghi nhầm")
    with step(event.petition, "void", by=by, at=at) as doing:
        require_voidable(event)
        on = timezone.localtime(at).date()
        voided = add_event(doing.petition, "void", on=on, by=by, at=at, text=said, voids=event)
        doing.detail = {"number": event.seq, "kind": event.verb}
    return voided


BOUND = frozenset(
    {"receive", "divide", "link", "unlink", "rekind", "signer_out", "concern", "unconcern", "fact"}
)
"""Lines that changed more than days (a link, a kind, parts of a letter): each has a way back of its own."""


def require_voidable(event: PetitionEvent) -> None:
    """Raises ``StepVoided`` unless the line stands and the lines after it make sense without it."""
    lines = list(standing_events(event.petition))
    if event.verb in BOUND or event.pk not in {one.pk for one in lines}:
        raise refusals.StepVoided()
    status, kind = "received", event.petition.kind
    for one in lines:
        if one.pk == event.pk or one.verb in NOTES:
            continue
        try:
            status = status_after(kind, status, one.verb)
        except WrongMove:
            raise refusals.StepVoided() from None
