"""The five planning fields, who answers, what an indicator is, and how an objective is counted."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.objectives import expecting, searching
from chuan.objectives.answers import Counting, RollUp
from chuan.objectives.completeness import completeness
from chuan.objectives.models import Indicator, Objective, Plan, Target
from chuan.objectives.permissions import owns, require_own_unit, require_planner
from chuan.objectives.proposing import Proposed, proposals
from chuan.objectives.refusals import FigureMissing, PlanClosed, PlanFieldUnknown
from chuan.offers import measures
from chuan.offers.subjects import Subject
from chuan.people.models import Official, Post
from chuan.people.viewer import Viewer
from chuan.rules import refusals
from chuan.rules.targets.types import Combine
from chuan.trail.actions import act

_EDITABLE = ("what", "resources", "due_on", "evaluation", "name")
_PROMISED = ("text", "targets", "ordinal", "value", "comparator", "quantity")
_DEFINABLE = (
    "name",
    "definition",
    "source",
    "frequency",
    "combine",
    "cumulative",
    "measure_key",
    "national_code",
)


def adopt_proposals(
    plan: Plan,
    *,
    by: Viewer,
    at: datetime,
    posts: Mapping[str, Post] | None = None,
    keys: Collection[str] | None = None,
) -> int:
    """Confirm in one act what is proposed for the plan's empty fields; returns how many were filled.

    ``posts`` puts a post of the unit in the place of a proposed title; ``keys`` limits the act
    to some (``Proposed.key``). What has been filled meanwhile is never overwritten; an owner
    whose post the unit does not have stays empty, and the gate names it.
    """
    _require_open(plan, by)
    with act("plan.adopt", Subject("plan", plan.uid), by=by, unit_uid=plan.owner_unit.uid, at=at) as doing:
        chosen = [one for one in proposals(plan) if keys is None or one.key in keys]
        filled = [one for one in chosen if _put(one, posts or {})]
        searching.put(
            indicators=Indicator.objects.filter(pk__in={one.indicator.pk for one in filled if one.indicator})
        )
        expecting.hand_over(plan, [one.objective for one in filled if one.objective])
        settle_plan(plan, on=by.on)
        doing.detail = {"filled": {one.key: one.value for one in filled}}
    return len(filled)


def plan_fields(objective: Objective, *, by: Viewer, at: datetime, **fields: Any) -> Objective:
    """Change planning fields of one objective: what, resources, due_on, evaluation, name (as displayed).

    The owner may change them too. Raises ``TargetFixed`` for the decision's own words and
    figures, ``PlanFieldUnknown``, ``PlanClosed``.
    """
    plan = objective.plan
    _refuse_promised(plan, fields)
    require_own_unit(by, plan.owner_unit_id)
    if not owns(by, objective):
        require_planner(by, plan)
    _refuse_closed(plan)
    with act("objective.plan", Subject("objective", objective.uid), by=by, unit_uid=plan.owner_unit.uid,
             at=at) as doing:  # fmt: skip
        held = Objective.objects.select_for_update().get(pk=objective.pk)
        doing.detail = {"changes": _change(held, fields)}
        settle_plan(plan, on=by.on)
    objective.refresh_from_db()
    return objective


def assign(
    objective: Objective,
    *,
    by: Viewer,
    at: datetime,
    post: Post | None = None,
    official: Official | None = None,
) -> Objective:
    """Give an objective to a post, or to an official by name (and the post, if given); clocks follow."""
    plan = objective.plan
    _require_open(plan, by)
    for one in (post, official):
        if one is not None:
            require_own_unit(by, one.unit_id)
    if post is None and official is None:
        raise FigureMissing(needed=_("người phụ trách"))
    with act("objective.assign", Subject("objective", objective.uid), by=by, unit_uid=plan.owner_unit.uid,
             at=at) as doing:  # fmt: skip
        held = Objective.objects.select_for_update().get(pk=objective.pk)
        before = {"post": str(held.owner_post or ""), "official": str(held.owner_official_id or "")}
        held.owner_post, held.owner_official = post, official
        held.save(update_fields=["owner_post", "owner_official"])
        expecting.hand_over(plan, [held])
        settle_plan(plan, on=by.on)
        after = {"post": str(post or ""), "official": f"official/{official.uid}" if official else ""}
        doing.detail = {"before": before, "after": after}
    objective.refresh_from_db()
    return objective


def define_indicator(indicator: Indicator, *, by: Viewer, at: datetime, **fields: Any) -> Indicator:
    """Say what an indicator is and how it is measured; another frequency asks for figures anew.

    Figures that stand are never touched. Raises ``PlanFieldUnknown``, ``MeasureUnknown``.
    """
    plan = _standing_plan(indicator)
    if plan is None:
        require_own_unit(by, indicator.unit_id)
    else:
        require_planner(by, plan)
    _check_definition(indicator, fields)
    with act("indicator.define", Subject("indicator", indicator.uid), by=by, unit_uid=indicator.unit.uid,
             at=at) as doing:  # fmt: skip
        held = Indicator.objects.select_for_update().get(pk=indicator.pk)
        rhythm = (held.frequency, held.cumulative)
        if fields.get("measure_key", held.measure_key) != held.measure_key:
            fields["measure_since"] = by.on
        doing.detail = {"changes": _changed(held, fields)}
        if plan is not None and (held.frequency, held.cumulative) != rhythm:
            _expect_anew(held, on=by.on)
        if plan is not None:
            settle_plan(plan, on=by.on)
    indicator.refresh_from_db()
    return indicator


def count_by(
    objective: Objective, mode: str, *, by: Viewer, at: datetime, groups: Sequence[Sequence[str]] = ()
) -> Objective:
    """Answer how the promises below an objective count; ``groups`` of labels only with "chosen".

    Every measured value must stand in exactly one group, so that nothing is left out silently.
    """
    plan = objective.plan
    _require_open(plan, by)
    if mode not in RollUp.values:
        raise PlanFieldUnknown(field=mode)
    counting = Counting(RollUp(mode), tuple(tuple(group) for group in groups))
    if counting.mode is RollUp.CHOSEN:
        _check_groups(objective, counting)
    with act("objective.count", Subject("objective", objective.uid), by=by, unit_uid=plan.owner_unit.uid,
             at=at) as doing:  # fmt: skip
        held = Objective.objects.select_for_update().get(pk=objective.pk)
        doing.detail = {"before": held.roll_up, "after": mode, "groups": [list(group) for group in groups]}
        held.roll_up = counting.mode
        held.roll_up_groups = counting.groups_text if counting.mode is RollUp.CHOSEN else ""
        held.save(update_fields=["roll_up", "roll_up_groups"])
    objective.refresh_from_db()
    return objective


def settle_plan(plan: Plan, *, on: date) -> None:
    """End the plan's clock once nothing is missing."""
    if not completeness(plan):
        clocks.settle(Subject("plan", plan.uid), on=on)


