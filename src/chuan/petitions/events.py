"""A petition's lines as they stand, and the next one written. Inside an act, on a locked petition."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from chuan.people.models import Official
from chuan.people.viewer import Viewer
from chuan.petitions.models import EventWords, Petition, PetitionEvent
from chuan.petitions.sealed.typed import require_nameless


def standing_events(petition: Petition) -> QuerySet[PetitionEvent]:
    """Lines that nobody voided, voids themselves left out, in the order they were written."""
    return standing(PetitionEvent.objects.filter(petition=petition))


def standing(events: QuerySet[PetitionEvent]) -> QuerySet[PetitionEvent]:
    """Of these lines those that stand."""
    return events.filter(voided_by__isnull=True).exclude(verb="void").order_by("petition_id", "seq")


def lock(petition: Petition) -> Petition:
    """The petition's row, held until the act ends: lines are numbered one after the other."""
    return Petition.objects.select_for_update().select_related("unit", "owner_unit").get(pk=petition.pk)


def add_event(
    petition: Petition, verb: str, *, on: date, by: Viewer | None, at: datetime, days: int = 0, document: str = "",
    document_on: date | None = None, official: Official | None = None, text: str = "",
    data: Mapping[str, Any] | None = None, voids: PetitionEvent | None = None, paper_uid: uuid.UUID | None = None,
) -> PetitionEvent:  # fmt: skip
    """Write the next line. Project the petition afterwards (``projecting.project``).

    Raises ``TellsDenouncer`` for words that tell of a denouncer who is under seal.
    """
    require_nameless(petition, text, document, as_json(data))
    last = (
        PetitionEvent.objects.filter(petition=petition).order_by("-seq").values_list("seq", flat=True).first()
    )
    event = PetitionEvent.objects.create(
        petition=petition, seq=(last or 0) + 1, verb=verb, occurred_on=on, days=days, document=document,
        document_on=document_on, official=official, data=as_json(data), voids=voids, paper_uid=paper_uid,
        by=by.official if by else None, recorded_at=at,
    )  # fmt: skip
    if text:
        event.words = EventWords.objects.create(event=event, text=text)
    return event


def as_json(data: Mapping[str, Any] | None) -> str:
    """What belongs to a verb, as canonical JSON; "" for nothing."""
    return (
        json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str)
        if data
        else ""
    )


def data_of(event: PetitionEvent) -> dict[str, Any]:
    """What belongs to the line's verb."""
    found: dict[str, Any] = json.loads(event.data) if event.data else {}
    return found
