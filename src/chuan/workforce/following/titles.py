"""The follower of titles given elsewhere; none is in the register of titles before a person says whose it is."""

from __future__ import annotations

from datetime import date, datetime

from chuan.offers import registers
from chuan.offers.registers import Arrival, Arrived
from chuan.workforce.fields_titles import TitlesGiven
from chuan.workforce.following.lines import LineFollower
from chuan.workforce.models import TitledElsewhere

_SAID = ("name", "post", "title", "decision", "decided_on", "issuer")


def follower() -> LineFollower[TitledElsewhere]:
    """Keeps each line of the standing files."""
    return LineFollower(TitlesGiven(), TitledElsewhere, _row, _SAID)


def _row(row: Arrived, arrival: Arrival, at: datetime) -> TitledElsewhere | None:
    """The line; its year is that of the file's period."""
    if row.values is None:
        return None
    days, _space, _rest = row.code.partition(" ")
    values = row.values
    return TitledElsewhere(
        unit_id=arrival.unit_id, source=row.source, code=row.code, year=int(days[:4]), name=values["name"][:160],
        post=values.get("post", "")[:160], title=values["title"], decision=values["decision"][:160],
        decided_on=date.fromisoformat(values["decided_on"][:10]), issuer=values.get("issuer", "")[:160],
        recorded_at=at, import_uid=arrival.import_uid,
    )  # fmt: skip


def offer() -> None:
    """Follow the register; called when the programme starts."""
    registers.follow(follower())
