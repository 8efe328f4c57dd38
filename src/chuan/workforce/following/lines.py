"""Lines of officials that were judged elsewhere: what a file says stands until another file says otherwise.

Shared by titles and rankings. Each line is one state of one row of a source; none reaches the work of this room
before a person says whose it is.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, TypeVar

from chuan.offers.fields import Register
from chuan.offers.registers import Arrival, Arrived
from chuan.workforce.models import RankedElsewhere, TitledElsewhere

CHUNK = 500
Line = TypeVar("Line", RankedElsewhere, TitledElsewhere)


@dataclass
class LineFollower(Generic[Line]):
    """Keeps each line of the standing files of one register.

    ``made``: the line of a row, None where the row is gone; ``said``: the columns by which two lines are the same.
    """

    register: Register
    model: type[Line]
    made: Callable[[Arrived, Arrival, datetime], Line | None]
    said: tuple[str, ...]

    def prepare(self, arrival: Arrival, *, at: datetime) -> Writing[Line]:
        """Find what changes; writes nothing."""
        writing = Writing(self.model, at)
        known = self._known(arrival)
        for row in arrival.rows:
            held, wanted = known.get((row.source, row.code)), self.made(row, arrival, at)
            if held is not None and wanted is not None and self._same(held, wanted):
                continue
            if held is not None:
                writing.ends.append(held.pk)
            if wanted is not None:
                writing.begins.append(wanted)
        return writing

    def _known(self, arrival: Arrival) -> dict[tuple[str, str], Line]:
        codes = [row.code for row in arrival.rows]
        found: dict[tuple[str, str], Line] = {}
        for start in range(0, len(codes), CHUNK):
            rows = self.model.objects.standing().filter(
                unit_id=arrival.unit_id, code__in=codes[start : start + CHUNK]
            )
            found |= {(one.source, one.code): one for one in rows}
        return found

    def _same(self, held: Line, wanted: Line) -> bool:
        return all(getattr(held, name) == getattr(wanted, name) for name in self.said)


@dataclass
class Writing(Generic[Line]):
    """Lines to close and to begin. ``at``: the moment they are recorded at."""

    model: type[Line]
    at: datetime
    ends: list[int] = field(default_factory=list)
    begins: list[Line] = field(default_factory=list)

    def __call__(self) -> None:
        """Close, then begin: of each line one state stands."""
        for start in range(0, len(self.ends), CHUNK):
            self.model.objects.filter(pk__in=self.ends[start : start + CHUNK]).update(until_at=self.at)
        for row in self.begins:
            row.recorded_at = self.at
        self.model.objects.bulk_create(self.begins, batch_size=CHUNK)
