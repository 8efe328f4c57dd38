"""Writing rows: versions are added, what stands is set to them. Only inside an act, and only what was worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import Any, TypeVar

from django.db import connection
from django.db.models import Max, QuerySet

from chuan.intake.comparing import CHUNK
from chuan.intake.keys import digest_of
from chuan.intake.models import Import, OutsideRow, StandingRow
from chuan.people.models import Unit

T = TypeVar("T")
_AT_ONCE = 2000
"""Rows handed to the database at a time: what keeps the memory small."""


@dataclass(frozen=True, slots=True)
class Written:
    """One version on its way in. ``text`` is "" for a row that its source no longer lists."""

    code: str
    version: int
    text: str
    place: str
    after_due: bool
    belongs_on: date | None
    scope: str
    brought_by_id: int
    digest: str


def written(
    code: str, version: int, text: str, place: str, after_due: bool, day: date | None, scope: str, by: int
) -> Written:
    """A version with its digest, worked out before the transaction."""
    return Written(code, version, text, place, after_due, day, scope, by, digest_of(text))


@dataclass(frozen=True, slots=True)
class Place:
    """Where rows stand: one unit, register and source."""

    unit_id: int
    register: str
    source: str


def lock(unit: Unit) -> None:
    """One writer of a unit's registers at a time; rows that only point at the unit are not held up."""
    Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)


def last_versions(place: Place, codes: Sequence[str]) -> dict[str, int]:
    """The highest version there is of each code, withdrawn ones too; absent for a code never seen."""
    found: dict[str, int] = {}
    for chunk in in_chunks(codes, CHUNK):
        rows = OutsideRow.objects.filter(
            unit_id=place.unit_id, register=place.register, source=place.source, outside_code__in=chunk
        )
        found.update(rows.values_list("outside_code").annotate(last=Max("version")).order_by())
    return found


def write_versions(place: Place, rows: Iterable[Written]) -> None:
    """Add the versions and let each stand, or let nothing stand where the text is ""."""
    for chunk in in_chunks(rows, _AT_ONCE):
        with connection.cursor() as cursor:
            cursor.executemany(_ADD, [_version(place, row) for row in chunk])
        stand(place, [row for row in chunk if row.text])
        fall(place, [row.code for row in chunk if not row.text])


def stand(place: Place, rows: Iterable[Written]) -> None:
    """Let these versions, which are there, stand."""
    for chunk in in_chunks(rows, _AT_ONCE):
        with connection.cursor() as cursor:
            cursor.executemany(_STAND, [_stands(place, row) for row in chunk])


def fall(place: Place, codes: Sequence[str]) -> None:
    """Nothing of these rows stands any more."""
    for chunk in in_chunks(codes, CHUNK):
        _standing(place, chunk).delete()


def rescope(place: Place, codes: Sequence[str], scope: str) -> None:
    """Say which files may ask about these rows from now on."""
    for chunk in in_chunks(codes, CHUNK):
        _standing(place, chunk).update(scope=scope)


def in_chunks(rows: Iterable[T], size: int) -> Iterator[list[T]]:
    """The rows in lists of at most ``size``."""
    left = iter(rows)
    while chunk := list(islice(left, size)):
        yield chunk


def place_of(imported: Import) -> Place:
    """Where the import's rows stand."""
    return Place(imported.unit_id, imported.register, imported.source)


# Plain statements, the same on both databases: all other writers wait for these, and by objects they wait five times
# as long.
_ADD = """
INSERT INTO intake_outsiderow
  (brought_by_id, unit_id, register, source, outside_code, version, digest, fields, place, after_due)
VALUES (%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)
"""
_STAND = """
INSERT INTO intake_standingrow (unit_id, register, source, outside_code, row_id, belongs_on, scope)
VALUES (%s, %s, %s, %s,
  (SELECT id FROM intake_outsiderow
   WHERE unit_id = %s AND register = %s AND outside_code = %s AND source = %s AND version = %s),
  %s, %s)
ON CONFLICT (unit_id, register, outside_code, source)
DO UPDATE SET row_id = excluded.row_id, belongs_on = excluded.belongs_on, scope = excluded.scope
"""


def _version(place: Place, row: Written) -> tuple[Any, ...]:
    return (
        row.brought_by_id, place.unit_id, place.register, place.source, row.code, row.version, row.digest, row.text,
        row.place, row.after_due,
    )  # fmt: skip


def _stands(place: Place, row: Written) -> tuple[Any, ...]:
    day = connection.ops.adapt_datefield_value(row.belongs_on)
    return (
        place.unit_id, place.register, place.source, row.code,
        place.unit_id, place.register, row.code, place.source, row.version,
        day, row.scope,
    )  # fmt: skip


def _standing(place: Place, codes: Sequence[str]) -> QuerySet[StandingRow]:
    return StandingRow.objects.filter(
        unit_id=place.unit_id, register=place.register, source=place.source, outside_code__in=codes
    )
