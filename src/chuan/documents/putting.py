"""Very many rows put into tables in a moment: one prepared statement run for every row.

``bulk_create`` spends nine tenths of an import of 20,000 rows on building statements of twenty rows each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

from django.db import connection, models

Adapt = Callable[[Any], Any]


def insert_all(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Insert rows; ``names`` are fields in the order of each row's values (keys of other rows by number)."""
    fields = [_field(model, name) for name in names]
    columns = ", ".join(_quoted(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    sql = f"INSERT INTO {_quoted(model._meta.db_table)} ({columns}) VALUES ({marks})"  # noqa: S608 - names of columns
    _run(sql, fields, rows)


def update_all(model: type[models.Model], names: Sequence[str], rows: Iterable[Sequence[Any]]) -> None:
    """Set fields of rows; each row's values in the order of ``names``, then its key."""
    fields = [_field(model, name) for name in (*names, "id")]
    sets = ", ".join(f"{_quoted(field.column)} = %s" for field in fields[:-1])
    sql = f"UPDATE {_quoted(model._meta.db_table)} SET {sets} WHERE id = %s"  # noqa: S608 - names of columns
    _run(sql, fields, rows)


def _run(sql: str, fields: Sequence[models.Field[Any, Any]], rows: Iterable[Sequence[Any]]) -> None:
    adapts = [(n, adapt) for n, field in enumerate(fields) if (adapt := _adapter(field)) is not None]
    with connection.cursor() as cursor:
        cursor.executemany(sql, [_adapted(row, adapts) for row in rows])


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
