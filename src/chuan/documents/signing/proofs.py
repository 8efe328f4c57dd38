"""Until when the signatures of our own documents are proved, and which of them need something done about it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from chuan.documents.models import Document, Step
from chuan.documents.signing.services import level_of
from chuan.exchange import signing
from chuan.exchange.signing import Level
from chuan.people.viewer import Viewer

KEPT = ("sealed", "issued")
"""Stages of documents that bear all their signatures."""

VERBS = ("seal", "prove")


@dataclass(frozen=True)
class Proof:
    """A document whose proof ends or is less than the unit wants. ``renew_on``: the day to renew, None unknown."""

    document: Document
    level: Level
    renew_on: date | None
    is_due: bool
    """The proof ends soon; else only the level is lower than wanted."""


def facts_of(pdf: bytes, level: Level) -> dict[str, str]:
    """What a step tells of a signed file: the level reached and the day to renew."""
    due = signing.renewal_due(pdf)
    return {"level": str(level), "renew_on": due.isoformat() if due else ""}


def watched(viewer: Viewer) -> list[Proof]:
    """The watch list, the most urgent first: only documents signed here, whose steps tell of their proof."""
    wanted, latest = level_of(viewer.unit, viewer.on), _latest(viewer)
    documents = Document.objects.seen_by(viewer).filter(owner_unit=viewer.unit, pk__in=list(latest)).in_bulk()
    found = [_proof(documents[pk], told, viewer.on) for pk, told in latest.items() if pk in documents]
    return sorted((one for one in found if one.is_due or one.level < wanted), key=_urgency)


def _latest(viewer: Viewer) -> dict[int, dict[str, str]]:
    steps = Step.objects.filter(
        document__owner_unit=viewer.unit, document__stage__in=KEPT, verb__in=VERBS, data__contains='"level"'
    )
    return dict(_told(steps.order_by("document_id", "seq").values_list("document_id", "data")))


def _told(rows: object) -> Iterator[tuple[int, dict[str, str]]]:
    for pk, data in rows:  # type: ignore[attr-defined] # the last of a document stays
        yield pk, json.loads(data)


def _proof(document: Document, told: dict[str, str], on: date) -> Proof:
    renew_on = date.fromisoformat(told["renew_on"]) if told.get("renew_on") else None
    return Proof(document, Level.of(told["level"]), renew_on, renew_on is not None and renew_on <= on)


def _urgency(one: Proof) -> tuple[bool, date, int]:
    return not one.is_due, one.renew_on or date.max, one.document.pk
