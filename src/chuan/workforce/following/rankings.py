"""The follower of results that were ranked elsewhere: what a file says stands until another file says otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from chuan.offers import registers
from chuan.offers.fields import Register
from chuan.offers.registers import Arrival, Arrived
from chuan.workforce.fields_ranking import Rankings
from chuan.workforce.models import RankedElsewhere

CHUNK = 500


class RankingFollower:
    """Keeps each line of the standing files; nothing of it reaches an assessment before a person says whose it is."""

    register: Register = Rankings()

    def prepare(self, arrival: Arrival, *, at: datetime) -> Writing:
        """Find what changes; writes nothing."""
        writing = Writing(at)
        known = _known(arrival)
        for row in arrival.rows:
            held = known.get((row.source, row.code))
            wanted = _row(row, arrival, at)
            if held is not None and wanted is not None and _same(held, wanted):
                continue
            if held is not None:
                writing.ends.append(held.pk)
            if wanted is not None:
                writing.begins.append(wanted)
        return writing


@dataclass
class Writing:
    """Lines to close and to begin. ``at``: the moment they are recorded at."""

    at: datetime
    ends: list[int] = field(default_factory=list)
    begins: list[RankedElsewhere] = field(default_factory=list)

    def __call__(self) -> None:
        """Close, then begin: of each line one state stands."""
        for start in range(0, len(self.ends), CHUNK):
            RankedElsewhere.objects.filter(pk__in=self.ends[start : start + CHUNK]).update(until_at=self.at)
        for row in self.begins:
            row.recorded_at = self.at
        RankedElsewhere.objects.bulk_create(self.begins, batch_size=CHUNK)


def _known(arrival: Arrival) -> dict[tuple[str, str], RankedElsewhere]:
    codes = [row.code for row in arrival.rows]
    found: dict[tuple[str, str], RankedElsewhere] = {}
    for start in range(0, len(codes), CHUNK):
        rows = RankedElsewhere.objects.standing().filter(
            unit_id=arrival.unit_id, code__in=codes[start : start + CHUNK]
        )
        found |= {(one.source, one.code): one for one in rows}
    return found


def _row(row: Arrived, arrival: Arrival, at: datetime) -> RankedElsewhere | None:
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


def _same(held: RankedElsewhere, wanted: RankedElsewhere) -> bool:
    return (held.level, held.points, held.name) == (wanted.level, wanted.points, wanted.name)


def offer() -> None:
    """Follow the register; called when the programme starts."""
    registers.follow(RankingFollower())
