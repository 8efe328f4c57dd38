"""A slip that was sent: card by card, what is right is recorded, what is not is said on its card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial

from chuan.objectives.actions import record_figure
from chuan.objectives.models import Indicator, Measurement
from chuan.objectives.slips.cards import AskedCard, take_card
from chuan.objectives.slips.forms import SlipForm
from chuan.objectives.slips.lasting import Last
from chuan.objectives.slips.owing import Owed
from chuan.people.viewer import Viewer
from chuan.rules.types import Period


@dataclass
class Card(AskedCard):
    """One figure that is owed."""

    owed: Owed
    last: Last | None
    rows: Sequence[Measurement]
    form: SlipForm
    asked: list[str] = field(default_factory=list)
    saved: bool = False
    planned: str = ""
    """What the path plans by the end of the period, where one was set."""

    @property
    def indicator(self) -> Indicator:
        """What is owed."""
        return self.owed.indicator

    @property
    def period(self) -> Period:
        """The period that is due."""
        return self.owed.due.period

    @property
    def to_date(self) -> bool:
        """As the official ticked it, where the box is there."""
        return bool(self.form.cleaned_data.get("to_date", False))


def take(cards: Iterable[Card], *, by: Viewer, at: datetime) -> int:
    """Record every card that is right, each in an act of its own; the number of those recorded."""
    return sum(take_card(card, partial(_record, card, by, at), on=by.on) for card in cards)


def _record(card: Card, by: Viewer, at: datetime) -> Measurement:
    return record_figure(
        card.indicator, card.period, card.form.given(), by=by, at=at, to_date=card.to_date,
        illustrative=card.indicator.unit.example,
    )  # fmt: skip
