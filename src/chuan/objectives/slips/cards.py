"""A figure asked for on a card, owed or as one total: looked at, then recorded, or said to be wrong on the card."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Sequence
from datetime import date

from chuan.objectives.figures import checked
from chuan.objectives.models import Indicator, Measurement
from chuan.objectives.slips.forms import SlipForm
from chuan.objectives.slips.lasting import Last, asked_of_figure, asked_of_paper
from chuan.people.saying import said_on
from chuan.rules.types import Period


class AskedCard(ABC):
    """What stood before, the boxes, what is asked about what was typed; ``saved`` once it is recorded."""

    last: Last | None
    rows: Sequence[Measurement]
    form: SlipForm
    asked: list[str]
    saved: bool

    @property
    @abstractmethod
    def indicator(self) -> Indicator:
        """What is asked for."""

    @property
    @abstractmethod
    def period(self) -> Period:
        """Of which days."""

    @property
    @abstractmethod
    def to_date(self) -> bool:
        """Whether what was typed holds everything since 1 January."""

    @property
    def is_wrong(self) -> bool:
        """Whether it was sent and not taken."""
        return bool(self.asked) or (self.form.is_bound and bool(self.form.errors))


def take_card(card: AskedCard, record: Callable[[], object], *, on: date) -> bool:
    """Record what was typed on a card that is right, or whose questions were answered; whether it was."""
    if not card.form.is_valid():
        return False
    with said_on(card.form, evidence_missing="evidence_note", file_empty="evidence_file"):
        card.asked = _asked(card, on)
        if card.asked and not card.form.cleaned_data["sure"]:
            return False
        record()
        card.saved, card.asked = True, []
    return card.saved


def _asked(card: AskedCard, on: date) -> list[str]:
    """What a person looks at once more before it is kept. Raises what ``figures.checked`` raises."""
    given, indicator, period = card.form.cleaned_data, card.indicator, card.period
    estimate = given["stage"] == Measurement.Stage.ESTIMATE
    figure = checked(indicator, card.form.typed())
    return [
        *asked_of_figure(
            indicator, period, figure, card.rows, estimate=estimate, to_date=card.to_date, on=on
        ),
        *asked_of_paper(given["evidence_note"].strip(), period, card.last, estimate=estimate),
    ]
