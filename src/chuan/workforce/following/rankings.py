"""The follower of results that were ranked elsewhere; none reaches an assessment before a person says whose it is."""

from __future__ import annotations

from datetime import date, datetime

from chuan.offers import registers
from chuan.offers.registers import Arrival, Arrived
from chuan.workforce.fields_ranking import Rankings
from chuan.workforce.following.lines import LineFollower
from chuan.workforce.models import RankedElsewhere

_SAID = ("level", "points", "name")


def follower() -> LineFollower[RankedElsewhere]:
    """Keeps each line of the standing files."""
    return LineFollower(Rankings(), RankedElsewhere, _row, _SAID)


def _row(row: Arrived, arrival: Arrival, at: datetime) -> RankedElsewhere | None:
    """The line; its days are those of the file's period."""
    if row.values is None:
        return None
    days, _space, _rest = row.code.partition(" ")
    starts, _slash, ends = days.partition("/")
    values = row.values
    return RankedElsewhere(
        unit_id=arrival.unit_id, source=row.source, code=row.code, starts=date.fromisoformat(starts),
        ends=date.fromisoformat(ends), name=values["name"][:160], post=values.get("post", "")[:160],
        level=values["level"], points=values.get("points", ""), recorded_at=at, import_uid=arrival.import_uid,
    )  # fmt: skip


def offer() -> None:
    """Follow the register; called when the programme starts."""
    registers.follow(follower())
