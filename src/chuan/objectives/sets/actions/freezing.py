"""Freezing a set: read before the transaction, kept once, never changed."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime

from django.db.models import Q
from django.utils import timezone

from chuan.documents.models import Document
from chuan.objectives.models import FigureSet, Plan
from chuan.objectives.permissions import require_planner
from chuan.objectives.refusals import PlanClosed
from chuan.objectives.sets.building import Named, lines_of
from chuan.objectives.sets.refusals import SetBeforeYear, SetEmpty, SetOfTomorrow, SetStands, SetUnnamed
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.figure_sets import FigureLines, short_digest
from chuan.rules.vietnamese import fold
from chuan.trail.actions import act

_NUMBER = re.compile(r"(\d{1,6})\s*/\s*([^\s,;.()]{2,40})")


@dataclass(frozen=True, slots=True)
class Wanted:
    """A set to be frozen, and the one that it follows."""

    named: Named
    after: FigureSet | None = None


def freeze_set(plan: Plan, wanted: Wanted, *, by: Viewer, at: datetime) -> FigureSet:
    """Freeze the figures of the plan's year up to a day, with the paper they are for.

    Raises ``PlanClosed``, ``SetUnnamed``, ``SetOfTomorrow``, ``SetBeforeYear``, ``SetEmpty``, ``SetStands``,
    and who may not.
    """
    require_planner(by, plan)
    assert by.official is not None
    named = _tidy(wanted.named)
    _check(plan, named, at=at)
    held = lines_of(plan, named, at=at)
    if not any(one.figures for one in held.targets):
        raise SetEmpty(day=named.on, year=plan.year)
    made = _set(plan, held, replace(wanted, named=named), by=by, at=at)
    with act("figure_set.freeze", Subject("figure_set", made.uid), by=by, unit_uid=plan.owner_unit.uid,
             at=at) as doing:  # fmt: skip
        Plan.objects.select_for_update().get(pk=plan.pk)
        _refuse_second(plan, named)
        made.save()
        doing.detail = {
            "name": made.name, "on": made.on.isoformat(), "paper": made.paper, "set_digest": made.digest,
            "missing": made.missing,
        }  # fmt: skip
    return made


def named_document(viewer: Viewer, paper: str, on: date) -> Document | None:
    """The one document of the unit that a named paper speaks of ("Báo cáo số 215/BC-UBND"); None if not exactly one.

    Numbers begin anew each year: a paper with figures up to ``on`` is of that year or of the next, or not issued yet.
    """
    found = _NUMBER.search(paper)
    if found is None:
        return None
    near = Q(issued_on=None) | Q(issued_on__year__in=(on.year, on.year + 1))
    rows = Document.objects.seen_by(viewer).filter(near, number=found[1].lstrip("0"), symbol__iexact=found[2])
    two = list(rows.order_by("pk")[:2])
    return two[0] if len(two) == 1 else None


def _tidy(named: Named) -> Named:
    return Named(" ".join(named.name.split())[:200], named.on, " ".join(named.paper.split())[:300])


def _check(plan: Plan, named: Named, *, at: datetime) -> None:
    if not named.name or not named.paper:
        raise SetUnnamed()
    if plan.status != Plan.Status.STANDING:
        raise PlanClosed()
    if named.on > timezone.localtime(at).date():
        raise SetOfTomorrow(day=named.on)
    if named.on < plan.period.start:
        raise SetBeforeYear(day=named.on, year=plan.year)
    _refuse_second(plan, named)


def _refuse_second(plan: Plan, named: Named) -> None:
    """Names that differ only by capitals or spaces are one name to whoever reads a paper."""
    rows = FigureSet.objects.filter(plan=plan, on=named.on).select_related("by").defer("lines")
    first = next((row for row in rows if fold(row.name) == fold(named.name)), None)
    if first is not None:
        raise SetStands(
            name=first.name, day=first.on, by=first.by.name, mark=short_digest(first.digest),
            frozen_on=timezone.localtime(first.recorded_at).date(),
        )  # fmt: skip


def _set(plan: Plan, held: FigureLines, wanted: Wanted, *, by: Viewer, at: datetime) -> FigureSet:
    missing = len(held.missing)
    return FigureSet(
        plan=plan, name=wanted.named.name, on=wanted.named.on, paper=wanted.named.paper,
        document=named_document(by, wanted.named.paper, wanted.named.on), after=wanted.after, lines=held.text,
        digest=held.digest,
        measured=len(held.targets) - missing, missing=missing, illustrative=held.head.illustrative,
        by=by.official, recorded_at=at,
    )  # fmt: skip
