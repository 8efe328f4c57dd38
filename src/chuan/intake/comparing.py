"""The rows of a file against those that stand: chunk by chunk, so that 50,000 rows never stand twice in memory."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from chuan.intake.keys import KEPT_SCOPE, period_key, row_code, unpacked
from chuan.intake.models import StandingRow
from chuan.intake.reading import ChangedRow, ReadRow, diff
from chuan.offers.fields import Register
from chuan.rules.types import Period

CHUNK = 800
"""Rows compared in one query: below the number of parameters every SQLite takes."""


@dataclass(frozen=True, slots=True)
class Against:
    """What a file is compared with: rows of this unit, register and source. ``on``: the day the file came in."""

    unit_id: int
    register: Register
    source: str
    scope: str
    period: Period | None
    on: date


@dataclass(slots=True)
class Compared:
    """The difference. ``moved`` are codes that stand unchanged under another scope and belong to this one now."""

    new: list[ReadRow] = field(default_factory=list)
    changed: list[ChangedRow] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    gone: list[str] = field(default_factory=list)
    moved: list[str] = field(default_factory=list)

    @property
    def after_due(self) -> int:
        """Rows with a date changed after the due day."""
        return sum(row.after_due for row in self.changed)


def compare(
    rows: Sequence[ReadRow], against: Against, *, still_there: frozenset[str] = frozenset()
) -> Compared:
    """New, changed, same, gone; changes after the due day in front."""
    found, due = Compared(), against.register.due_field_changes()
    for chunk in _chunks(rows, CHUNK):
        standing = _standing(against, [row.code for row in chunk])
        before = {code: values for code, (values, _) in standing.items()}
        part = diff(before, chunk, due, on=against.on)
        found.new += part.new
        found.changed += part.changed
        found.same += part.same
        found.moved += [code for code in part.same if standing[code][1] != against.scope]
    found.changed.sort(key=lambda row: not row.after_due)
    found.gone = list(_gone(against, {row.code for row in rows} | still_there))
    return found


def keyed(rows: Sequence[ReadRow], register: Register, period: Period | None) -> Sequence[ReadRow]:
    """The rows under the codes they are stored by."""
    if not register.per_period:
        return rows
    return [ReadRow(row.place, row_code(register, row.code, period), row.values) for row in rows]


def _standing(against: Against, codes: Sequence[str]) -> dict[str, tuple[Mapping[str, str], str]]:
    rows = StandingRow.objects.filter(
        unit_id=against.unit_id, register=against.register.key, source=against.source, outside_code__in=codes
    )
    found = rows.values_list("outside_code", "row__fields", "scope")
    return {code: (unpacked(text) or {}, scope) for code, text, scope in found}


def _gone(against: Against, seen: set[str]) -> Iterator[str]:
    """Rows of the same scope whose day lies in the file's period and that the file does not list."""
    if against.period is None:
        return
    rows = StandingRow.objects.filter(
        unit_id=against.unit_id, register=against.register.key, source=against.source, scope=against.scope
    ).exclude(scope=KEPT_SCOPE)
    if against.register.per_period:
        rows = rows.filter(outside_code__startswith=f"{period_key(against.period)} ")
    else:
        rows = rows.filter(belongs_on__gte=against.period.start, belongs_on__lt=against.period.end)
    for code in rows.order_by("outside_code").values_list("outside_code", flat=True).iterator():
        if code not in seen:
            yield code


def _chunks(rows: Sequence[ReadRow], size: int) -> Iterator[Sequence[ReadRow]]:
    return (rows[at : at + size] for at in range(0, len(rows), size))
