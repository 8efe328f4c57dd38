"""Files that were taken in, as a register an audit draws from: imports are audited too (TCVN ISO 9001:2015, 9.2)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from typing import Any, TypeVar

from django.db.models import F, Model, QuerySet, Window
from django.db.models.functions import RowNumber
from django.utils.translation import gettext_lazy as _

from chuan.intake.models import Import
from chuan.offers import auditing
from chuan.offers.auditing import Population
from chuan.offers.subjects import Subject
from chuan.people.models import Unit
from chuan.rules.types import Period

AnyModel = TypeVar("AnyModel", bound=Model)
KEY = "intake.imports"


def offer() -> None:
    """Register; called when the programme starts."""
    auditing.offer_population(Population(KEY, str(_("Tệp đã nhập")), _count, _pick))
    auditing.offer_hands("import", had_in_hand)


def at_positions(
    rows: QuerySet[AnyModel, Any], positions: Iterable[int], kind: str, *order: str
) -> list[Subject]:
    """The rows at these positions, counted from 0 in this order; one statement, none of the others is fetched."""
    by = [F(name).asc() for name in order]
    numbered = rows.annotate(nth_of_all=Window(RowNumber(), order_by=by)).filter(
        nth_of_all__in=[one + 1 for one in positions]
    )
    return [Subject(kind, uid) for uid in numbered.order_by("nth_of_all").values_list("uid", flat=True)]


def had_in_hand(records: Iterable[Subject], official: uuid.UUID) -> list[Subject]:
    """Files that the official brought, took in or withdrew; one statement."""
    uids = [one.uid for one in records]
    people = Import.objects.filter(uid__in=uids).values_list(
        "uid", "by__uid", "committed_by__uid", "withdrawn_by__uid"
    )
    return [Subject("import", uid) for uid, *hands in people if official in hands]


def _of(unit: Unit, period: Period) -> QuerySet[Import, Import]:
    """Taken in within the days, withdrawn ones among them: what was withdrawn, and why, is looked at as well."""
    taken = Import.objects.filter(unit=unit, status__in=(Import.Status.COMMITTED, Import.Status.WITHDRAWN))
    return taken.filter(committed_at__date__gte=period.start, committed_at__date__lt=period.end)


def _count(unit: Unit, period: Period) -> int:
    return _of(unit, period).count()


def _pick(unit: Unit, period: Period, positions: Iterable[int]) -> list[Subject]:
    return at_positions(_of(unit, period), positions, "import", "committed_at", "pk")
