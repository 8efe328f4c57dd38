"""One card an indicator: what stood before, its boxes, what is asked about what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.forms import BoundField

from chuan.objectives.figures import checked
from chuan.objectives.midyear.actions import begin_with_total
from chuan.objectives.midyear.totals import Total
from chuan.objectives.models import Measurement, Plan
from chuan.objectives.slips.forms import SlipForm
from chuan.objectives.slips.lasting import Last, asked_of_figure, asked_of_paper
from chuan.people.saying import said_on
from chuan.people.viewer import Viewer


class TotalForm(SlipForm):
    """A slip's boxes; that the figure runs since January is what the page is for, and not asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields.pop("to_date", None)

    @property
    def boxes(self) -> list[BoundField]:
        """Counts before the bare rate: only counts tell how much may still be missed."""
        return sorted(super().boxes, key=lambda one: one.name == "value")


@dataclass
class TotalCard:
    """One total that is asked for."""

    total: Total
    last: Last | None
    rows: Sequence[Measurement]
    form: TotalForm
    asked: list[str] = field(default_factory=list)
    saved: bool = False

    @property
    def is_wrong(self) -> bool:
        """Whether it was sent and not taken."""
        return bool(self.asked) or (self.form.is_bound and bool(self.form.errors))


def take(plan: Plan, start: date, cards: Iterable[TotalCard], *, by: Viewer, at: datetime) -> int:
    """Record every card that is right, each by itself; the number of those recorded."""
    return sum(_take(plan, start, card, by=by, at=at) for card in cards)


def _take(plan: Plan, start: date, card: TotalCard, *, by: Viewer, at: datetime) -> bool:
    form, total = card.form, card.total
    if not form.is_valid():
        return False
    with said_on(form, evidence_missing="evidence_note", file_empty="evidence_file"):
        card.asked = _asked(card, by)
        if card.asked and not form.cleaned_data["sure"]:
            return False
        begin_with_total(plan, total.indicator, start, form.given(), by=by, at=at)
        card.saved, card.asked = True, []
    return card.saved


def _asked(card: TotalCard, by: Viewer) -> list[str]:
    """What a person looks at once more. Raises what ``figures.checked`` raises."""
    given, indicator, period = card.form.cleaned_data, card.total.indicator, card.total.period
    estimate = given["stage"] == Measurement.Stage.ESTIMATE
    figure = checked(indicator, card.form.typed())
    about = {"estimate": estimate, "to_date": True, "on": by.on}
    return [
        *asked_of_figure(indicator, period, figure, card.rows, **about),
        *asked_of_paper(given["evidence_note"].strip(), period, card.last, estimate=estimate),
    ]
