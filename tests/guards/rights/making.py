"""One row of any table, filled with what was given and, for the rest, something harmless."""

from __future__ import annotations

import uuid
from datetime import date, datetime
from typing import Any, TypeVar

from django.db import models

T = TypeVar("T", bound=models.Model)


def make(model: type[T], **given: Any) -> T:
    """A row with what is given; whatever else the table asks for is filled with something harmless."""
    for field in model._meta.fields:
        asked = not (field.primary_key or field.null or field.blank or field.has_default())
        if asked and field.name not in given:
            given[field.name] = _fill(field)
    return model._base_manager.create(**given)


def _fill(field: models.Field[Any, Any]) -> Any:
    if isinstance(field, models.DateTimeField):
        return NOW
    if isinstance(field, models.DateField):
        return date(2021, 6, 30) if field.name.endswith(("_end", "_to")) else date(2021, 6, 1)
    return _FILL[type(field)]


NOW = datetime.fromisoformat("2021-06-01T08:00:00+07:00")
_FILL: dict[type[models.Field[Any, Any]], Any] = {
    models.CharField: "x",
    models.TextField: "x",
    models.UUIDField: uuid.UUID(int=7),
    models.BinaryField: b"x",
    models.PositiveSmallIntegerField: 1,
    models.PositiveIntegerField: 1,
    models.IntegerField: 1,
    models.PositiveBigIntegerField: 1,
}
