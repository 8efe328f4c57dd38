"""What of this room may be found: objectives of standing plans, and indicators."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from chuan.objectives.models import Indicator, Objective, Plan
from chuan.offers import search
from chuan.offers.search import Entry
from chuan.offers.subjects import Subject
from chuan.search import entries


def offer() -> None:
    """Offer the kinds of this room; called when the programme starts."""
    search.offer("objective", every_objective)
    search.offer("indicator", every_indicator)


def every_objective() -> Iterator[Entry]:
    """Objectives of every standing plan; a plan that was replaced promises nothing any more."""
    rows = Objective.objects.filter(plan__status=Plan.Status.STANDING).select_related("plan").order_by("pk")
    return (_objective(one) for one in rows.iterator(chunk_size=500))


def every_indicator() -> Iterator[Entry]:
    """Every indicator of every unit."""
    return (_indicator(one) for one in Indicator.objects.order_by("pk").iterator(chunk_size=500))


def put(objectives: Iterable[Objective] = (), indicators: Iterable[Indicator] = ()) -> None:
    """Write what is called or defined otherwise now; inside the act that does it."""
    entries.put([*map(_objective, objectives), *map(_indicator, indicators)])


def drop_plan(plan: Plan) -> None:
    """Nothing of a plan that was replaced is found any more."""
    entries.drop([Subject("objective", uid) for uid in plan.objectives.values_list("uid", flat=True)])


def _objective(one: Objective) -> Entry:
    return Entry(
        Subject("objective", one.uid), one.plan.owner_unit_id, title=one.name, text=one.text,
        on=one.plan.effective_from,
    )  # fmt: skip


def _indicator(one: Indicator) -> Entry:
    numbers = (one.national_code,) if one.national_code else ()
    return Entry(
        Subject("indicator", one.uid), one.unit_id, title=one.name, numbers=numbers,
        text=f"{one.definition}\n{one.source}".strip(),
    )  # fmt: skip
