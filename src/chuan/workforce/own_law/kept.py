"""The unit's own values by day, and the values of a law as a finished round keeps them: JSON, one text a round."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from itertools import groupby

from chuan.people.models import Unit, UnitSetting
from chuan.rules.law import Value
from chuan.rules.types import Citation, Sure
from chuan.workforce.own_law.books import Book

Own = Mapping[str, tuple[Value, ...]]


def own_values(unit: Unit, book: Book) -> Own:
    """The unit's own values by key, each with the document it named; one statement."""
    keys = {book.setting(key): key for key in book.openings}
    rows = UnitSetting.objects.standing(unit, *keys)
    return {
        keys[setting]: tuple(_own(row, keys[setting], book) for row in group)
        for setting, group in groupby(rows, key=lambda row: row.key)
    }


def _own(row: UnitSetting, key: str, book: Book) -> Value:
    """It ends with the version it was put in place of: under another act the unit says anew what it takes."""
    versions = book.parameters[key].versions
    stood = next((one for one in versions if one.holds_on(row.valid_from)), versions[-1])
    return Value(
        row.value, stood.unit, row.valid_from, stood.valid_to, Citation(number=row.citation), Sure.READ
    )


def text_of(values: Mapping[str, Value], titles: Mapping[str, str]) -> dict[str, list[str | None]]:
    """Values with their names, as JSON holds them."""
    return {
        key: [
            one.value, one.unit, one.valid_from.isoformat(), one.valid_to.isoformat() if one.valid_to else None,
            one.citation.number, one.citation.article, one.sure.value, titles[key],
        ]
        for key, one in values.items()
    }  # fmt: skip


def values_of(told: Mapping[str, list[str]]) -> tuple[dict[str, Value], dict[str, str]]:
    """The reverse of ``text_of``: values and their names."""
    values = {
        key: Value(
            value, unit, date.fromisoformat(since), date.fromisoformat(until) if until else None,
            Citation(number, article=article), Sure(sure),
        )
        for key, (value, unit, since, until, number, article, sure, _title) in told.items()
    }  # fmt: skip
    return values, {key: row[-1] for key, row in told.items()}


def as_json(told: object) -> str:
    """Canonical JSON."""
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
