"""One queryset classifies the rows of a measure; the count groups it, the list pages through it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone

from chuan.documents.models import DocumentState
from chuan.offers.measures import Counts, Row, RowOutcome, Scope
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.rules.types import Period
from chuan.rules.wording import said


@dataclass(frozen=True)
class Class:
    """What rows that meet the condition (and none before it) count as; the last of a measure's takes all others.

    ``blind``: they cannot be classified, because something is not known of them.
    """

    where: Q
    outcome: RowOutcome
    reason: str = ""
    blind: bool = False


Classes = Sequence[Class]


def stood(as_of: datetime | None) -> Q:
    """States that stood at the moment; None: those that stand now."""
    if as_of is None:
        return Q(until_at__isnull=True)
    return Q(recorded_at__lte=as_of) & (Q(until_at__isnull=True) | Q(until_at__gt=as_of))


def within(name: str, period: Period) -> Q:
    """Whether a day lies in the period."""
    return Q(**{f"{name}__gte": period.start, f"{name}__lt": period.end})


def last_day(scope: Scope) -> date:
    """The day on which what is open is looked at: the period's last one, or the day of asking if that is earlier."""
    return min(scope.period.end - timedelta(days=1), timezone.localtime(scope.as_of).date())


def classified(unit_uid: uuid.UUID, universe: Q, classes: Classes, as_of: datetime | None) -> QuerySet[Any]:
    """The counted states of the unit's documents in the universe, each with the number of its class (``klass``)."""
    unit = Unit.objects.filter(uid=unit_uid).values("pk")[:1]
    rows = DocumentState.objects.filter(stood(as_of), universe, unit_id=unit, counted=True)
    return rows.annotate(klass=number_of(classes))


def number_of(classes: Classes) -> Case:
    """The number of the first class whose condition holds; the last one takes what is left."""
    whens = [When(one.where, then=Value(n)) for n, one in enumerate(classes[:-1])]
    return Case(*whens, default=Value(len(classes) - 1), output_field=IntegerField())


def count(rows: QuerySet[Any], classes: Classes) -> Counts:
    """The totals by class, in one statement."""
    grouped = rows.order_by().values_list("klass").annotate(n=Count("*"))
    return counts_of({classes[klass]: n for klass, n in grouped})


def counts_of(numbers: dict[Class, int]) -> Counts:
    """Totals out of how many rows each class holds."""
    hits = sum(n for one, n in numbers.items() if one.outcome is RowOutcome.HIT)
    misses = sum(n for one, n in numbers.items() if one.outcome is RowOutcome.MISS)
    excluded: dict[str, int] = {}
    blind: dict[str, int] = {}
    for one, n in numbers.items():
        if one.outcome is RowOutcome.EXCLUDED:
            told = blind if one.blind else excluded
            told[one.reason] = told.get(one.reason, 0) + n
    return Counts(Fraction(hits), Fraction(hits + misses), excluded, blind)


def page(rows: QuerySet[Any], classes: Classes, after: str | None, limit: int) -> list[Row]:
    """Rows in the order of the documents' uids, those after ``after``; one statement."""
    if after is not None:
        rows = rows.filter(document__uid__gt=uuid.UUID(after))
    told = rows.order_by("document__uid").annotate(
        of=F("document__uid"), number=F("document__number"), symbol=F("document__symbol"),
        arrival=F("document__arrival_number"),
    )  # fmt: skip
    names = ("of", "number", "symbol", "arrival", "klass", "issued_on", "arrived_on", "due_on", "done_on")
    return [_row(classes, *one) for one in told.values_list(*names)[:limit]]


def _row(
    classes: Classes, uid: uuid.UUID, number: str, symbol: str, arrival: str, klass: int, issued: date | None,
    arrived: date | None, due: date | None, done: date | None,
) -> Row:  # fmt: skip
    found = classes[klass]
    facts = (
        "/".join(part for part in (number, symbol) if part),
        f"số đến {arrival}" if arrival else "",
        f"ngày {said(issued)}" if issued else "không rõ ngày",
        f"đến {said(arrived)}" if arrived else "",
        f"hạn {said(due)}" if due else "",
        f"xong {said(done)}" if done else "",
    )
    return Row(
        Subject("document", uid), found.outcome, found.reason, facts=tuple(one for one in facts if one)
    )
