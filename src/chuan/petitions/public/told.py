"""What whoever holds the code of a receipt is told on the public page, and what may be added there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from chuan.people.models import Unit, family_ids
from chuan.petitions import refusals_public as refusals
from chuan.petitions.events import standing_events
from chuan.petitions.models import Petition, PetitionEvent, PublicPost, PublicResult
from chuan.petitions.public import gate
from chuan.petitions.receiving.codes import kept
from chuan.petitions.showing.verdicts import upper_first
from chuan.petitions.steps import LIFECYCLES
from chuan.rules.petitions import Kind

TOLD_HERE = (Kind.FEEDBACK, Kind.SUGGESTION)
"""Of other kinds nothing is said on the Internet, not even that a code is right."""


@dataclass(frozen=True, slots=True)
class Told:
    """How it stands, in words for the sender. ``asked``: our open question; ``answer``: ours, once there is one."""

    post: PublicPost | None = None
    petition: Petition | None = None
    kind: str = ""
    sent_on: date | None = None
    stage: str = ""
    sentence: str = ""
    due_on: date | None = None
    asked: str = ""
    answer: str = ""
    answered_on: date | None = None
    may_supply: bool = False
    may_rate: bool = False


def told_under(code: str, unit: Unit, network: str, *, at: datetime) -> Told:
    """What waits under the code in this unit. Tries are counted. Raises ``PublicCodeWrong``, ``PublicCodesTooFast``."""
    gate.try_code(unit, network, at=at)
    digest = kept(code)
    found = _found(digest, unit) if digest else None
    if found is None:
        raise refusals.PublicCodeWrong()
    gate.code_was_right(unit, network, at=at)
    return found


def _found(digest: str, unit: Unit) -> Told | None:
    units = family_ids(unit)
    post = PublicPost.objects.filter(receipt=digest, unit_id__in=units).first()
    if post is not None:
        return Told(post=post, kind=upper_first(str(post.get_kind_display())), sent_on=post.sent_on)
    rows = Petition.objects.present_ones().filter(unit_id__in=units, receipt=digest, kind__in=TOLD_HERE)
    petition = rows.first()
    return _of(petition) if petition is not None else None


def _of(petition: Petition) -> Told:
    table = LIFECYCLES[petition.kind]
    lines = list(standing_events(petition))
    asked, answer, rated = (_last(lines, verb) for verb in ("ask", "answer", "rate"))
    may = table.may(petition.status)
    return Told(
        petition=petition,
        kind=upper_first(str(petition.get_kind_display())),
        sent_on=petition.received_on,
        stage=upper_first(str(table.statuses[petition.status].label)),
        sentence=str(table.statuses[petition.status].sentence),
        due_on=petition.due_on if petition.settled_on is None else None,
        asked=asked.text if asked and "supply" in may else "",
        answer=answer.text if answer else "",
        answered_on=answer.occurred_on if answer else None,
        may_supply="supply" in may,
        may_rate="rate" in may and rated is None,
    )


def _last(lines: list[PetitionEvent], verb: str) -> PetitionEvent | None:
    return next((one for one in reversed(lines) if one.verb == verb), None)


def results_of(unit: Unit) -> QuerySet[PublicResult]:
    """Results shown to everybody, the newest first."""
    shown = PublicResult.objects.filter(withdrawn_at__isnull=True, petition__present=True)
    mine = shown.filter(petition__kind__in=TOLD_HERE, petition__unit_id__in=family_ids(unit))
    return mine.order_by("-on", "-pk")
