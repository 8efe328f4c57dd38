"""A slip that was sent: card by card, what is right is recorded, what is not is said on its card."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from chuan.objectives.actions import record_figure
from chuan.objectives.figures import checked
from chuan.objectives.models import Measurement
from chuan.objectives.slips.forms import SlipForm
from chuan.objectives.slips.lasting import Last, asked_of_figure, asked_of_paper
from chuan.objectives.slips.owing import Owed
from chuan.people.saying import said_on
from chuan.people.viewer import Viewer


@dataclass
class Card:
    """One figure that is asked for: what stood before, its form, what is asked about what was typed."""

    owed: Owed
    last: Last | None
    rows: Sequence[Measurement]
    form: SlipForm
    asked: list[str] = field(default_factory=list)
    saved: bool = False

    @property
    def is_wrong(self) -> bool:
        """Whether it was sent and not taken."""
        return bool(self.asked) or (self.form.is_bound and bool(self.form.errors))


def take(cards: Iterable[Card], *, by: Viewer, at: datetime) -> int:
    """Record every card that is right, each in an act of its own; the number of those recorded."""
    return sum(_take(card, by=by, at=at) for card in cards)


def _take(card: Card, *, by: Viewer, at: datetime) -> bool:
    form, indicator = card.form, card.owed.indicator
    if not form.is_valid():
        return False
    with said_on(form, evidence_missing="evidence_note", file_empty="evidence_file"):
        card.asked = _asked(card, by)
        if card.asked and not form.cleaned_data["sure"]:
            return False
        record_figure(
            indicator, card.owed.due.period, form.given(), by=by, at=at,
            to_date=form.cleaned_data.get("to_date", False), illustrative=indicator.unit.example,
        )  # fmt: skip
        card.saved, card.asked = True, []
    return card.saved


def _asked(card: Card, by: Viewer) -> list[str]:
    """What a person looks at once more before this is kept. Raises what ``figures.checked`` raises."""
    given, indicator, period = card.form.cleaned_data, card.owed.indicator, card.owed.due.period
    estimate = given["stage"] == Measurement.Stage.ESTIMATE
    return [
        *asked_of_figure(
            indicator, period, checked(indicator, card.form.typed()), card.rows, estimate=estimate,
            to_date=given.get("to_date", False), on=by.on,
        ),
        *asked_of_paper(given["evidence_note"].strip(), period, card.last, estimate=estimate),
    ]  # fmt: skip
