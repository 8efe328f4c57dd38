"""Stored values as a person reads them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from chuan.offers.fields import Field, FieldKind
from chuan.ui import formatters


def shown(field: Field | None, value: str) -> str:
    """ "2021-02-15T10:30:00" as "10:30 ngày 15/02/2021", a choice by its words; anything else as it stands."""
    if field is None or not value:
        return value
    if field.kind is FieldKind.CHOICE:
        return field.said.get(value, value)
    if field.kind in (FieldKind.DATE, FieldKind.MOMENT):
        return _day(value)
    if field.kind is FieldKind.MONTH:
        return f"{value[5:7]}/{value[:4]}"
    if field.kind is FieldKind.COUNT and value.isdigit():
        return formatters.number(int(value))
    return value


def label(fields: Mapping[str, Field], name: str) -> str:
    """The field's label; its name where the register no longer has it."""
    return fields[name].label if name in fields else name


def _day(value: str) -> str:
    """Local times are stored without a zone; a day alone has no time of day."""
    try:
        if len(value) <= 10:
            return formatters.day(date.fromisoformat(value))
        moment = datetime.fromisoformat(value)
    except ValueError:
        return value
    return f"{moment:%d/%m/%Y %H:%M}"
