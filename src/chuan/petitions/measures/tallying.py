"""How many rows have each combination of values, worked out once for a row before rows are sorted into groups.

Grouped the usual way, SQLite carries every column that a class reads through the sort and works the class out again at
the end: for 20,000 petitions of a year three times the work (docs/speed.md).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection, models
from django.db.models import QuerySet

EVERY = 2_000_000_000
"""A limit that no table reaches: with it no database folds the inner statement into the outer one."""


class Place(models.Func):
    """The place of a column's value in a list of known values, the first 1; 0 for any other value."""

    output_field = models.IntegerField()

    def __init__(self, name: str, values: Sequence[str]) -> None:
        whens = " ".join(f"WHEN '{one}' THEN {n}" for n, one in enumerate(values, 1))
        super().__init__(models.F(name), template=f"CASE %(expressions)s {whens} ELSE 0 END")
        assert all(one.replace("_", "").isalnum() or not one for one in values), values


def tallied(rows: QuerySet[Any], *names: str) -> list[tuple[Any, ...]]:
    """(value of each name, how many) for every combination that occurs; one statement.

    The values come as the database keeps them: ask for numbers and texts only.
    """
    inner, given = rows.order_by().values_list(*names)[:EVERY].query.sql_with_params()
    columns = ", ".join(connection.ops.quote_name(one) for one in names)
    asked = f"SELECT {columns}, COUNT(*) FROM ({inner}) AS one GROUP BY {columns}"  # noqa: S608 - our own names only
    with connection.cursor() as cursor:
        cursor.execute(asked, given)
        return list(cursor.fetchall())
