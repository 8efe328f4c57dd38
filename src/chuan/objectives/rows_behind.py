"""The rows behind a figure, opened for one viewer: those of the register now, and those frozen with a figure."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from chuan.objectives import frozen
from chuan.objectives.frozen import NAME, FrozenRow
from chuan.offers import subjects
from chuan.offers.measures import Measure, RowOutcome, Scope
from chuan.offers.subjects import Subject

_READ = 1000
"""Rows asked of a measure at once."""
_DESCRIBED = 400
"""Subjects described at once: one statement each, with no more parameters than a database takes."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A row as the viewer sees it: what it is, what it counts as, and where it leads ("" for a name)."""

    label: str
    note: str
    url: str
    outcome: RowOutcome
    reason: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which rows are asked for: all, or those of one outcome and (of those left out) one reason."""

    outcome: RowOutcome | None = None
    reason: str = ""

    def takes(self, row: FrozenRow) -> bool:
        """Whether the row is among them."""
        return (self.outcome is None or row.outcome is self.outcome) and self.reason in ("", row.reason)


def live_rows(
    measure: Measure, scope: Scope, chosen: Chosen, after: str | None = None
) -> Iterator[FrozenRow]:
    """The chosen rows of the register after a uid, in the order of uid, read as they are needed."""
    while batch := measure.rows(scope, after, _READ):
        yield from (row for row in frozen.of_register(batch) if chosen.takes(row))
        after = str(batch[-1].subject.uid)


def live_page(
    measure: Measure, scope: Scope, chosen: Chosen, *, after: str | None, size: int
) -> tuple[list[FrozenRow], str]:
    """So many chosen rows after a uid, and the uid to go on from; "" when there are no more."""
    found = list(islice(live_rows(measure, scope, chosen, after), size + 1))
    return found[:size], found[size - 1].uid if len(found) > size else ""


def opened(rows: Iterable[FrozenRow], viewer: object) -> tuple[list[Opened], int]:
    """Those rows that the viewer may see, and how many are hidden. One statement a kind and 400 rows."""
    shown: list[Opened] = []
    hidden = 0
    waiting = iter(rows)
    while some := list(islice(waiting, _DESCRIBED)):
        known = subjects.describe((_subject(row) for row in some if _is_guarded(row)), viewer)
        found = [_opened(row, known) for row in some]
        shown += [one for one in found if one is not None]
        hidden += found.count(None)
    return shown, hidden


def _opened(row: FrozenRow, known: dict[Subject, subjects.Described]) -> Opened | None:
    facts = " · ".join(row.facts)
    if not _is_guarded(row):
        return Opened(facts or row.uid, "", "", row.outcome, row.reason)
    described = known.get(_subject(row))
    if described is None:
        return None
    note = " · ".join(fact for fact in row.facts if fact not in described.label)
    return Opened(described.label, note, described.address, row.outcome, row.reason)


def _is_guarded(row: FrozenRow) -> bool:
    """Whether some room says who may see it; a name typed by hand belongs to whoever may see the figure."""
    return row.kind != NAME and row.kind in subjects.kinds()


def _subject(row: FrozenRow) -> Subject:
    return Subject(row.kind, uuid.UUID(row.uid))


def uid_or_none(text: str) -> str | None:
    """A uid out of an address; None for anything else."""
    try:
        return str(uuid.UUID(text)) if text else None
    except ValueError:
        return None


def outcomes() -> Sequence[RowOutcome]:
    """In the order they are shown: what failed is looked for first."""
    return (RowOutcome.MISS, RowOutcome.HIT, RowOutcome.EXCLUDED)
