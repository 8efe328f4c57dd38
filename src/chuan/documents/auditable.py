"""Registers of this room an audit draws from: what was issued, what came in."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from chuan.documents.models import Assignment, Document, Step
from chuan.intake.auditable import at_positions
from chuan.offers import auditing
from chuan.offers.auditing import Population
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.rules.types import Period

ISSUED, ARRIVED = "documents.issued", "documents.arrived"
KIND = "document"


def offer() -> None:
    """Register; called when the programme starts."""
    auditing.offer_population(
        Population(ISSUED, str(_("Văn bản đi đã phát hành")), _count_issued, _pick_issued)
    )
    auditing.offer_population(Population(ARRIVED, str(_("Văn bản đến")), _count_arrived, _pick_arrived))
    auditing.offer_hands(KIND, had_in_hand)


def had_in_hand(records: Iterable[Subject], official: uuid.UUID) -> list[Subject]:
    """Documents the official drafted, did a step of, or was given; three statements."""
    uids = [one.uid for one in records]
    drafted = Document.objects.filter(uid__in=uids).filter(
        Q(drafted_by__uid=official) | Q(recorded_by__uid=official)
    )
    mine = set(drafted.values_list("uid", flat=True))
    steps = Step.objects.filter(document__uid__in=uids, by__uid=official)
    mine |= set(steps.values_list("document__uid", flat=True))
    given = Assignment.objects.filter(document__uid__in=uids, official__uid=official)
    mine |= set(given.values_list("document__uid", flat=True))
    return [Subject(KIND, uid) for uid in uids if uid in mine]


def _issued(unit: Unit, period: Period) -> QuerySet[Document, Document]:
    rows = Document.objects.issued().filter(owner_unit=unit)
    return rows.filter(issued_on__gte=period.start, issued_on__lt=period.end)


def _count_issued(unit: Unit, period: Period) -> int:
    return _issued(unit, period).count()


def _pick_issued(unit: Unit, period: Period, positions: Iterable[int]) -> list[Subject]:
    return at_positions(_issued(unit, period), positions, KIND, "issued_on", "pk")


def _arrived(unit: Unit, period: Period) -> QuerySet[Document, Document]:
    rows = Document.objects.incoming().filter(owner_unit=unit)
    return rows.filter(arrived_on__gte=period.start, arrived_on__lt=period.end)


def _count_arrived(unit: Unit, period: Period) -> int:
    return _arrived(unit, period).count()


def _pick_arrived(unit: Unit, period: Period, positions: Iterable[int]) -> list[Subject]:
    return at_positions(_arrived(unit, period), positions, KIND, "arrived_on", "pk")
