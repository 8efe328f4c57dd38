"""What is proposed for the empty fields of a plan, from the catalogue of usual promises."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from chuan.law import indicators as law
from chuan.objectives.conversion import rule_of
from chuan.objectives.models import Indicator, Objective, Plan, Target
from chuan.objectives.periods import last_day
from chuan.people.models import Post
from chuan.rules.types import Sure
from chuan.rules.vietnamese import fold


@dataclass(frozen=True, slots=True)
class Proposed:
    """One value proposed for one empty field; nothing is written until a person adopts it.

    ``owner`` proposes a post by title; ``post`` is the unit's own post of that title, None
    when the unit has none (then a person chooses).
    """

    label: str
    name: str
    field: str
    value: str
    sure: Sure
    act: str
    objective: Objective | None = None
    indicator: Indicator | None = None
    post: Post | None = None
    day: date | None = None

    @property
    def key(self) -> str:
        """How a form names it: "1.4:what", "1.4a:definition"."""
        return f"{self.label}:{self.field}"


def proposals(plan: Plan) -> tuple[Proposed, ...]:
    """What is proposed for every empty field of the plan, in the decision's order."""
    objectives = list(
        Objective.objects.filter(plan=plan)
        .select_related("owner_post", "owner_official")
        .order_by("position")
    )
    targets = list(
        Target.objects.filter(objective__plan=plan, indicator__isnull=False).select_related(
            "indicator", "objective"
        )
    )
    posts = {fold(post.title): post for post in Post.objects.filter(unit=plan.owner_unit)}
    first = {target.objective_id: target for target in reversed(targets)}
    found = [
        one
        for objective in objectives
        for one in _of_objective(plan, objective, first.get(objective.pk), posts)
    ]
    return (*found, *(one for target in targets for one in _of_indicator(target)))


def proposal_of(target: Target) -> law.Proposal:
    """The catalogue's entry for a target: by the code of its indicator, else by its kind."""
    known = law.by_code(target.indicator.code) if target.indicator else None
    return known or law.fallback(target.objective.text, target.text, rule_of(target))


def _of_objective(
    plan: Plan, objective: Objective, target: Target | None, posts: dict[str, Post]
) -> Iterator[Proposed]:
    known = (None if objective.parent_id else law.topic(objective.text)) or (
        proposal_of(target) if target else None
    )
    if known is not None:
        for field in ("what", "resources", "evaluation"):
            if not getattr(objective, field) and getattr(known, field):
                yield _one(objective, field, getattr(known, field), known)
        if known.owner and not (objective.owner_post_id or objective.owner_official_id):
            yield _one(objective, "owner", known.owner, known, post=posts.get(fold(known.owner)))
    if objective.due_on is None:
        yield Proposed(
            objective.ordinal, objective.name, "due_on", f"{last_day(plan.period):%d/%m/%Y}", Sure.UNVERIFIED,
            plan.decision.title, objective=objective, day=last_day(plan.period),
        )  # fmt: skip


def _one(
    objective: Objective, field: str, value: str, known: law.Proposal | law.Topic, post: Post | None = None
) -> Proposed:
    return Proposed(
        objective.ordinal, objective.name, field, value, known.sure, known.act, objective=objective, post=post
    )


def _of_indicator(target: Target) -> Iterator[Proposed]:
    indicator, known = target.indicator, proposal_of(target)
    assert indicator is not None
    for field in ("definition", "source"):
        if not getattr(indicator, field) and getattr(known, field):
            yield Proposed(
                target.label, indicator.name, field, getattr(known, field), known.sure, known.act,
                indicator=indicator,
            )  # fmt: skip
