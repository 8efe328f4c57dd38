"""Which step to a higher body the law allows on a day, from ``escalations.toml``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from chuan.law.values import digest, parameters
from chuan.rules.law import NotInForce, Value, resolve

FILE = "escalations"


def next_steps(on: date) -> Mapping[str, Value]:
    """The values in force on a day by key ("complaint.overdue"); what no act held here says is absent."""
    found = {}
    for key, parameter in parameters(FILE).items():
        try:
            found[key] = resolve(parameter, on)
        except NotInForce:
            continue
    return found


def escalations_digest() -> str:
    """SHA-256 of the law file, kept with every figure that used it."""
    return digest(FILE)
