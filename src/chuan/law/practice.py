"""Periods of the office's own practice, by day, with a unit's override where it has named a document."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from chuan.law.values import parameters
from chuan.rules.law import Value, resolve


def value(key: str, on: date, overrides: Iterable[Value] = ()) -> Value:
    """The value in force on the day. Raises KeyError for an unknown key, ``NotInForce`` before the first version."""
    return resolve(parameters("practice")[key], on, overrides)


def since(key: str) -> date:
    """The first day of which a period is known. Raises KeyError for an unknown key."""
    return min(one.valid_from for one in parameters("practice")[key].versions)
