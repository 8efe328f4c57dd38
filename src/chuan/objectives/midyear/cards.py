"""One card an indicator: what stood before, its boxes, what is asked about what was typed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import partial
from typing import Any

from django.forms import BoundField

from chuan.objectives.midyear.actions import begin_with_total
from chuan.objectives.midyear.totals import Total
from chuan.objectives.models import Indicator, Measurement, Plan
from chuan.objectives.slips.cards import AskedCard, take_card
from chuan.objectives.slips.forms import SlipForm
from chuan.objectives.slips.lasting import Last
from chuan.people.viewer import Viewer
from chuan.rules.types import Period


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
class TotalCard(AskedCard):
    """One total that is asked for."""

    total: Total
    last: Last | None
    rows: Sequence[Measurement]
    form: TotalForm
    asked: list[str] = field(default_factory=list)
    saved: bool = False

    @property
    def indicator(self) -> Indicator:
        """Whose months are told at once."""
        return self.total.indicator

    @property
    def period(self) -> Period:
        """From January to the month before the start."""
        return self.total.period

    @property
    def to_date(self) -> bool:
        """Always: that is what the page is for."""
        return True


def take(plan: Plan, start: date, cards: Iterable[TotalCard], *, by: Viewer, at: datetime) -> int:
    """Record every card that is right, each by itself; the number of those recorded."""

    def record(card: TotalCard) -> None:
        begin_with_total(plan, card.indicator, start, card.form.given(), by=by, at=at)

    return sum(take_card(card, partial(record, card), on=by.on) for card in cards)
