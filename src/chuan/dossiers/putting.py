"""Very many rows put into tables in a moment: forty columns each, fifty thousand at a time.

``bulk_create`` spends nine tenths of such an import on building statements of twenty rows; one prepared statement
run for every row, and states copied from their dossiers inside the database, take a fifth of the time.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from django.db import connection, models

from chuan.dossiers.judging import COLUMNS
from chuan.dossiers.models import Dossier, DossierState

Adapt = Callable[[Any], Any]


def put_dossiers(rows: Iterable[Sequence[Any]], names: Sequence[str], *, kept: Sequence[str]) -> None:
    """Insert dossiers, or set what differs of those that are there (same unit and code).

    ``names`` are fields in the order of each row's values; ``kept`` those that an existing dossier keeps.
    """
    fields = [_field(Dossier, name) for name in names]
    columns = [_quoted(field.column) for field in fields]
    moved = ", ".join(
        f"{column} = excluded.{column}"
        for name, column in zip(names, columns, strict=True)
        if name not in kept
    )
    adapts = [(n, adapt) for n, field in enumerate(fields) if (adapt := _adapter(field)) is not None]
    sql = (
        f"INSERT INTO {_quoted(Dossier._meta.db_table)} ({', '.join(columns)}) "  # noqa: S608 - names of columns
        f"VALUES ({', '.join(['%s'] * len(columns))}) "
        f"ON CONFLICT ({_quoted('unit_id')}, {_quoted('code')}) DO UPDATE SET {moved}"
    )
    with connection.cursor() as cursor:
        cursor.executemany(sql, [_adapted(row, adapts) for row in rows])


def begin_states(
    unit_id: int, codes: Sequence[str], *, at: datetime, why: str, import_uid: uuid.UUID | None
) -> None:
    """Begin a state of each of these dossiers: its columns as they stand now, numbered by its count of states."""
    where = f"unit_id = %s AND code IN ({', '.join(['%s'] * len(codes))})"
    _begin(where, [unit_id, *codes], at=at, why=why, import_uid=import_uid)


def begin_states_of(owner_unit_id: int, *, at: datetime, why: str) -> None:
    """Begin a state of every dossier that the unit answers for and of which none stands; one statement."""
    states = _quoted(DossierState._meta.db_table)
    dossiers = _quoted(Dossier._meta.db_table)
    none = f"SELECT 1 FROM {states} s WHERE s.dossier_id = {dossiers}.id AND s.until_at IS NULL"  # noqa: S608
    where = f"owner_unit_id = %s AND NOT EXISTS ({none})"
    _begin(where, [owner_unit_id], at=at, why=why, import_uid=None)


def _begin(
    where: str, values: Sequence[Any], *, at: datetime, why: str, import_uid: uuid.UUID | None
) -> None:
    own = ("dossier", "owner_unit", "seq", "recorded_at", "until_at", "why", "import_uid")
    into = [_quoted(_field(DossierState, name).column) for name in (*own, *COLUMNS)]
    standing = [_quoted(_field(Dossier, name).column) for name in COLUMNS]
    fixed = [
        _field(DossierState, name).get_db_prep_save(value, connection)
        for name, value in (("recorded_at", at), ("why", why), ("import_uid", import_uid))
    ]
    sql = (
        f"INSERT INTO {_quoted(DossierState._meta.db_table)} ({', '.join(into)}) "  # noqa: S608 - names of columns
        f"SELECT id, owner_unit_id, states, {_typed('recorded_at')}, NULL, {_typed('why')}, {_typed('import_uid')}, "
        f"{', '.join(standing)} FROM {_quoted(Dossier._meta.db_table)} "
        f"WHERE {where} ORDER BY id"
    )
    with connection.cursor() as cursor:
        cursor.execute(sql, [*fixed, *values])


def _typed(name: str) -> str:
    """A value among selected columns has to say its type, or PostgreSQL takes it for text."""
    return f"CAST(%s AS {_field(DossierState, name).cast_db_type(connection)})"


def _field(model: type[models.Model], name: str) -> models.Field[Any, Any]:
    found = model._meta.get_field(name)
    assert isinstance(found, models.Field)
    return found


def _quoted(name: str | None) -> str:
    return connection.ops.quote_name(name or "")


@cache
def _adapter(field: models.Field[Any, Any]) -> Adapt | None:
    """How the database takes a value of this column, as the column itself would say; None: as it is."""
    if isinstance(field, models.DateTimeField):
        return lru_cache(maxsize=8192)(lambda value: connection.ops.adapt_datetimefield_value(value))
    if isinstance(field, models.DateField):
        return lru_cache(maxsize=8192)(lambda value: connection.ops.adapt_datefield_value(value))
    if isinstance(field, models.UUIDField) and not connection.features.has_native_uuid_field:
        return attrgetter("hex")
    return None


def _adapted(row: Sequence[Any], adapts: Sequence[tuple[int, Adapt]]) -> list[Any]:
    values = list(row)
    for n, adapt in adapts:
        if values[n] is not None:
            values[n] = adapt(values[n])
    return values
