"""The one act of this package: the paths of any number of targets of a plan, all together or none."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from fractions import Fraction

from chuan.objectives.conversion import rule_of
from chuan.objectives.judging import as_measured
from chuan.objectives.models import Plan, Target, TargetPath
from chuan.objectives.paths.permissions import require_setter
from chuan.objectives.paths.refusals import PathMoved, PathReasonMissing, PathUnchanged, PathWrong
from chuan.objectives.paths.shapes import shape_of
from chuan.objectives.refusals import PlanClosed
from chuan.objectives.years_read import objectives_of
from chuan.offers.subjects import Subject
from chuan.people.viewer import Viewer
from chuan.rules.refusals import NotFound
from chuan.rules.targets import path_faults
from chuan.trail.actions import act


@dataclass(frozen=True, slots=True)
class Planned:
    """What one target's path is to become; no months take it away.

    ``seen`` is the version that the person looked at, 0 where there was none.
    """

    target: Target
    months: tuple[Fraction, ...]
    seen: int = 0


def set_paths(
    plan: Plan, given: Sequence[Planned], *, by: Viewer, at: datetime, reason: str = ""
) -> list[TargetPath]:
    """Keep a new version of every path that differs from what stands; the versions made.

    A path that stands is changed or taken away only with a reason. Raises ``PathWrong``, ``PathMoved``,
    ``PathReasonMissing``, ``PathUnchanged``, ``PlanClosed``.
    """
    _require(plan, given, by)
    why = reason.strip()
    with act("plan.paths", Subject("plan", plan.uid), by=by, unit_uid=plan.owner_unit.uid, at=at) as doing:
        Plan.objects.select_for_update().get(pk=plan.pk)
        standing = newest([one.target for one in given])
        changed = [one for one in given if _differs(one, standing.get(one.target.pk))]
        if not changed:
            raise PathUnchanged()
        made = [_version(one, standing.get(one.target.pk), why, by, at) for one in changed]
        TargetPath.objects.bulk_create(made)
        doing.detail = {"reason": why, "paths": {row.target.label: _told(row) for row in made}}
    return made


def newest(targets: Sequence[Target]) -> dict[int, TargetPath]:
    """The newest version of each target, one that took the path away among them; one statement."""
    rows = TargetPath.objects.filter(target__in=[one.pk for one in targets]).select_related("by")
    return {row.target_id: row for row in rows.order_by("version")}


def _require(plan: Plan, given: Sequence[Planned], by: Viewer) -> None:
    """Who, then whether the plan stands, then whether every path holds."""
    objectives = {one.pk: one for one in objectives_of(plan)}
    for one in given:
        if one.target.objective_id not in objectives:
            raise NotFound(thing="mục tiêu này")
        require_setter(by, plan, objectives[one.target.objective_id])
    if plan.status != Plan.Status.STANDING:
        raise PlanClosed()
    for one in given:
        _check(one)


def _check(one: Planned) -> None:
    indicator = one.target.indicator
    if not one.months:
        return
    if indicator is None:
        raise PathWrong(label=one.target.label, why="Dòng này đếm các dòng bên dưới, không có số đo riêng.")
    rule = as_measured(rule_of(one.target), indicator)
    for fault in path_faults(rule, shape_of(rule, indicator), one.months):
        raise PathWrong(label=one.target.label, why=fault.said)


def _differs(one: Planned, stands: TargetPath | None) -> bool:
    return one.months != (stands.values if stands else ())


def _version(one: Planned, stands: TargetPath | None, why: str, by: Viewer, at: datetime) -> TargetPath:
    held = stands.version if stands else 0
    if held != one.seen:
        raise PathMoved(label=one.target.label, version=held)
    if stands is not None and not why:
        raise PathReasonMissing(label=one.target.label)
    assert by.official is not None, "whoever plans or owns is an official"
    months = json.dumps([str(value) for value in one.months])
    return TargetPath(
        target=one.target, version=held + 1, months=months, set_on=by.on, reason=why if held else "",
        by=by.official, recorded_at=at,
    )  # fmt: skip


def _told(row: TargetPath) -> list[str]:
    return [str(value) for value in row.values]
