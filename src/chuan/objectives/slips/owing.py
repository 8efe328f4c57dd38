"""Which figures are waited for, of whom: standing plans of a unit, periods that are over, nothing a register counts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from chuan.objectives import sayings
from chuan.objectives.expecting import answering
from chuan.objectives.models import FigureDue, Indicator, Objective, Plan, Target
from chuan.objectives.periods import stored
from chuan.objectives.ways import measure_of
from chuan.offers import measures
from chuan.offers.measures import Scope
from chuan.people.models import Official, Post, Unit
from chuan.people.roles import Role
from chuan.people.viewer import Viewer

NOBODY = "van-phong"
"""The key of figures that were given to nobody: the office clerk answers."""


@dataclass(frozen=True, slots=True)
class Owed:
    """A figure that waits, where it is promised, and who answers for it."""

    due: FigureDue
    label: str
    target: Target
    post: Post | None
    official: Official | None

    @property
    def key(self) -> str:
        """Whose it is, as addresses name it."""
        if self.official is not None:
            return f"nguoi-{self.official.uid}"
        return f"chuc-danh-{self.post.uid}" if self.post is not None else NOBODY

    @property
    def who(self) -> str:
        """Who answers, as shown inside the house."""
        if self.official is not None:
            return self.official.name
        return self.post.title if self.post is not None else _("Chưa giao ai (công chức văn phòng)")

    @property
    def indicator(self) -> Indicator:
        """What is measured."""
        return self.due.indicator

    @property
    def period(self) -> str:
        """The period's name as the figure is asked for."""
        return sayings.period_asked(self.due.indicator, self.due.period)

    def days_late(self, on: date) -> int:
        """Days since the day it was due; 0 while it is not late."""
        return max((on - self.due.due_on).days, 0)


@dataclass(frozen=True, slots=True)
class Owing:
    """Everything that waits on a day, the longest waiting first, and how many periods registers count by themselves."""

    figures: tuple[Owed, ...]
    counted: int = 0


def owing(unit: Unit, *, on: date, at: datetime) -> Owing:
    """What the unit's standing plans wait for of periods that are over; two statements and what measures ask."""
    dues = list(
        FigureDue.objects.filter(
            plan__owner_unit=unit, plan__status=Plan.Status.STANDING, settled_by=None, period_end__lte=on
        )
        .select_related("indicator__unit", "plan")
        .order_by("due_on", "period_end", "pk")
    )
    targets = _targets(dues)
    typed = [due for due in dues if not _is_counted(due, at)]
    found = (_owed(due, target) for due in typed if (target := targets.get((due.plan_id, due.indicator_id))))
    return Owing(tuple(found), len(dues) - len(typed))


def is_mine(viewer: Viewer, owed: Owed) -> bool:
    """Whether the viewer answers for it: by name, by a post of today, or as the office clerk where nobody does."""
    if owed.official is not None:
        return viewer.official is not None and owed.official.pk == viewer.official.pk
    if owed.post is not None:
        return owed.post.pk in viewer.post_ids
    return viewer.has(Role.OFFICE_CLERK)


def _targets(dues: Iterable[FigureDue]) -> dict[tuple[int, int], Target]:
    """Where each figure is promised, with its owners: one statement."""
    rows = Target.objects.filter(
        objective__plan__in={due.plan_id for due in dues}, indicator__isnull=False
    ).select_related(
        "objective__owner_post", "objective__owner_official", "objective__parent__owner_post",
        "objective__parent__owner_official", "objective__parent__parent",
    )  # fmt: skip
    return {(one.objective.plan_id, one.indicator_id): one for one in rows if one.indicator_id is not None}


def _owed(due: FigureDue, target: Target) -> Owed:
    objective: Objective = target.objective
    post, official = answering(objective)
    return Owed(due, target.label, target, post, official)


def _is_counted(due: FigureDue, at: datetime) -> bool:
    """Whether a register holds the rows of the period, or only others may say it: never asked of a person."""
    measure = measure_of(due.indicator)
    if measure is None:
        return False
    if measures.never_typed(measure):
        return True
    kept, _cumulative = stored(due.indicator, due.period, to_date=False)
    unit = due.indicator.unit
    return not measures.obstacles_of(measure, Scope(unit.uid, kept, at), unit)
