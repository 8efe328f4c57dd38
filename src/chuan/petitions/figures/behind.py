"""The petitions behind one figure: by the very condition that counted it, as far as the viewer may open them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet

from chuan.offers.measures import RowOutcome
from chuan.people.viewer import Viewer
from chuan.petitions.figures.asked import Asked
from chuan.petitions.figures.classing import CARRIED, classed, received_only
from chuan.petitions.figures.counting import Cut, value_of
from chuan.petitions.figures.figures import FIGURES
from chuan.petitions.figures.measured import MEASURES
from chuan.petitions.figures.sight import states_open_to
from chuan.petitions.measures.classifying import classified
from chuan.petitions.models import Petition, PetitionState
from chuan.petitions.steps import LIFECYCLES
from chuan.rules.petitions import CHANNEL_NAMES, KIND_NAMES, Channel, Kind

_OUTCOMES = {"dat": RowOutcome.HIT, "khong-dat": RowOutcome.MISS}
_COLUMNS = (
    "petition__uid", "petition__code", "kind", "channel", "field", "received_on", "accepted_on", "due_on",
    "settled_on", "status", "decided", "verdict", "outcome", "odd",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Behind:
    """One petition as it stood then: code, kind, days, stage. No word of the letter, nobody's name."""

    uid: str
    code: str
    kind: str
    channel: str
    field: str
    received_on: date | None
    accepted_on: date | None
    due_on: date | None
    settled_on: date | None
    status: str
    decided: str
    verdict: str
    outcome: str
    odd: str

    @property
    def kind_words(self) -> str:
        """The kind in words."""
        return str(KIND_NAMES[Kind(self.kind)])

    @property
    def channel_words(self) -> str:
        """The channel in words."""
        return str(CHANNEL_NAMES[Channel(self.channel)])

    @property
    def stage_words(self) -> str:
        """The stage as its kind's table calls it."""
        known = LIFECYCLES[self.kind].statuses.get(self.status)
        return str(known.label) if known else self.status

    @property
    def verdict_words(self) -> str:
        """The conclusion in words; "" where there is none."""
        return str(Petition.Verdict(self.verdict).label) if self.verdict else ""

    @property
    def outcome_words(self) -> str:
        """Early, on time or late; "" where nothing can be said."""
        return str(Petition.Outcome(self.outcome).label) if self.outcome and not self.odd else ""


@dataclass(frozen=True)
class Found:
    """The rows the viewer may open, in the order of receipt, and how many there are besides."""

    rows: QuerySet[Any]
    count: int
    hidden: int


def rows_behind(viewer: Viewer, asked: Asked, figure: str, lines: Mapping[Cut, str]) -> Found:
    """The rows of a figure, or of one line of it. KeyError for a figure or line that does not exist.

    ``figure``: a name of ``FIGURES``, or a measure's with "dat" or "khong-dat": "giai-quyet.dat".
    """
    rows = _of_figure(asked, figure)
    for cut, key in lines.items():
        rows = rows.filter(**{cut.column: value_of(cut, key)})
    open_ = states_open_to(viewer)
    told = rows.aggregate(every=Count("pk"), seen=Count("pk", filter=open_))
    found = rows.filter(open_).order_by("received_on", "petition_id")
    return Found(found, told["seen"], told["every"] - told["seen"])


def _of_figure(asked: Asked, figure: str) -> QuerySet[Any]:
    name, _dot, outcome = figure.partition(".")
    if not outcome:
        named, rows = FIGURES[name], classed(asked)
        if CARRIED not in named.came:
            rows = rows.filter(received_only(asked))
        return rows.filter(named.where)
    measure, wanted = MEASURES[name], _OUTCOMES[outcome]
    classes = measure.classes(asked.grounds)
    rows = classified(asked.unit, measure.universe(asked.scope), classes, asked.as_of)
    return rows.filter(klass__in=[n for n, one in enumerate(classes) if one.outcome is wanted])


def shown(rows: QuerySet[Any]) -> list[Behind]:
    """Rows as the list writes them; one statement."""
    return [Behind(*row) for row in rows.values_list(*_COLUMNS)]


def page_of(rows: QuerySet[Any]) -> list[Behind]:
    """A page of rows: first which they are, then what they say, so that no whole row is sorted. Two statements."""
    keys = list(rows.values_list("pk", flat=True))
    told = PetitionState.objects.filter(pk__in=keys).values_list("pk", *_COLUMNS)
    said = {key: Behind(*row) for key, *row in told}
    return [said[key] for key in keys]
