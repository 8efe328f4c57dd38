"""One queryset classifies the rows of a measure; the count groups it, the list pages through it."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from fractions import Fraction
from typing import Any

from django.db.models import Case, F, IntegerField, Q, QuerySet, Value, When
from django.utils import timezone

from chuan.intake.record_systems import system_on
from chuan.offers.measures import Counts, Row, RowOutcome, Scope
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.petitions.fields import FEEDBACK, PETITIONS
from chuan.petitions.measures import reasons
from chuan.petitions.measures.tallying import tallied
from chuan.petitions.models import PetitionState
from chuan.rules.petitions import Channel, Kind
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
OUT = RowOutcome.EXCLUDED
_BASIS = {"law": "hạn theo quy định", "source": "hạn của hệ thống nguồn"}
ON_PORTAL = Q(kind__in=(Kind.FEEDBACK, Kind.SUGGESTION), channel=Channel.PORTAL)
"""What the portals keep; everything else is the national database's."""


def stood(as_of: datetime | None) -> Q:
    """States that stood at the moment; None: those that stand now."""
    if as_of is None:
        return Q(until_at__isnull=True)
    return Q(recorded_at__lte=as_of) & (Q(until_at__isnull=True) | Q(until_at__gt=as_of))


def within(name: str, period: Period) -> Q:
    """Whether a day lies in the period."""
    return Q(**{f"{name}__gte": period.start, f"{name}__lt": period.end})


def local_day(at: datetime) -> date:
    """The day of a moment on the office's clock."""
    return timezone.localtime(at).date()


@dataclass(frozen=True)
class Grounds:
    """What rows of a scope are classified on: its unit, and whether Chuẩn keeps the petitions, the posts of portals."""

    unit: Unit
    scope: Scope
    kept: tuple[bool, bool]

    @property
    def not_listed(self) -> Q:
        """Petitions that another system keeps and has not listed: here they are followed only."""
        petitions, portals = self.kept
        asked = Q(pk__in=())
        if not petitions:
            asked |= ~ON_PORTAL
        if not portals:
            asked |= ON_PORTAL
        return Q(listed=False) & asked

    def grade(self, *, portals: bool = True) -> str:
        """A where Chuẩn keeps all that is counted, else B."""
        return "A" if all(self.kept) or (self.kept[0] and not portals) else "B"


def grounds_of(unit: Unit, scope: Scope) -> Grounds:
    """Two statements; take it once for all that is asked of the scope."""
    return Grounds(unit, scope, kept_here(unit, scope))


def kept_here(unit: Unit, scope: Scope) -> tuple[bool, bool]:
    """Whether Chuẩn itself keeps the petitions, and the posts of portals, on the period's last day."""
    last = min(scope.period.end - timedelta(days=1), local_day(scope.as_of))
    return system_on(unit, PETITIONS, last).keeps, system_on(unit, FEEDBACK, last).keeps


def never_counted(on: Grounds) -> tuple[Class, ...]:
    """What no figure of solving counts: not here, not this ward's to solve, counted elsewhere (trap T-29)."""
    return (
        Class(Q(repeat=True), OUT, reasons.REPEAT),
        Class(Q(present=False), OUT, reasons.GONE),
        Class(on.not_listed, OUT, reasons.NOT_LISTED),
        Class(Q(kind=Kind.MIXED) | Q(status="divided"), OUT, reasons.DIVIDED),
        Class(Q(decided="forward"), OUT, reasons.FORWARDED),
        Class(Q(decided="guide"), OUT, reasons.GUIDED),
        Class(Q(decided="return"), OUT, reasons.RETURNED),
        Class(Q(decided="keep"), OUT, reasons.KEPT),
        Class(Q(competent=False), OUT, reasons.NOT_COMPETENT),
    )


def classified(unit: Unit, universe: Q, classes: Classes, as_of: datetime | None) -> QuerySet[Any]:
    """The states of the unit's petitions in the universe, each with the number of its class (``klass``)."""
    rows = PetitionState.objects.filter(stood(as_of), universe, owner_unit=unit)
    return rows.annotate(klass=numbered(classes))


def numbered(classes: Classes, *, last: Any = None) -> Case:
    """The number of a row's class: of the first whose condition it meets. ``last``: instead of the last one's."""
    whens = [When(one.where, then=Value(n)) for n, one in enumerate(classes[:-1])]
    return Case(*whens, default=last or Value(len(classes) - 1), output_field=IntegerField())


def count(rows: QuerySet[Any], classes: Classes) -> Counts:
    """The totals by class, in one statement."""
    numbers = {classes[k]: n for k, n in tallied(rows, "klass")}
    hits = sum(n for one, n in numbers.items() if one.outcome is RowOutcome.HIT)
    misses = sum(n for one, n in numbers.items() if one.outcome is RowOutcome.MISS)
    excluded: dict[str, int] = {}
    blind: dict[str, int] = {}
    for one, n in numbers.items():
        if one.outcome is OUT:
            told = blind if one.blind else excluded
            told[one.reason] = told.get(one.reason, 0) + n
    return Counts(Fraction(hits), Fraction(hits + misses), excluded, blind)


def page(
    rows: QuerySet[Any], classes: Classes, after: str | None, limit: int, *, due: str, done: str
) -> list[Row]:
    """Rows in the order of the petitions' uids, those after ``after``; one statement. No name, no word of a letter."""
    if after is not None:
        rows = rows.filter(petition__uid__gt=uuid.UUID(after))
    told = rows.order_by("petition__uid").annotate(of=F("petition__uid"), code=F("petition__code"))
    names = ("of", "code", "klass", "received_on", due, done, "due_basis", "odd")
    return [_row(classes, *one) for one in told.values_list(*names)[:limit]]


def _row(
    classes: Classes, uid: uuid.UUID, code: str, klass: int, received: date | None, due: date | None,
    done: date | None, basis: str, odd: str,
) -> Row:  # fmt: skip
    found = classes[klass]
    facts = (
        code,
        f"nhận {said(received)}" if received else "không rõ ngày nhận",
        f"hạn {said(due)}" if due else "chưa có hạn",
        f"xong {said(done)}" if done else "" if found.outcome is RowOutcome.HIT else "chưa xong",
        _BASIS.get(basis, ""),
        odd if found.blind else "",
    )
    return Row(
        Subject("petition", uid), found.outcome, found.reason, facts=tuple(one for one in facts if one)
    )
