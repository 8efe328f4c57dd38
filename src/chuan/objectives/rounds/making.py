"""Lines of a round as the standing plan gives them: the decision's words with the year moved on."""

from __future__ import annotations

import uuid
from collections.abc import Iterator, Sequence

from django.db.models import Prefetch

from chuan.documents.outgoing.successors import next_year
from chuan.objectives.expecting import answering
from chuan.objectives.models import Objective, Plan, Round, RoundAsked, RoundLine, RoundSaying
from chuan.people.roles import Role
from chuan.rules.next_year import Row, tidy


def lines_from(round_: Round, plan: Plan) -> list[RoundLine]:
    """One unsaved line for each objective of the plan, parents first and attached."""
    made: dict[int, RoundLine] = {}
    rows = Objective.objects.filter(plan=plan).select_related(
        "owner_post", "owner_official", "parent__owner_post", "parent__owner_official"
    )
    for place, one in enumerate(rows.order_by("position"), start=1):
        post, official = answering(one)
        made[one.pk] = RoundLine(
            round=round_, objective=one, parent=made.get(one.parent_id) if one.parent_id else None, position=place,
            text=tidy(next_year(one.text, plan.year)), owner_post=None if official else post, owner_official=official,
        )  # fmt: skip
    return list(made.values())


def asked_of(round_: Round, lines: Sequence[RoundLine]) -> list[RoundAsked]:
    """Whoever answers for a line, once each; nobody's lines are asked of the ISO secretary."""
    found: dict[tuple[int | None, int | None], RoundAsked] = {}
    for line in lines:
        key = (line.owner_post_id, line.owner_official_id)
        role = "" if any(key) else str(Role.ISO_SECRETARY)
        found.setdefault(
            key, RoundAsked(round=round_, post=line.owner_post, official=line.owner_official, role=role)
        )
    return list(found.values())


def in_order(lines: Sequence[RoundLine]) -> list[RoundLine]:
    """Lines as the annex has them: each objective followed by what hangs under it; a new line comes last."""
    below: dict[int, list[RoundLine]] = {}
    for line in sorted(lines, key=lambda one: one.position):
        below.setdefault(line.parent_id or 0, []).append(line)

    def walk(above: int) -> Iterator[RoundLine]:
        for one in below.get(above, ()):
            yield one
            yield from walk(one.pk)

    return list(walk(0))


def lines_of(round_: Round) -> list[RoundLine]:
    """Every line with what was said of it, in the annex's order; a constant number of statements."""
    sayings = RoundSaying.objects.select_related("by", "owner_post").order_by("seq")
    rows = RoundLine.objects.filter(round=round_).select_related(
        "owner_post", "owner_official", "objective"
    ).prefetch_related(Prefetch("sayings", queryset=sayings))  # fmt: skip
    found = list(rows)
    known = {one.pk: one for one in found}
    for one in found:
        one.round, one.parent = round_, known[one.parent_id] if one.parent_id else None
    return in_order(found)


def kept_rows(lines: Sequence[RoundLine]) -> list[Row]:
    """The annex as decided: kept and changed lines; ``lines`` in order."""
    kept = [one for one in lines if one.decided in (RoundLine.Decided.KEPT, RoundLine.Decided.CHANGED)]
    keys = {one.pk: str(one.uid) for one in kept}
    return [Row(str(one.uid), one.final, keys.get(one.parent_id or 0, "")) for one in kept]


def line_by(lines: Sequence[RoundLine]) -> dict[uuid.UUID, RoundLine]:
    """Lines by uid."""
    return {one.uid: one for one in lines}
