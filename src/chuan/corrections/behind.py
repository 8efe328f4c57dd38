"""The rows behind the figure of one period of an effect check."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from chuan.corrections.effects import scope_of
from chuan.corrections.models import EffectCheck, Nonconformity
from chuan.corrections.waiting import periods_of
from chuan.offers import measures
from chuan.offers.measures import Row, RowOutcome
from chuan.offers.subjects import Described, describe
from chuan.people.viewer import Viewer
from chuan.rules.types import Period

MOST = 200


@dataclass(frozen=True, slots=True)
class Behind:
    """The rows that missed first; ``hidden``: how many of those read this viewer may not see."""

    period: Period
    rows: Sequence[tuple[Row, Described]]
    hidden: int
    more: bool


def rows_behind(
    case: Nonconformity, check: EffectCheck, number: int, *, viewer: Viewer, at: datetime
) -> Behind | None:
    """Rows of the period of this number (from 0); None where no measure counts it or it is not there."""
    periods, measure = periods_of(case), measures.find(check.measure_key)
    if measure is None or number >= len(periods):
        return None
    read = list(measure.rows(scope_of(case, periods[number], at), None, MOST + 1))
    rows = read[:MOST]
    known = describe([one.subject for one in rows], viewer)
    shown = [(one, known[one.subject]) for one in rows if one.subject in known]
    shown.sort(key=lambda pair: pair[0].outcome is not RowOutcome.MISS)
    return Behind(periods[number], shown, len(rows) - len(shown), len(read) > MOST)
