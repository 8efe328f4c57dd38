"""The path that stands for a target on a day, read along with the targets: no statement more, however many."""

from __future__ import annotations

import json
from datetime import date
from fractions import Fraction

from django.db.models import OuterRef, QuerySet, Subquery

from chuan.objectives.models import Target, TargetPath
from chuan.rules.targets import PlannedPath


def with_paths(targets: QuerySet[Target], on: date) -> QuerySet[Target]:
    """The targets, each with the newest version that was set by the day: a later one says nothing of days before."""
    newest = TargetPath.objects.filter(target=OuterRef("pk"), set_on__lte=on).order_by("-version")
    return targets.annotate(
        path_months=Subquery(newest.values("months")[:1]), path_set_on=Subquery(newest.values("set_on")[:1])
    )


def path_of(target: Target, year: int) -> PlannedPath | None:
    """The path of a target that was read ``with_paths``; None where none stands."""
    months = json.loads(getattr(target, "path_months", None) or "[]")
    if not months:
        return None
    set_on: date = target.path_set_on  # type: ignore[attr-defined]
    return PlannedPath(year, tuple(Fraction(text) for text in months), set_on)
