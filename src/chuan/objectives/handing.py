"""Objectives an official answers for, by name or by post, with the figures still due; and how they pass on."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from datetime import date

from django.db.models import Count, F, Min, Q, QuerySet
from django.utils.translation import gettext as _

from chuan.clocks import actions as clocks
from chuan.clocks.models import Clock
from chuan.objectives import expecting
from chuan.objectives.models import FigureDue, Objective, Plan
from chuan.objectives.rounds import passing as passing_rounds
from chuan.objectives.rounds.actions.holding import ASKED
from chuan.offers import handover
from chuan.offers.handover import Asked, Held, Passes, Passing
from chuan.offers.subjects import Subject
from chuan.people.models import Official


class Promises:
    """Objectives of standing plans, with how many figures each still waits for and by when."""

    key = "objectives"
    words = "Mục tiêu, số liệu phải nhập"
    kinds: Collection[str] = frozenset({"figure_due", "recount", ASKED})

    def held(self, asked: Asked) -> list[Held]:
        """Three statements."""
        posts = Q(owner_official=None, owner_post__in=[post.pk for post in asked.posts])
        rows = list(_standing().filter(Q(owner_official=asked.giver) | posts))
        due = _due_of(rows)
        return [_held(one, *due.get(one.pk, (0, None))) for one in rows]

    def pass_on(self, refs: Collection[str], passing: Passing) -> None:
        """The receiver's name takes the place of the giver's; figures due and recounts run for him."""
        passed = [one for one in _standing().filter(owner_official=passing.giver) if _ref(one) in refs]
        for one in passed:
            _pass(one, passing.receiver)
        passing_rounds.hand_over(passed, passing.giver, passing.receiver)


def offer() -> None:
    """Register; called when the programme starts."""
    handover.register(Promises(), place=10)


def _standing() -> QuerySet[Objective]:
    rows = Objective.objects.filter(plan__status=Plan.Status.STANDING)
    return rows.select_related("plan", "owner_post").order_by("plan__year", "position")


def _ref(one: Objective) -> str:
    return f"objective:{one.uid}"


def _held(one: Objective, count: int, due: date | None) -> Held:
    by_name = one.owner_official_id is not None
    return Held(
        ref=_ref(one),
        what=_("Mục tiêu %(ordinal)s năm %(year)s: %(name)s")
        % {"ordinal": one.ordinal, "year": one.plan.year, "name": one.name},
        passes=Passes.BY_NAME if by_name else Passes.WITH_POST,
        note=_("còn %s kết quả phải nhập") % count if count else _("đã nhập đủ kết quả"),
        due=due, count=max(count, 1), subject=Subject("objective", one.uid),
        post=None if by_name or one.owner_post is None else one.owner_post.uid,
    )  # fmt: skip


def _due_of(objectives: list[Objective]) -> dict[int, tuple[int, date | None]]:
    """How many figures each objective, with those beneath it that name nobody else, waits for, and the first day."""
    own = {one.pk: one.pk for one in objectives} | dict(_beneath(objectives))
    rows = FigureDue.objects.filter(
        settled_by=None, plan__in={one.plan_id for one in objectives}, indicator__targets__objective__in=own,
        plan=F("indicator__targets__objective__plan"),
    )  # fmt: skip
    counted = rows.values("indicator__targets__objective").annotate(
        n=Count("pk", distinct=True), first=Min("due_on")
    )
    found: dict[int, tuple[int, date | None]] = {}
    for row in counted.order_by():
        whose = own.get(row["indicator__targets__objective"])
        if whose is not None:
            n, first = found.get(whose, (0, None))
            found[whose] = (n + row["n"], min(filter(None, (first, row["first"])), default=None))
    return found


def _beneath(objectives: list[Objective]) -> Iterator[tuple[int, int]]:
    children = Objective.objects.filter(
        parent__in=[one.pk for one in objectives], owner_official=None, owner_post=None
    )
    for pk, parent in children.values_list("pk", "parent_id"):
        if parent is not None:
            yield pk, parent


def _pass(objective: Objective, receiver: Official) -> None:
    objective.owner_official = receiver
    objective.save(update_fields=["owner_official"])
    expecting.hand_over(objective.plan, [objective])
    if Clock.objects.running().filter(subject_kind="recount", subject_uid=objective.uid).exists():
        clocks.hand_over_all("recount", [objective.uid], post=None, official=receiver)
