"""One queryset classifies the rows of a measure; the count groups it, the list pages through it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Q, QuerySet, Value, When

from chuan.dossiers.measures import reasons
from chuan.dossiers.merging import local_day
from chuan.dossiers.models import DossierState, Standing
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
_BASIS = {"law": "hạn theo quy định", "promise": "ngày hẹn của hệ thống nguồn"}


def stood(as_of: datetime | None) -> Q:
    """States that stood at the moment; None: those that stand now."""
    if as_of is None:
        return Q(until_at__isnull=True)
    return Q(recorded_at__lte=as_of) & (Q(until_at__isnull=True) | Q(until_at__gt=as_of))


def within(name: str, period: Period) -> Q:
    """Whether a day lies in the period."""
    return Q(**{f"{name}__gte": period.start, f"{name}__lt": period.end})


def last_day(scope: Scope) -> date:
    """The day on which cases in work are looked at: the period's last one, or the day of asking if that is earlier."""
    return min(scope.period.end - timedelta(days=1), local_day(scope.as_of))


def classified(unit_uid: uuid.UUID, universe: Q, classes: Classes, as_of: datetime | None) -> QuerySet[Any]:
    """The states of the unit's dossiers in the universe, each with the number of its class (``klass``)."""
    unit = Unit.objects.filter(uid=unit_uid).values("pk")[
        :1
    ]  # no join: it keeps PostgreSQL from its parallel plan
    rows = DossierState.objects.filter(stood(as_of), universe, owner_unit_id=unit)
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
    """Rows in the order of the dossiers' uids, those after ``after``; one statement."""
    if after is not None:
        rows = rows.filter(dossier__uid__gt=uuid.UUID(after))
    told = rows.order_by("dossier__uid").annotate(of=F("dossier__uid"), code=F("dossier__code"))
    names = ("of", "code", "klass", "received_on", "judged_due_on", "settled_on", "due_basis")
    return [_row(classes, *one) for one in told.values_list(*names)[:limit]]


def _row(
    classes: Classes, uid: uuid.UUID, code: str, klass: int, received: date | None, due: date | None,
    settled: date | None, basis: str,
) -> Row:  # fmt: skip
    found = classes[klass]
    facts = (
        code,
        f"nhận {said(received)}" if received else "không rõ ngày nhận",
        f"hạn {said(due)}" if due else "chưa có hạn",
        f"xong {said(settled)}" if settled else "chưa xong",
        _BASIS.get(basis, ""),
    )
    return Row(Subject("dossier", uid), found.outcome, found.reason, facts=tuple(one for one in facts if one))


_S = Standing.Status
ENDED = (_S.READY, _S.RETURNED, _S.REFUSED, _S.WITHDRAWN)

NOT_OURS = (
    Class(Q(present=False), RowOutcome.EXCLUDED, reasons.GONE),
    Class(Q(elsewhere=True), RowOutcome.EXCLUDED, reasons.ELSEWHERE),
)
"""What no measure of this unit's work counts. A dossier taken in for another unit is counted at the counter only."""
