"""How heavy each kind of matter weighs in Bản tin sáng on a day, and how long an answered one rests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from chuan.law.values import parameters
from chuan.rules.law import NotInForce, Value, resolve

FILE = "harms"
WEIGHT = "weight"


def kinds(on: date) -> Mapping[str, int]:
    """Kind of matter → its weight on the day; a kind without a value on the day is absent."""
    return {key: value.whole for key, value in _values(on).items() if value.unit == WEIGHT}


def titles() -> Mapping[str, str]:
    """Kind of matter → its words, in the order of the file."""
    return {
        key: one.title for key, one in parameters(FILE).items() if any(v.unit == WEIGHT for v in one.versions)
    }


def days(key: str, on: date) -> int:
    """A number of days ("rest.remind", "stale.days", …). Raises KeyError, and ``NotInForce`` before its first day."""
    return resolve(parameters(FILE)[key], on).whole


def _values(on: date) -> dict[str, Value]:
    found = {}
    for key, one in parameters(FILE).items():
        try:
            found[key] = resolve(one, on)
        except NotInForce:
            continue
    return found
