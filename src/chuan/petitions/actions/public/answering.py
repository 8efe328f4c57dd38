"""What a citizen adds under the code of a receipt: what we asked for, and how good the answer was. Once each."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from chuan.offers.subjects import Subject
from chuan.petitions import refusals_public as refusals
from chuan.petitions.actions.public.posting import CITIZEN
from chuan.petitions.events import add_event, lock, standing_events
from chuan.petitions.models import Petition
from chuan.petitions.projecting import KIND, project
from chuan.petitions.solving.after import settle
from chuan.petitions.solving.words import RATINGS
from chuan.petitions.steps import status_after
from chuan.rules.refusals import WrongMove
from chuan.trail.actions import act


def supply_by_sender(petition: Petition, text: str, *, at: datetime) -> None:
    """What the sender answers to our question; the petition goes on from there.

    Raises ``PublicSupplyMissing``, ``PublicNotAsked`` when nothing is asked (any more).
    """
    said = text.strip()
    if not said:
        raise refusals.PublicSupplyMissing()
    _add(petition, "supply", at=at, text=said, data={})


def rate_by_sender(petition: Petition, rating: str, *, at: datetime) -> None:
    """How satisfied the sender is, once. Raises ``PublicNotAsked``."""
    if rating not in RATINGS:
        raise refusals.PublicNotAsked()
    _add(petition, "rate", at=at, data={"rating": rating})


def _add(petition: Petition, verb: str, *, at: datetime, data: Mapping[str, Any], text: str = "") -> None:
    on = timezone.localtime(at).date()
    subject = Subject(KIND, petition.uid)
    with act(f"petition.{verb}", subject, by=CITIZEN, unit_uid=petition.owner_unit.uid, at=at) as doing:
        held = lock(petition)
        _require_open(held, verb)
        event = add_event(held, verb, on=on, by=None, at=at, text=text, data={**data, "by": "sender"})
        settle(held, verb, at=at)
        project(held, at=at, why=verb)
        doing.detail = {"number": event.seq, "on": on.isoformat()}


def _require_open(petition: Petition, verb: str) -> None:
    try:
        status_after(petition.kind, petition.status, verb)
    except WrongMove:
        raise refusals.PublicNotAsked() from None
    if verb == "rate" and standing_events(petition).filter(verb="rate").exists():
        raise refusals.PublicNotAsked()
