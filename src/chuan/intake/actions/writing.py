"""Writing rows: versions are added, what stands is set to them. Only inside an act, and only what was worked out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice
from typing import TypeVar

from django.db.models import Max, QuerySet

from chuan.intake.comparing import CHUNK
from chuan.intake.keys import digest_of
from chuan.intake.models import Import, OutsideRow, StandingRow
from chuan.people.models import Unit

T = TypeVar("T")
_AT_ONCE = 2000
"""Rows made into objects at a time: what keeps the memory small."""


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
        made = OutsideRow.objects.bulk_create([_version(place, row) for row in chunk])
        stand(place, [(row, one.pk) for row, one in zip(chunk, made, strict=True) if row.text])
        fall(place, [row.code for row in chunk if not row.text])


def stand(place: Place, rows: Sequence[tuple[Written, int]]) -> None:
    """Let these versions stand, by the key of their row."""
    StandingRow.objects.bulk_create(
        [
            StandingRow(
                unit_id=place.unit_id,
                register=place.register,
                source=place.source,
                outside_code=row.code,
                row_id=pk,
                belongs_on=row.belongs_on,
                scope=row.scope,
            )
            for row, pk in rows
        ],
        update_conflicts=True,
        unique_fields=["unit", "register", "outside_code", "source"],
        update_fields=["row", "belongs_on", "scope"],
    )


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


def _version(place: Place, row: Written) -> OutsideRow:
    return OutsideRow(
        brought_by_id=row.brought_by_id,
        unit_id=place.unit_id,
        register=place.register,
        source=place.source,
        outside_code=row.code,
        version=row.version,
        digest=digest_of(row.text),
        fields=row.text,
        place=row.place,
        after_due=row.after_due,
    )


def _standing(place: Place, codes: Sequence[str]) -> QuerySet[StandingRow]:
    return StandingRow.objects.filter(
        unit_id=place.unit_id, register=place.register, source=place.source, outside_code__in=codes
    )
