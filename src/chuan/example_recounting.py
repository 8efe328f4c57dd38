"""The example's typed figures give way to counted ones: the decision a person takes at ``/muc-tieu/do-tu-so/``.

A register speaks of its rows a minute after they came in (``objectives.ready.SETTLING``); so the officials concerned
decide in the background of the house, once, with a reason, through the action the page calls. Typed figures stay
beside the counted ones.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from itertools import groupby

from django.utils import timezone
from django_tasks import task

from chuan.objectives.actions.recounting import recount
from chuan.objectives.comparing import Comparison, Waits, comparisons
from chuan.objectives.models import Plan
from chuan.objectives.tasks import AFTER
from chuan.people.models import Account, Unit
from chuan.people.viewer import viewer_of

BY = ("tuphap", "vanphong")
"""Who decides: first whoever answers for dossiers and petitions, then the clerk who keeps figures of the unit."""
REASON = "Thay số nhập tay ({old}) bằng số đếm từ sổ ({new}) của cùng kỳ (minh họa)."
"""As the page proposes it."""
LATER = timedelta(seconds=15)
"""After every import's own measuring, so that nothing is asked that is decided already."""


def decide_later(year: int, *, at: datetime) -> None:
    """Let the officials decide when the registers that came in may be counted."""
    decide.using(run_after=at + AFTER + LATER).enqueue(year)


@task()
def decide(year: int) -> None:
    """The background's door; nothing is done in a unit that is no example."""
    unit = Unit.objects.filter(example=True).exclude(kind=Unit.Kind.PROVINCE).order_by("pk").first()
    plan = Plan.objects.standing().filter(owner_unit=unit, year=year).first() if unit else None
    if plan is not None:
        replace_typed(plan, clock=timezone.now)


def replace_typed(plan: Plan, *, clock: Callable[[], datetime]) -> int:
    """Replace every typed figure of the plan that its register can count; how many. A second time changes nothing."""
    return sum(_decided_by(username, plan, clock) for username in BY)


def _decided_by(username: str, plan: Plan, clock: Callable[[], datetime]) -> int:
    """One indicator after the other, each at its own moment: an act waits for no other's counting."""
    at = clock()
    by = viewer_of(Account.objects.get(username=username), on=timezone.localdate(at))
    assert by is not None, "people.toml names them"
    found = comparisons(plan, by, on=by.on, at=at)
    waiting = [one for one in found if one.waits is Waits.REPLACE and one.may]
    chosen = [list(some) for _pk, some in groupby(waiting, key=lambda one: one.indicator.pk)]
    return sum(
        len(recount(plan, some, reason=_reason(some), by=by, at=clock(), clock=clock)) for some in chosen
    )


def _reason(some: Sequence[Comparison]) -> str:
    old = sorted({one.standing.grade for one in some if one.standing})
    new = sorted({one.measure.grade for one in some})
    return REASON.format(old=", ".join(old), new=", ".join(new))
