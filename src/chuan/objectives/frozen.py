"""The rows behind a figure, frozen as one compressed file that never changes.

JSON lines in the order of uid, gzip without a moment inside: the same rows always give the
same bytes, on every machine and database. The digest compared later is that of the lines
themselves, so that another compressor cannot look like late data.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction

from chuan.files import actions as files
from chuan.files.models import Blob
from chuan.objectives.models import Measurement
from chuan.offers.measures import Row, RowOutcome

MEDIA_TYPE = "application/gzip"
NAME = "name"
"""The kind of a row that is only a name typed by hand ("TDP 4"), not a thing of a register."""


@dataclass(frozen=True, slots=True)
class FrozenRow:
    """One classified row as it was. ``uid`` is "" for a name typed by hand."""

    kind: str
    uid: str
    outcome: RowOutcome
    reason: str
    weight: Fraction
    facts: tuple[str, ...]

    @property
    def line(self) -> str:
        """Its one line of canonical JSON."""
        held = [self.kind, self.uid, str(self.outcome), self.reason, str(self.weight), list(self.facts)]
        return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def of_register(rows: Iterable[Row]) -> list[FrozenRow]:
    """A register's rows, ready to be frozen."""
    return [
        FrozenRow(row.subject.kind, str(row.subject.uid), row.outcome, row.reason, row.weight, row.facts)
        for row in rows
    ]


def of_names(names: Iterable[tuple[str, bool]]) -> list[FrozenRow]:
    """Names typed by hand with whether each is kept ("TDP 4", True)."""
    return [
        FrozenRow(NAME, "", RowOutcome.HIT if kept else RowOutcome.MISS, "", Fraction(1), (name,))
        for name, kept in names
    ]


def text_of(rows: Iterable[FrozenRow]) -> str:
    """All lines, ordered by uid, then by the line itself."""
    return "".join(f"{row.line}\n" for row in sorted(rows, key=lambda row: (row.uid, row.line)))


def digest_of(rows: Iterable[FrozenRow]) -> str:
    """SHA-256 of the lines, in hexadecimal."""
    return hashlib.sha256(text_of(rows).encode()).hexdigest()


def freeze(rows: Sequence[FrozenRow]) -> Blob:
    """Keep the rows as one file named by its digest."""
    packed = gzip.compress(text_of(rows).encode(), compresslevel=6, mtime=0)
    return files.keep(packed, media_type=MEDIA_TYPE)


def thaw(blob: Blob) -> Iterator[FrozenRow]:
    """The rows of a frozen file, in order. Raises OSError when the file is damaged or gone."""
    for line in gzip.decompress(files.read(blob)).decode().split("\n"):
        if not line:
            continue
        kind, uid, outcome, reason, weight, facts = json.loads(line)
        yield FrozenRow(kind, uid, RowOutcome(outcome), reason, Fraction(weight), tuple(facts))


def page(
    measurement: Measurement, *, outcome: RowOutcome | None = None, start: int = 0, size: int = 50
) -> tuple[list[FrozenRow], int]:
    """Rows ``start`` to ``start + size`` of a figure, of one outcome or all, and how many there are."""
    if measurement.rows_blob is None:
        return [], 0
    rows = [row for row in thaw(measurement.rows_blob) if outcome is None or row.outcome is outcome]
    return rows[start : start + size], len(rows)


def differing(before: Iterable[FrozenRow], now: Iterable[FrozenRow]) -> int:
    """How many rows came, went or changed between two readings of the same scope."""
    changed = {row.line: row for row in before}.keys() ^ {row.line: row for row in now}.keys()
    return len({json.loads(line)[1] or line for line in changed})
