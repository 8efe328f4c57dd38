"""How often an official is told of the same thing, and how long that is remembered, as practice of the day."""

from __future__ import annotations

from datetime import date, timedelta

from chuan.law.values import parameters
from chuan.rules.law import resolve
from chuan.rules.notices import Practice

FILE = "notices"


def practice(on: date) -> Practice:
    """The practice of the day. Raises ``NotInForce`` before its first day."""
    return Practice(
        steps=tuple(int(one) for one in _value("late.steps", on).split()),
        gap=timedelta(minutes=int(_value("letter.gap", on))),
        fresh=timedelta(days=int(_value("fresh.days", on))),
    )


def keeping(on: date) -> timedelta:
    """How long what was told of a settled thing is kept."""
    return timedelta(days=int(_value("keep.days", on)))


def _value(key: str, on: date) -> str:
    return resolve(parameters(FILE)[key], on).value
