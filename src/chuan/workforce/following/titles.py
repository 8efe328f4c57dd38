"""The follower of titles given elsewhere: what a file says stands until another file says otherwise."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime

from chuan.offers import registers
from chuan.offers.fields import Register
from chuan.offers.registers import Arrival, Arrived
from chuan.workforce.fields_titles import TitlesGiven
from chuan.workforce.models import TitledElsewhere

CHUNK = 500
_SAID = ("name", "post", "title", "decision", "decided_on", "issuer")


class TitleFollower:
    """Keeps each line of the standing files; none is in the register of titles before a person says whose it is."""

    register: Register = TitlesGiven()

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
    begins: list[TitledElsewhere] = field(default_factory=list)

    def __call__(self) -> None:
        """Close, then begin: of each line one state stands."""
        for start in range(0, len(self.ends), CHUNK):
            TitledElsewhere.objects.filter(pk__in=self.ends[start : start + CHUNK]).update(until_at=self.at)
        for row in self.begins:
            row.recorded_at = self.at
        TitledElsewhere.objects.bulk_create(self.begins, batch_size=CHUNK)


def _known(arrival: Arrival) -> dict[tuple[str, str], TitledElsewhere]:
    codes = [row.code for row in arrival.rows]
    found: dict[tuple[str, str], TitledElsewhere] = {}
    for start in range(0, len(codes), CHUNK):
        rows = TitledElsewhere.objects.standing().filter(
            unit_id=arrival.unit_id, code__in=codes[start : start + CHUNK]
        )
        found |= {(one.source, one.code): one for one in rows}
    return found


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


def _same(held: TitledElsewhere, wanted: TitledElsewhere) -> bool:
    return all(getattr(held, name) == getattr(wanted, name) for name in _SAID)


def offer() -> None:
    """Follow the register; called when the programme starts."""
    registers.follow(TitleFollower())