def _put(one: Proposed, posts: Mapping[str, Post]) -> bool:
    """Write one proposal into its field; False when there is nothing to write."""
    if one.indicator is not None:
        return bool(
            Indicator.objects.filter(pk=one.indicator.pk, **{one.field: ""}).update(**{one.field: one.value})
        )
    assert one.objective is not None
    rows = Objective.objects.filter(pk=one.objective.pk)
    if one.field == "owner":
        post = posts.get(one.value) or one.post
        return post is not None and bool(
            rows.filter(owner_post=None, owner_official=None).update(owner_post=post)
        )
    if one.field == "due_on":
        return bool(rows.filter(due_on=None).update(due_on=one.day))
    return bool(rows.filter(**{one.field: ""}).update(**{one.field: one.value}))


def _require_open(plan: Plan, by: Viewer) -> None:
    require_planner(by, plan)
    _refuse_closed(plan)


def _refuse_closed(plan: Plan) -> None:
    if plan.status != Plan.Status.STANDING:
        raise PlanClosed()


def _refuse_promised(plan: Plan, fields: Mapping[str, Any]) -> None:
    if any(name in _PROMISED for name in fields):
        raise refusals.TargetFixed(decision=plan.decision.title)
    for name in fields:
        if name not in _EDITABLE:
            raise PlanFieldUnknown(field=name)


def _change(held: Objective, fields: Mapping[str, Any]) -> dict[str, list[str]]:
    changes = {}
    for name, value in fields.items():
        given = value.strip() if isinstance(value, str) else value
        if name == "name" and not given:
            raise FigureMissing(needed=_("tên hiển thị"))
        if getattr(held, name) != given:
            changes[name] = [str(getattr(held, name) or ""), str(given or "")]
            setattr(held, name, given)
    if changes:
        held.save(update_fields=[*changes])
        searching.put([held])
    return changes


def _check_definition(indicator: Indicator, fields: Mapping[str, Any]) -> None:
    for name in fields:
        if name not in _DEFINABLE:
            raise PlanFieldUnknown(field=name)
    if fields.get("frequency", indicator.frequency) not in Indicator.Frequency.values:
        raise PlanFieldUnknown(field=str(fields["frequency"]))
    if fields.get("combine", indicator.combine) not in list(Combine):
        raise PlanFieldUnknown(field=str(fields["combine"]))
    key = fields.get("measure_key", "")
    if key and key != indicator.measure_key and measures.find(key) is None:
        raise refusals.MeasureUnknown(key=key)


def _changed(held: Indicator, fields: Mapping[str, Any]) -> dict[str, list[str]]:
    changes = {}
    for name, value in fields.items():
        given = value.strip() if isinstance(value, str) else value
        if getattr(held, name) != given:
            was = getattr(held, name)
            changes[name] = ["" if was is None else str(was), str(given)]
            setattr(held, name, given)
    if changes:
        held.save(update_fields=[*changes])
        searching.put(indicators=[held])
    return changes


def _expect_anew(indicator: Indicator, *, on: date) -> None:
    """Wait for figures in the new rhythm in every standing plan that promises the indicator."""
    plans = Plan.objects.standing().filter(objectives__targets__indicator=indicator).distinct()
    for plan in plans.select_related("owner_unit"):
        expecting.forget(plan.figures_due.filter(indicator=indicator), on=on)
        expecting.expect(plan, [(indicator, expecting.holders_of(plan)[indicator.pk])], on=on)


def _standing_plan(indicator: Indicator) -> Plan | None:
    found = (
        Plan.objects.standing().filter(objectives__targets__indicator=indicator).select_related("owner_unit")
    )
    return found.order_by("-year").first()


def _check_groups(objective: Objective, counting: Counting) -> None:
    given = sorted(label for group in counting.groups for label in group)
    below = Q(objective=objective) | Q(objective__parent=objective)
    labels = sorted(Target.objects.filter(below, indicator__isnull=False).values_list("label", flat=True))
    if given != labels:
        odd = sorted(set(given) ^ set(labels)) or [label for label in given if given.count(label) > 1]
        raise FigureMissing(
            needed=_("đủ mỗi số đo trong đúng một nhóm: %(labels)s") % {"labels": ", ".join(odd[:8])}
        )
